import {
  type ExportSummary,
  type ExportSummaryQuery,
  type Id,
  type Language,
  type RecordedPart,
  saidAt,
  textIn,
  type Texts,
  type TranscriptExport,
  withoutRuby,
} from '@akari/protocol'
import { AppError } from '../../http/app-error.ts'
import { inBoth, type Sentence } from '../../sentence.ts'
import texts from './captions.texts.json' with { type: 'json' }
import type { CaptionsStore } from './captions.store.ts'
import { exported, leftOutOf } from './export-transcript.ts'
import type { StoredCaption } from './stored-caption.ts'
import type { StoredTranscript, TranscriptsStore } from './transcripts.store.ts'

/** A long day of a council, with every language by itself. */
const MOST_EXPORTED = 50_000

/** What was recorded of what was spoken in a transcript. */
export type RecordedFilm = { id: Id; startedAt: string; parts: readonly RecordedPart[] }

type Deps = {
  transcripts: Pick<TranscriptsStore, 'find'>
  captions: Pick<CaptionsStore, 'page'>
  /** Of that transcript, in order; none where nothing was recorded here. */
  films: (transcriptId: Id) => Promise<readonly RecordedFilm[]>
  /** What a sitting is called; null: it is gone. */
  sittingTitle: (sittingId: Id) => Promise<Texts | null>
  timeZone: string
}
type Timed = Pick<ExportSummary, 'timedBy' | 'recordings' | 'recordingId'> & {
  lines: readonly StoredCaption[]
  recordedAt: (atMs: number) => number | null
}
export type TranscriptFiles = ReturnType<typeof transcriptFiles>

/** Transcripts to be taken along. `not-found` for one that is gone, and for a recording that is none of it. */
export function transcriptFiles({ transcripts, captions, films, sittingTitle, timeZone }: Deps) {
  async function found(id: Id): Promise<StoredTranscript> {
    const transcript = await transcripts.find(id)
    if (transcript === null) throw new AppError('not-found')
    return transcript
  }
  /** As its sitting is called in that language, unless staff called the transcript otherwise. */
  async function titleIn({ title, sittingId }: StoredTranscript, language: Language): Promise<string> {
    const called = sittingId === null ? null : await sittingTitle(sittingId)
    return called?.ja === title ? withoutRuby(textIn(called, language).text) : title
  }
  /**
   * What is exported of a language, with where it is in a recording: in the one that was made here (the last unless another is asked for); else from the
   * moment that staff gave, or the first line.
   */
  async function timed({ id, recordedFrom }: StoredTranscript, asked: ExportSummaryQuery): Promise<Timed> {
    const lines = await captions.page(id, { language: asked.language, limit: MOST_EXPORTED })
    const made = await films(id)
    const film = asked.recordingId === undefined ? made.at(-1) : made.find((each) => each.id === asked.recordingId)
    const recordings = made.map(({ id: recordingId, startedAt }) => ({ id: recordingId, startedAt }))
    if (film !== undefined) {
      const recordedAt = (atMs: number) => saidAt(film.parts, atMs)
      return { lines, timedBy: 'recording', recordings, recordingId: film.id, recordedAt }
    }
    if (asked.recordingId !== undefined) throw new AppError('not-found')
    const from = Date.parse(recordedFrom ?? lines[0]?.spokenAt ?? '')
    const timedBy = recordedFrom === null ? 'firstCaption' : 'recordedFrom'
    return { lines, timedBy, recordings, recordingId: null, recordedAt: (atMs) => (atMs >= from ? atMs - from : null) }
  }

  return {
    /** What the files of a language hold, for whoever is about to take one along. */
    summary: async (id: Id, asked: ExportSummaryQuery): Promise<ExportSummary> => {
      const { lines, recordedAt, ...by } = await timed(await found(id), asked)
      return { captions: lines.length, leftOut: leftOutOf(lines, recordedAt), ...by }
    },
    /** The file and what it is called; by its number where there are several recordings. */
    file: async (id: Id, { format, ...asked }: TranscriptExport): Promise<{ name: string; text: string }> => {
      const transcript = await found(id)
      const { language } = asked
      const title = await titleIn(transcript, language)
      const { lines, recordedAt, recordings, recordingId } = await timed(transcript, asked)
      const note = (text: Sentence): string => (language === 'ja' ? text.ja : `${text.ja} / ${text.en}`)
      const text = await exported(format, lines, {
        title,
        language,
        timeZone,
        recordedAt,
        machineNote: note(texts.machineNote),
        leftOutNote: (count) => note(inBoth(texts.leftOutNote, { count: String(count) })),
      })
      const number = recordings.findIndex((each) => each.id === recordingId) + 1
      const which = recordings.length > 1 && format !== 'txt' ? ` ${number}` : ''
      return { name: `${title}${which} ${language}.${format}`, text }
    },
  }
}
