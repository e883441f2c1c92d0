import {
  type ArchivedRecording,
  type FileRef,
  type Id,
  MOST_ARCHIVED,
  type ProgrammeArchive,
  type RecordedPart,
  type Ruby,
  saidAt,
} from '@akari/protocol'
import type { KioskArchiveStore } from './kiosk-archive.store.ts'
import { type SpokenCaption, transcriptDocument } from './transcript-document.ts'

/** A recording that staff show on kiosks. `captionsId`: the transcript of what was said in it. */
export type OfferedRecording = Omit<ArchivedRecording, 'transcript'> & {
  captionsId: Id | null
  parts: readonly RecordedPart[]
}

type Deps = {
  store: KioskArchiveStore
  /** The newest first. */
  offered: () => Promise<readonly OfferedRecording[]>
  /** What changes with each transcript, and with how it is read. */
  marks: () => Promise<ReadonlyMap<Id, string>>
  spoken: (captionsId: Id) => Promise<readonly SpokenCaption[]>
  /** How titles are read, in their order; null: that cannot be known now. */
  readTitles: (titles: readonly string[]) => Promise<Ruby[] | null>
  write: (data: Uint8Array, mediaType: string) => Promise<FileRef>
  /** Lays what is new onto the programmes of kiosks. */
  relay: () => Promise<void>
}
export type KioskArchiveService = ReturnType<typeof kioskArchiveService>

const JSON_TYPE = 'application/json'
/** The mark of a transcript that is to be made again. */
const UNFINISHED = ''

/** What kiosks get of recorded sittings: a list, and a document for each transcript, written anew when somebody corrects it. */
export function kioskArchiveService({ store, offered, marks, spoken, readTitles, write, relay }: Deps) {
  const writeJson = (value: unknown) => write(Buffer.from(JSON.stringify(value)), JSON_TYPE)

  /** `isWhole`: nothing of it is to be made up for later. */
  async function transcriptOf(captionsId: Id, { parts, chapters }: OfferedRecording) {
    const document = transcriptDocument(await spoken(captionsId), (atMs) => saidAt(parts, atMs))
    if (document.segments.length === 0) return { file: null, isWhole: true }
    const titles = await readTitles(chapters.map(({ title }) => title.ja))
    const file = await writeJson(titles === null ? document : { ...document, titles })
    return { file, isWhole: titles !== null }
  }

  async function transcripts(recordings: readonly OfferedRecording[]): Promise<ReadonlyMap<Id, FileRef>> {
    const [kept, marked] = [await store.transcripts(), await marks()]
    const files = new Map<Id, FileRef>()
    for (const recording of recordings) {
      const { id, captionsId, parts, chapters } = recording
      if (captionsId === null) continue
      const titles = chapters.map(({ title }) => title.ja)
      const mark = JSON.stringify([captionsId, marked.get(captionsId) ?? null, parts, titles])
      const before = kept.get(id)
      const isSame = before?.mark === mark
      const { file, isWhole } = isSame
        ? { file: before.file, isWhole: true }
        : await transcriptOf(captionsId, recording)
      if (!isSame) await store.keepTranscript(id, { mark: isWhole ? mark : UNFINISHED, file })
      if (file !== null) files.set(id, file)
    }
    const ids = new Set(recordings.map(({ id }) => id))
    await store.forgetTranscripts([...kept.keys()].filter((id) => !ids.has(id)))
    return files
  }

  async function archiveOf(recordings: readonly OfferedRecording[]): Promise<ProgrammeArchive | null> {
    const written = await transcripts(recordings)
    if (recordings.length === 0) return null
    const listed = recordings.map(({ captionsId: _ours, parts: _lie, ...recording }): ArchivedRecording => {
      return { ...recording, transcript: written.get(recording.id) ?? null }
    })
    const list = await writeJson({ format: 1, recordings: listed })
    // Words and pictures are small and wanted first; then the films, the newest first.
    const files = [
      ...listed.flatMap(({ transcript }) => transcript ?? []),
      ...listed.flatMap(({ poster }) => poster ?? []),
      ...listed.map(({ video }) => video),
    ]
    return { list, files: [...new Map(files.map((file) => [file.sha256, file])).values()] }
  }

  return {
    current: store.read,
    /** Looks what there is to be shown, and has kiosks told where it is something else than before. */
    refresh: async (): Promise<void> => {
      const archive = await archiveOf((await offered()).slice(0, MOST_ARCHIVED))
      if (JSON.stringify(archive) === JSON.stringify(await store.read())) return
      await store.write(archive)
      await relay()
    },
    /** Documents that nothing else keeps. */
    files: async (): Promise<FileRef[]> => {
      const archive = await store.read()
      const kept = [...(await store.transcripts()).values()].flatMap(({ file }) => file ?? [])
      return archive === null ? kept : [archive.list, ...kept]
    },
  }
}
