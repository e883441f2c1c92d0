import type {
  FileRef,
  Id,
  RecordingChapter,
  RecordingInput,
  RecordingSettingsInput,
  RecordingsView,
  RecordingView,
} from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { AssetUser } from '../asset-users.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { RecordingKeeper } from './keeper.ts'
import type { RecordingStore } from './recordings.store.ts'
import type { Room } from './room.ts'
import type { RecordingSettings } from './settings.ts'
import { durationOf, type StoredRecording } from './stored-recording.ts'
import texts from './recordings.texts.json' with { type: 'json' }

type Deps = Pick<ServiceDeps, 'audit' | 'announce' | 'now'> & {
  store: RecordingStore
  settings: RecordingSettings
  keeper: Pick<RecordingKeeper, 'endByHand' | 'beginByHand' | 'toRecord'>
  /** By item of the agenda, as far as it has come. */
  chaptersOf: (recording: StoredRecording) => Promise<RecordingChapter[]>
  films: () => Promise<readonly { id: Id; file: FileRef }[]>
  /** What shows films, to be asked before one goes. */
  usersOf: (assetId: Id) => Promise<readonly Pick<AssetUser, 'name'>[]>
  binFilm: (assetId: Id, actor: Actor) => Promise<void>
  room: () => Promise<Room>
  canRecord: () => Promise<boolean>
  dropParts: (id: Id) => Promise<void>
  /** What kiosks show changed. */
  kiosksChanged: (actor: Actor) => Promise<void>
  /** Kiosks show a recording of that sitting, or do not any more. */
  sittingShown: (sittingId: Id) => Promise<void>
}

