import { rm } from 'node:fs/promises'
import { faultCode } from '@akari/node-kit'
import type { AssetView, Id, RecordedPart, RecordingChapter, RecordingProblem } from '@akari/protocol'
import type { Logger } from 'pino'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { dropFilm, putTogether } from './put-together.ts'
import type { RecordingStore } from './recordings.store.ts'
import type { StoredRecording } from './stored-recording.ts'

/** Who did what nobody at a console did. */
export const RECORDER: Actor = { kind: 'source', id: 'recorder', ip: 'localhost' }
const BEAT_MS = 2_000

type Deps = {
  store: RecordingStore
  tools: { ffmpeg: string; ffprobe: string }
  folderOf: (id: Id) => string
  chaptersOf: (recording: StoredRecording, parts: readonly RecordedPart[]) => Promise<RecordingChapter[]>
  /** Into the media library; the file is used up. */
  keep: (
    path: string,
    title: StoredRecording['said']['title'],
    actor: Actor,
  ) => Promise<Pick<AssetView, 'id' | 'bytes'>>
  ready: (recording: StoredRecording) => Promise<void>
  /** Tells staff that it must be put together once more, by hand. */
  failed: (recording: StoredRecording, problem: RecordingProblem) => Promise<void>
  changed: () => void
  holder: string
  log: Logger
}

const isFull = (err: unknown) => faultCode(err) === 'ENOSPC' || (err instanceof AppError && err.code === 'disk-full')

export type Finisher = {
  /** Begins to put a recording together, unless it is at it. */
  finish: (recording: StoredRecording) => void
  close: () => Promise<void>
}

/** Makes films of what was recorded, one after the other, and gives them to the media library. */
export function recordingFinisher(deps: Deps): Finisher {
  const { store } = deps
  const waiting = new Set<Id>()
  const closing = new AbortController()
  let last: Promise<void> = Promise.resolve()

  async function make(recording: StoredRecording): Promise<void> {
    const { id, said } = recording
    let percent = 0
    const beat = setInterval(() => {
      store
        .note(id, { holder: deps.holder, state: 'finishing' }, { ...recording.recorded, percent })
        .then(deps.changed, (err: unknown) => {
          deps.log.warn({ err, recordingId: id }, 'progress of a recording not stored')
        })
    }, BEAT_MS)
    try {
      const made = await putTogether(
        deps.tools,
        {
          folder: deps.folderOf(id),
          title: said.title.ja,
          parts: recording.recorded.parts,
          chaptersOf: async (parts) => (said.byHand ? said.chapters : deps.chaptersOf(recording, parts)),
        },
        (done) => {
          percent = done
        },
        closing.signal,
      )
      clearInterval(beat)
      if (closing.signal.aborted) return
      if (made.ok) await keep(recording, made)
      else await fail(recording, made.problem)
    } finally {
      clearInterval(beat)
      deps.changed()
    }
  }

  async function keep(
    recording: StoredRecording,
    made: { path: string; parts: RecordedPart[]; chapters: readonly RecordingChapter[] },
  ): Promise<void> {
    const { id, said } = recording
    const film = await deps.keep(made.path, said.title, RECORDER)
    const recorded = { ...recording.recorded, parts: made.parts, bytes: film.bytes, percent: null }
    // Whoever changed the title meanwhile keeps it, and has no chapters of his own: those that were found are his.
    const newest = await store.find(id)
    if (newest?.said.byHand === false) {
      await store.say(id, { ...newest.said, chapters: [...made.chapters] }, newest.version)
    }
    await store.move(id, 'finishing', { state: 'ready', recorded, assetId: film.id })
    await rm(deps.folderOf(id), { recursive: true, force: true })
    await deps.ready(recording)
  }

  async function fail(recording: StoredRecording, problem: RecordingProblem): Promise<void> {
    await dropFilm(deps.folderOf(recording.id))
    const recorded = { ...recording.recorded, percent: null, problem }
    if (!(await store.move(recording.id, 'finishing', { state: 'failed', recorded }))) return
    await deps.failed(recording, problem)
  }

  return {
    finish: (recording) => {
      if (waiting.has(recording.id) || closing.signal.aborted) return
      waiting.add(recording.id)
      last = last
        .then(() => make(recording))
        .catch(async (err: unknown) => {
          if (!(err instanceof AppError))
            deps.log.error({ err, recordingId: recording.id }, 'recording not put together')
          await fail(recording, isFull(err) ? 'noRoomToJoin' : 'unreadable')
        })
        .catch((err: unknown) =>
          deps.log.error({ err, recordingId: recording.id }, 'recording neither ready nor failed'),
        )
        .finally(() => waiting.delete(recording.id))
    },
    close: async () => {
      closing.abort()
      await last
    },
  }
}
