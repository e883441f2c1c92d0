import { randomUUID } from 'node:crypto'
import { backoff, faultText, pause } from '@akari/node-kit'
import { CAPTION_LENGTH, type CaptionInput, type Id, MOST_PUSHED } from '@akari/protocol'
import type { Logger } from 'pino'
import type { Actor } from '../../../http/actor.ts'
import { AppError } from '../../../http/app-error.ts'
import { audioQueue } from './audio-queue.ts'
import { sentence } from '../../../sentence.ts'
import texts from '../captions.texts.json' with { type: 'json' }
import type { Intake } from '../intake.ts'
import type { Troubles } from '../troubles.ts'
import type { Heard, Hints, Recognise } from './recogniser.ts'

/** Pieces that recognisers get: short enough to see words come, long enough to have some. */
const PIECE_SECONDS = 0.2
const AGAIN = { baseMs: 500, capMs: 10_000 }

type Deps = {
  /** As it is set up now; null where nobody listens. */
  recogniser: () => Promise<Recognise | null>
  hints: () => Promise<Hints>
  intake: Intake
  troubles: Troubles
  now: () => Date
  log: Logger
}
/** Speech of one sitting on its way. */
export type Hearing = { add: (chunk: Buffer) => void; close: () => void; done: Promise<void> }
export type Listening = ReturnType<typeof listening>

/** Has speech recognised and takes in what was understood, until it ends; a recogniser that fails is asked again and again. */
export function listening({ recogniser, hints, intake, troubles, now, log }: Deps) {
  const open = new Set<() => void>()

  return {
    /** `done` rejects with `caption-refused` where no recogniser is set up, and with what a push is refused for. */
    hear: (transcriptId: Id, actor: Actor): Hearing => {
      const audio = audioQueue(PIECE_SECONDS)
      const ended = new AbortController()
      const stop = () => {
        audio.end()
        ended.abort()
      }
      open.add(stop)
      const done = listen(transcriptId, actor, audio, ended.signal).finally(() => open.delete(stop))
      return { add: audio.add, close: audio.end, done }
    },
    close: (): void => {
      for (const stop of open) stop()
    },
  }

  async function listen(
    transcriptId: Id,
    actor: Actor,
    audio: ReturnType<typeof audioQueue>,
    signal: AbortSignal,
  ): Promise<void> {
    const waits = backoff(AGAIN)
    let isOver = false
    while (!isOver && !signal.aborted) {
      try {
        const recognise = await recogniser()
        if (recognise === null) throw new AppError('caption-refused', sentence(texts.nobodyListens))
        const session = randomUUID().slice(0, 8)
        const heardFrom = now().getTime()
        for await (const heard of recognise(audio, await hints(), signal)) {
          troubles.clear('recogniser')
          waits.reset()
          await intake.push(transcriptId, captionsOf(heard, session, heardFrom, now()), actor)
        }
        isOver = true
      } catch (err) {
        // The sitting is gone, or nobody is to listen any more: whoever sends learns of it.
        if (err instanceof AppError && err.code !== 'caption-flood' && err.code !== 'unavailable') throw err
        troubles.tell('recogniser', faultText(err))
        log.warn({ err, transcriptId }, 'speech not recognised')
        await pause(waits.nextMs(), signal)
      }
    }
  }
}

/** An utterance is one segment, several where it is longer than a caption may be. */
function captionsOf(heard: Heard, session: string, heardFrom: number, now: Date): CaptionInput[] {
  const spokenAt = new Date(Math.min(heardFrom + heard.startedAt * 1000, now.getTime())).toISOString()
  const parts = heard.isFinal ? partsOf(heard.text) : [heard.text.slice(-CAPTION_LENGTH)]
  return parts.slice(0, MOST_PUSHED).map((text, i) => ({
    segmentId: i === 0 ? `${session}.${heard.utterance}` : `${session}.${heard.utterance}.${i}`,
    language: 'ja',
    text,
    speaker: null,
    spokenAt,
    state: heard.isFinal ? 'final' : 'interim',
  }))
}

/** Cut behind sentences where that can be. */
function partsOf(text: string): string[] {
  if (text.length <= CAPTION_LENGTH) return [text]
  const head = text.slice(0, CAPTION_LENGTH)
  const end = Math.max(...['。', '？', '、', ' '].map((mark) => head.lastIndexOf(mark)))
  const at = end > 0 ? end + 1 : CAPTION_LENGTH
  return [text.slice(0, at), ...partsOf(text.slice(at))]
}