/** Recordings as staff see and correct them. Writes throw `conflict` on an old version, `not-found`, `in-use`, `malformed` with the field. */
export function recordingsService(deps: Deps) {
  const { store, settings, audit, announce } = deps

  async function found(id: Id): Promise<StoredRecording> {
    const recording = await store.find(id)
    if (recording === null) throw new AppError('not-found')
    return recording
  }
  /** With the chapters that it has so far; those of a finished one are written down. */
  async function current(recording: StoredRecording): Promise<StoredRecording> {
    const isOver = recording.state === 'ready' || recording.said.byHand
    if (isOver) return recording
    return { ...recording, said: { ...recording.said, chapters: await deps.chaptersOf(recording) } }
  }
  async function views(recordings: readonly StoredRecording[]): Promise<RecordingView[]> {
    const [films, waiting] = [await deps.films(), await deps.keeper.toRecord()]
    const recorded = new Set(
      (await store.open()).flatMap(({ state, sittingId }) => (state === 'recording' ? sittingId : [])),
    )
    return Promise.all(
      recordings.map(async (recording) => {
        const { sittingId } = recording
        const mayGoOn = sittingId !== null && waiting.has(sittingId) && !recorded.has(sittingId)
        return { ...recordingView(await current(recording), films), mayGoOn }
      }),
    )
  }
  async function view(recording: StoredRecording): Promise<RecordingView> {
    const [shown] = await views([recording])
    if (shown === undefined) throw new AppError('not-found')
    return shown
  }

  return {
    list: async (): Promise<RecordingsView> => ({
      recordings: await views(await store.list()),
      settings: await settings.read(),
      canRecord: await deps.canRecord(),
      ...(await deps.room()),
    }),
    replace: async (
      id: Id,
      { version, ...said }: RecordingInput,
      actor: Actor,
      mayShow: boolean,
    ): Promise<RecordingView> => {
      const before = await found(id)
      const { state, recorded } = before
      if (said.onKiosk !== before.said.onKiosk) {
        if (!mayShow) throw new AppError('forbidden', sentence(texts.onKioskByApprovers))
        if (state !== 'ready') throw new AppError('in-use', sentence(texts.notReady))
      }
      const chapters = said.chapters.toSorted((a, b) => a.startMs - b.startMs)
      if ((chapters.at(-1)?.startMs ?? 0) > durationOf(recorded)) {
        throw new AppError('malformed', undefined, [{ path: 'chapters', message: sentence(texts.chapterLate) }])
      }
      const byHand = before.said.byHand || JSON.stringify(chapters) !== JSON.stringify(before.said.chapters)
      if (!(await store.say(id, { ...said, chapters, byHand }, version))) throw new AppError('conflict')
      await audit(actor, 'recording.change', id, { title: said.title.ja, onKiosk: said.onKiosk })
      announce('recordings')
      if (said.onKiosk || before.said.onKiosk) await deps.kiosksChanged(actor)
      if (said.onKiosk !== before.said.onKiosk && before.sittingId !== null) await deps.sittingShown(before.sittingId)
      return view(await found(id))
    },
    /** Ends it before its sitting does; what there is is put together. */
    end: async (id: Id, actor: Actor): Promise<RecordingView> => {
      const recording = await found(id)
      if (recording.state !== 'recording') throw new AppError('conflict', sentence(texts.notRunning))
      await deps.keeper.endByHand(recording)
      await audit(actor, 'recording.end', id, { title: recording.said.title.ja })
      return view(await found(id))
    },
    /** Records on what somebody ended, or what lacked room: in another recording of the same sitting. */
    goOn: async (id: Id, actor: Actor): Promise<RecordingView> => {
      const { sittingId } = await found(id)
      const next = sittingId === null ? null : await deps.keeper.beginByHand(sittingId)
      if (next === null) throw new AppError('conflict', sentence(texts.notToRecord))
      await audit(actor, 'recording.go-on', next.id, { title: next.said.title.ja })
      announce('recordings')
      return view(next)
    },
    retry: async (id: Id, actor: Actor): Promise<RecordingView> => {
      const recording = await found(id)
      const recorded = { ...recording.recorded, percent: 0, problem: null }
      if (!(await store.move(id, 'failed', { state: 'finishing', recorded }))) {
        throw new AppError('conflict', sentence(texts.notFailed))
      }
      await audit(actor, 'recording.retry', id, { title: recording.said.title.ja })
      announce('recordings')
      return view(await found(id))
    },
    /** With its film, unless something else shows that. */
    remove: async (id: Id, actor: Actor): Promise<void> => {
      const { state, said, assetId } = await found(id)
      if (state === 'recording' || state === 'finishing') throw new AppError('in-use', sentence(texts.runs))
      if (said.onKiosk) throw new AppError('in-use', sentence(texts.onKiosk))
      const users = assetId === null ? [] : await deps.usersOf(assetId)
      if (users.length > 0) {
        const names = users.map(({ name }) => name).join('、')
        throw new AppError('in-use', sentence(texts.shownIn, { names }))
      }
      if (!(await store.remove(id, deps.now()))) throw new AppError('not-found')
      if (assetId !== null) await deps.binFilm(assetId, actor)
      await deps.dropParts(id)
      await audit(actor, 'recording.delete', id, { title: said.title.ja })
      announce('recordings')
    },
    writeSettings: async (input: RecordingSettingsInput, actor: Actor): Promise<RecordingSettingsInput> => {
      const before = await settings.read()
      if (before.version !== input.version) throw new AppError('conflict')
      const after = { ...input, version: input.version + 1 }
      await settings.write(after)
      const { mostBytes, keepFreeBytes, deletesOldest } = input
      await audit(actor, 'recording.settings', 'recordings', { mostBytes, keepFreeBytes, deletesOldest })
      announce('recordings')
      return after
    },
  }
}
export type RecordingsService = ReturnType<typeof recordingsService>

/** As staff see it. */
function recordingView(
  recording: StoredRecording,
  films: readonly { id: Id; file: FileRef }[],
): Omit<RecordingView, 'mayGoOn'> {
  const { id, sittingId, captionsId, startedAt, state, said, recorded, assetId, version } = recording
  const { byHand: _ours, ...shown } = said
  const { endedBy: _course, ...course } = recorded
  const film = films.find((asset) => asset.id === assetId)?.file ?? null
  const ids = { id, sittingId, captionsId, assetId }
  return { ...ids, ...shown, ...course, startedAt, state, durationMs: durationOf(recorded), film, version }
}
