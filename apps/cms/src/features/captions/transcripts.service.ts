import {
  type CaptionCorrection,
  type CaptionsNow,
  type CaptionTrouble,
  type Id,
  type Language,
  type TranscriptCaption,
  type TranscriptHit,
  type TranscriptInput,
  type TranscriptPage,
  type TranscriptView,
} from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { tidy } from '../plain-line.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import texts from './captions.texts.json' with { type: 'json' }
import type { CaptionsStore, Cursor } from './captions.store.ts'
import type { LiveCaptions } from './live-captions.ts'
import type { StoredCaption } from './stored-caption.ts'
import type { StoredTranscript, TranscriptsStore } from './transcripts.store.ts'

const PAGE = 100
const MOST_HITS = 100

type Deps = ServiceDeps & {
  transcripts: TranscriptsStore
  captions: CaptionsStore
  live: Pick<LiveCaptions, 'now' | 'corrected' | 'forget'>
  /** A caption was corrected, for whoever translates. */
  corrected: (transcriptId: Id, captions: readonly StoredCaption[]) => void
  troubles: () => CaptionTrouble[]
  /** What is in the database changed: to all servers. */
  changed: () => void
}
export type TranscriptsService = ReturnType<typeof transcriptsService>

/** What was said: looked up, corrected, deleted. Writes throw `conflict` on an old version and `not-found`. */
export function transcriptsService(deps: Deps) {
  const { transcripts, captions, live, now, audit, announce } = deps

  async function found(id: Id): Promise<StoredTranscript> {
    const transcript = await transcripts.find(id)
    if (transcript === null) throw new AppError('not-found')
    return transcript
  }
  async function view(id: Id): Promise<TranscriptView> {
    return { ...(await found(id)), ...(await transcripts.counts(id))(id) }
  }
  async function corrected(id: Id, segmentId: Id, change: CaptionCorrection): Promise<StoredCaption> {
    const before = await captions.find(id, segmentId, change.language)
    if (before === null) throw new AppError('not-found')
    const text = change.text === null ? before.text : tidy(change.text)
    if (text === '') throw new AppError('caption-refused', sentence(texts.nothingLeft))
    const speaker = tidy(change.speaker ?? '')
    const after: StoredCaption = {
      ...before,
      text,
      speaker: speaker === '' ? null : speaker,
      isWithdrawn: change.text === null,
      correctedAt: now().toISOString(),
      version: change.version + 1,
    }
    if (!(await captions.correct(id, after, change.version, now().getTime()))) throw new AppError('conflict')
    return after
  }

  /** What a machine made of it was never said either. */
  async function withdrawTranslations(id: Id, { segmentId, correctedAt }: StoredCaption): Promise<void> {
    for (const translation of await captions.machineOf(id, segmentId)) {
      const after = { ...translation, isWithdrawn: true, correctedAt, version: translation.version + 1 }
      if (await captions.correct(id, after, translation.version, now().getTime())) live.corrected(id, after)
    }
  }

  async function opened({ id, title }: Pick<StoredTranscript, 'id' | 'title'>, actor: Actor): Promise<void> {
    await audit(actor, 'transcript.create', id, { title })
    announce('captions')
  }

  return {
    list: async (): Promise<TranscriptView[]> => {
      const count = await transcripts.counts()
      return (await transcripts.list()).map((transcript) => ({ ...transcript, ...count(transcript.id) }))
    },
    view,
    add: async (input: TranscriptInput, actor: Actor): Promise<TranscriptView> => {
      const id = deps.newId()
      const transcript = { ...input, id, sittingId: null, version: 1 }
      await transcripts.insert(transcript, now().toISOString(), now().getTime())
      await opened(transcript, actor)
      return view(id)
    },
    /** One was written with the sitting that it is of. */
    opened,
    replace: async (id: Id, input: TranscriptInput, actor: Actor): Promise<TranscriptView> => {
      const before = await found(id)
      if (!(await transcripts.replace({ ...before, ...input }, input.version))) throw new AppError('conflict')
      await audit(actor, 'transcript.update', id, { title: input.title })
      announce('captions')
      return view(id)
    },
    remove: async (id: Id, actor: Actor): Promise<void> => {
      const { title } = await found(id)
      if (!(await transcripts.remove(id))) throw new AppError('not-found')
      live.forget(id)
      await audit(actor, 'transcript.delete', id, { title })
      announce('captions')
    },
    now: async (id: Id): Promise<CaptionsNow> => {
      await found(id)
      const shown = live.now(id)
      const delays = shown
        .filter(({ state, isMachine }) => state === 'final' && !isMachine)
        .map(({ delayMs }) => delayMs)
      return {
        captions: shown.map(captionView),
        delay: delays.length === 0 ? null : { ...measured(delays), of: delays.length },
        lastAt: shown.at(-1)?.receivedAt ?? null,
        troubles: deps.troubles(),
      }
    },
    page: async (
      id: Id,
      asked: { language?: Language | undefined; search?: string | undefined; before?: string | undefined },
    ): Promise<TranscriptPage> => {
      await found(id)
      const { language, search, before } = asked
      const rows = await captions.page(id, {
        language,
        search: search === '' ? undefined : search,
        ...(before === undefined ? {} : { before: cursorOf(before) }),
        limit: PAGE + 1,
      })
      const shown = rows.slice(-PAGE)
      const [first] = shown
      const hasMore = rows.length > PAGE && first !== undefined
      const viewed = (search ?? '') === '' ? captionView : foundView
      return { captions: shown.map(viewed), earlier: hasMore ? cursorText(first) : null }
    },
    search: async (search: string): Promise<TranscriptHit[]> => {
      const titles = new Map((await transcripts.list()).map(({ id, title }) => [id, title]))
      const hits = await captions.search(search, MOST_HITS)
      return hits.map(({ transcriptId, caption }) => ({
        transcript: { id: transcriptId, title: titles.get(transcriptId) ?? '' },
        caption: foundView(caption),
      }))
    },
    /** At once on the displays as well, where it is still on them. */
    correct: async (id: Id, segmentId: Id, change: CaptionCorrection, actor: Actor): Promise<TranscriptCaption> => {
      const after = await corrected(id, segmentId, change)
      live.corrected(id, after)
      if (after.isWithdrawn) await withdrawTranslations(id, after)
      deps.changed()
      await audit(actor, after.isWithdrawn ? 'caption.withdraw' : 'caption.correct', id, {
        segmentId,
        language: change.language,
      })
      announce('captions')
      deps.corrected(id, [after])
      return captionView(after)
    },
  }
}

