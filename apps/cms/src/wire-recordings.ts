import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AssetView, FileRef, Id, RecordedPart, RecordingProblem, Texts } from '@akari/protocol'
import type { Logger } from 'pino'
import type { MainDatabase } from './db/database.ts'
import type { AssetUser } from './features/asset-users.ts'
import type { RecordedFilm } from './features/captions/transcript-files.ts'
import { isInstalled } from './features/run-tool.ts'
import type { Notify } from './features/notices/notices.service.ts'
import { chaptersOf } from './features/recordings/chapters.ts'
import { RECORDER, recordingFinisher } from './features/recordings/finish.ts'
import { recordingKeeper } from './features/recordings/keeper.ts'
import { type AskStream, relayDoor } from './features/recordings/relay-door.ts'
import { addRecordingRoutes } from './features/recordings/recordings.routes.ts'
import { recordingsService } from './features/recordings/recordings.service.ts'
import { recordingStore } from './features/recordings/recordings.store.ts'
import { lackOf, roomOf, toDelete } from './features/recordings/room.ts'
import { recordingSettings } from './features/recordings/settings.ts'
import { partsUntil, type StoredRecording } from './features/recordings/stored-recording.ts'
import { sweepParts } from './features/recordings/sweep.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import { sittingStore } from './features/sittings/sittings.store.ts'
import { type Actor, EDITORS } from './http/actor.ts'
import type { Api } from './http/api.ts'
import type { Job } from './jobs.ts'

type Deps = ServiceDeps & {
  db: MainDatabase
  dataDir: string
  log: Logger
  commands: { ffmpeg: string; ffprobe: string }
  ask: AskStream
  latencyMs: (streamId: Id) => number
  library: {
    media: () => Promise<readonly { id: Id; file: FileRef }[]>
    keepFilm: (path: string, title: Texts, actor: Actor) => Promise<AssetView>
    /** What shows films beside the recordings themselves. */
    users: () => Promise<readonly AssetUser[]>
    bin: (assetId: Id, actor: Actor) => Promise<void>
  }
  kiosksChanged: (actor: Actor) => Promise<void>
  sittingShown: (sittingId: Id) => Promise<void>
}

type Told = 'recording-stopped' | 'recording-ready' | 'recording-failed'

const DAYS_MS = 2 * 86_400_000

/** Films that recordings are made of, for whoever wants to delete one. */
export function recordedFilmsOf(db: MainDatabase): () => Promise<AssetUser[]> {
  const store = recordingStore(db)
  return async () =>
    (await store.list()).flatMap(({ id, said, assetId }) =>
      assetId === null ? [] : [{ kind: 'recording' as const, id, name: said.title.ja, assetIds: [assetId] }],
    )
}

/** What was recorded so far with a transcript, in order. */
export function recordedFilmsWith(db: MainDatabase, now: () => Date): (captionsId: Id) => Promise<RecordedFilm[]> {
  const store = recordingStore(db)
  return async (captionsId) =>
    (await store.of('captions_id', captionsId))
      .filter(({ recorded }) => recorded.parts.length > 0)
      .map(({ id, startedAt, recorded }) => ({ id, startedAt, parts: partsUntil(recorded, now().getTime()) }))
}

/** Wires the recording of sittings: ffmpeg at the relay's loopback door, parts on the disk, films in the media library. */
export function wireRecordings({ db, dataDir, log, commands, library, ...deps }: Deps) {
  const { now, audit, announce } = deps
  const store = recordingStore(db)
  const settings = recordingSettings(db)
  const sittings = sittingStore(db)
  const folder = join(dataDir, 'recordings')
  const folderOf = (id: Id) => join(folder, id)
  const door = relayDoor(deps.ask)
  const holder = randomUUID()
  const changed = () => announce('recordings')
  const room = async () => roomOf(dataDir, await store.list())
  let notify: Notify | null = null

  async function tell(kind: Told, name: string, why = ''): Promise<void> {
    await notify?.({ roles: EDITORS }, { kind, words: { name, why }, path: '/recordings' })
  }
  async function chaptersNow({ sittingId }: StoredRecording, parts: readonly RecordedPart[]) {
    const sitting = sittingId === null ? null : await sittings.find(sittingId)
    return sitting === null ? [] : chaptersOf(parts, await sittings.course(sitting.id), sitting.plan.agenda)
  }
  const finisher = recordingFinisher({
    store,
    tools: commands,
    folderOf,
    chaptersOf: chaptersNow,
    keep: library.keepFilm,
    ready: ({ said }) => tell('recording-ready', said.title.ja),
    failed: async ({ id, said }, why) => {
      await audit(RECORDER, 'recording.failed', id, { title: said.title.ja, why })
      await tell('recording-failed', said.title.ja, why)
    },
    changed,
    holder,
    log,
  })
  const isShown = async () => {
    const shown = new Set((await library.users()).flatMap(({ assetIds }) => assetIds))
    return ({ said, assetId }: StoredRecording) => said.onKiosk || (assetId !== null && shown.has(assetId))
  }
  async function lack({ recorded }: StoredRecording): Promise<RecordingProblem | null> {
    const limits = await settings.read()
    const first = lackOf(await room(), limits, recorded.bytes)
    if (first !== 'noRoom' || !limits.deletesOldest) return first
    for (const { id } of toDelete(await store.list(), limits.mostBytes, await isShown())) {
      await recordings.remove(id, RECORDER)
    }
    return lackOf(await room(), limits, recorded.bytes)
  }
  const keeper = recordingKeeper({
    store,
    sittings: async () => {
      const [from, until] = [now().getTime() - DAYS_MS, now().getTime() + DAYS_MS]
      return sittings.around(new Date(from).toISOString(), new Date(until).toISOString())
    },
    lack,
    follow: door.follow,
    latencyMs: deps.latencyMs,
    ffmpeg: commands.ffmpeg,
    folderOf,
    finisher,
    stopped: async ({ id, said }, why) => {
      await audit(RECORDER, 'recording.stopped', id, { title: said.title.ja, why })
      await tell('recording-stopped', said.title.ja, why)
    },
    changed,
    holder,
    now,
    log,
  })
  const recordings = recordingsService({
    audit,
    announce,
    now,
    store,
    settings,
    keeper,
    chaptersOf: (recording) => chaptersNow(recording, recording.recorded.parts),
    films: library.media,
    usersOf: async (assetId) => (await library.users()).filter(({ assetIds }) => assetIds.includes(assetId)),
    binFilm: library.bin,
    room,
    canRecord: async () => (await isInstalled(commands.ffmpeg)) && isInstalled(commands.ffprobe),
    dropParts: (id) => rm(folderOf(id), { recursive: true, force: true }),
    kiosksChanged: deps.kiosksChanged,
    sittingShown: deps.sittingShown,
  })
  return {
    list: recordings.list,
    /** One that was made elsewhere; false where it is there already. */
    add: store.insert,
    addRoutes: (api: Api): void => addRecordingRoutes(api, recordings),
    /** Once people can be told of anything. */
    notifyBy: (told: Notify): void => {
      notify = told
    },
    jobs: [
      { name: 'recordings', cron: '* * * * * *', run: keeper.tick },
      { name: 'recording-parts', cron: '37 4 * * *', run: () => sweepParts(folder, store) },
    ] satisfies readonly Job[],
    close: async (): Promise<void> => {
      await keeper.close()
      await door.close()
    },
  }
}
