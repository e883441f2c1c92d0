import { type CaptionInput, type CaptionReceipt, type Id, type TermView } from '@akari/protocol'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { tidy } from '../plain-line.ts'
import { sentence } from '../../sentence.ts'
import texts from './captions.texts.json' with { type: 'json' }
import { writtenRight } from './glossary.ts'
import type { LiveCaptions } from './live-captions.ts'
import type { StoredCaption } from './stored-caption.ts'

/** One caller may hand in so many captions in so many seconds: four fast stenographers with interims, and no flood. */
const MOST = { points: 300, duration: 10 }
const MAY_BE_AHEAD_MS = 2_000
const MAY_BE_LATE_MS = 24 * 3600_000

type Deps = {
  exists: (transcriptId: Id) => Promise<boolean>
  live: Pick<LiveCaptions, 'said'>
  terms: () => Promise<readonly TermView[]>
  /** Resolves when they are in the database. */
  keep: (captions: readonly { transcriptId: Id; caption: StoredCaption }[]) => Promise<void>
  /** What stands of a push, for whoever translates. */
  said: (transcriptId: Id, captions: readonly StoredCaption[]) => void
  now: () => Date
}
export type Intake = ReturnType<typeof captionIntake>

/**
 * The one way of captions to the displays, whoever hands them in. First they are shown, then they are kept: the promise resolves
 * when both are done. Throws `not-found`, `caption-flood`, and `caption-refused` for a clock that is wrong.
 */
export function captionIntake({ exists, live, terms, keep, said, now }: Deps) {
  const limiter = new RateLimiterMemory(MOST)
  let lastNumber = 0

  function stored(input: CaptionInput, glossary: readonly TermView[], at: Date): StoredCaption {
    const spokenMs = Date.parse(input.spokenAt)
    const ahead = spokenMs - at.getTime()
    if (ahead > MAY_BE_AHEAD_MS) {
      throw new AppError(
        'caption-refused',
        sentence(texts.fromTheFuture, { seconds: String(Math.round(ahead / 1000)) }),
      )
    }
    if (-ahead > MAY_BE_LATE_MS) throw new AppError('caption-refused', sentence(texts.longAgo))
    lastNumber = Math.max(lastNumber + 1, at.getTime())
    const letters = tidy(input.text)
    const speaker = tidy(input.speaker ?? '')
    return {
      segmentId: input.segmentId,
      language: input.language,
      text: input.language === 'ja' ? writtenRight(letters, glossary) : letters,
      speaker: speaker === '' ? null : speaker,
      spokenAt: new Date(Math.min(spokenMs, at.getTime())).toISOString(),
      state: input.state,
      number: lastNumber,
      isMachine: input.machineTranslated === true,
      receivedAt: at.toISOString(),
      delayMs: Math.max(0, -ahead),
      correctedAt: null,
      isWithdrawn: false,
      version: 1,
    }
  }

  return {
    push: async (transcriptId: Id, inputs: readonly CaptionInput[], actor: Actor): Promise<CaptionReceipt> => {
      await spendOn(limiter, `${transcriptId} ${nameOf(actor)}`, inputs.length)
      if (!(await exists(transcriptId))) throw new AppError('not-found')
      const glossary = await terms()
      const at = now()
      const read = inputs.map((input) => stored(input, glossary, at))
      const taken = live.said(
        transcriptId,
        read.filter(({ text }) => text !== ''),
      )
      if (taken.length > 0) await keep(taken.map((caption) => ({ transcriptId, caption })))
      said(transcriptId, taken)
      const reasons = reasonsOf(read, taken)
      return { taken: taken.length, ignored: reasons.length, reasons, receivedAt: at.toISOString() }
    },
  }
}

/** Why those that were not taken were not, each by its place in the message. */
function reasonsOf(read: readonly StoredCaption[], taken: readonly StoredCaption[]): CaptionReceipt['reasons'] {
  const numbers = new Set(taken.map(({ number }) => number))
  return read.flatMap(({ number, text }, index) => {
    if (numbers.has(number)) return []
    return [{ path: `captions.${index}.text`, message: sentence(text === '' ? texts.emptied : texts.overtaken) }]
  })
}

async function spendOn(limiter: RateLimiterMemory, key: string, points: number): Promise<void> {
  const left = await limiter.consume(key, points).catch(() => null)
  if (left === null) throw new AppError('caption-flood')
}