function captionView({
  segmentId,
  language,
  text,
  speaker,
  spokenAt,
  state,
  ...rest
}: StoredCaption): TranscriptCaption {
  const { isMachine, delayMs, correctedAt, version } = rest
  const said = { segmentId, language, text, speaker, spokenAt, state }
  return { ...said, machineTranslated: isMachine, delayMs, isCorrected: correctedAt !== null, version }
}

/** With how it is read, for whoever looked for it. */
function foundView(caption: StoredCaption): TranscriptCaption {
  const { ruby } = caption
  return { ...captionView(caption), ...(ruby === undefined ? {} : { ruby }) }
}

function measured(delays: readonly number[]): { medianMs: number; worstMs: number } {
  const sorted = delays.toSorted((a, b) => a - b)
  return { medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0, worstMs: sorted.at(-1) ?? 0 }
}

function cursorText({ spokenAt, number, segmentId }: StoredCaption): string {
  return `${spokenAt} ${number} ${segmentId}`
}

function cursorOf(text: string): Cursor {
  const [spokenAt = '', number = '', segmentId = ''] = text.split(' ')
  if (Number.isNaN(Date.parse(spokenAt)) || !/^\d{1,16}$/.test(number)) throw new AppError('malformed')
  return { spokenAt, number: Number(number), segmentId }
}
