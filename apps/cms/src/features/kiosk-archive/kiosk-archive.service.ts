import {
  type ArchivedRecording,
  type FileRef,
  type Id,
  MOST_ARCHIVED,
  type ProgrammeArchive,
  type RecordedPart,
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
  write: (data: Uint8Array, mediaType: string) => Promise<FileRef>
  /** Lays what is new onto the programmes of kiosks. */
  relay: () => Promise<void>
}
export type KioskArchiveService = ReturnType<typeof kioskArchiveService>

const JSON_TYPE = 'application/json'

/** What kiosks get of recorded sittings: a list, and a document for each transcript, written anew when somebody corrects it. */
export function kioskArchiveService({ store, offered, marks, spoken, write, relay }: Deps) {
  const writeJson = (value: unknown) => write(Buffer.from(JSON.stringify(value)), JSON_TYPE)

  async function transcriptOf(captionsId: Id, parts: readonly RecordedPart[]): Promise<FileRef | null> {
    const document = transcriptDocument(await spoken(captionsId), (atMs) => saidAt(parts, atMs))
    return document.segments.length === 0 ? null : writeJson(document)
  }

  async function transcripts(recordings: readonly OfferedRecording[]): Promise<ReadonlyMap<Id, FileRef>> {
    const [kept, marked] = [await store.transcripts(), await marks()]
    const files = new Map<Id, FileRef>()
    for (const { id, captionsId, parts } of recordings) {
      if (captionsId === null) continue
      const mark = JSON.stringify([captionsId, marked.get(captionsId) ?? null, parts])
      const before = kept.get(id)
      const file = before?.mark === mark ? before.file : await transcriptOf(captionsId, parts)
      if (before?.mark !== mark) await store.keepTranscript(id, { mark, file })
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
