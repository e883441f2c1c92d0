import { join } from 'node:path'
import type { AssetHistory, AssetUses, Id, MediaTools, Sha256 } from '@akari/protocol'
import type { Request } from 'express'
import type { Logger } from 'pino'
import type { MainDatabase } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { AssetUser } from '../asset-users.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { collectGarbage } from './assets.jobs.ts'
import { addAssetRoutes } from './assets.routes.ts'
import { type AssetsService, assetsService } from './assets.service.ts'
import { assetStore } from './assets.store.ts'
import { audioTools } from './audio.ts'
import { documentTools } from './documents.ts'
import { fileStore } from './file-store.ts'
import { addFileRoutes } from './files.routes.ts'
import { addFolderRoutes } from './folders.routes.ts'
import { foldersService } from './folders.service.ts'
import { folderStore } from './folders.store.ts'
import { IMAGE_WORKER_ENTRY, startImageProcess } from './image-process.ts'
import { addMediaJobRoutes } from './media-jobs.routes.ts'
import { type MediaJobs, mediaJobs } from './media-jobs.service.ts'
import { mediaJobStore } from './media-jobs.store.ts'
import { mediaWork } from './media-work.ts'
import { renditionMaker } from './renditions.ts'
import type { Sides } from './transcode.ts'
import { uploads } from './uploads.ts'
import { videoTools } from './video.ts'

/** A picture that takes longer than this to decode is refused. */
const IMAGE_LIMIT_MS = 60_000
const IMAGE_IDLE_MS = 30_000

/** Programs by name or path; what is not installed is done without. */
export const MEDIA_COMMANDS = {
  ffprobe: 'ffprobe',
  ffmpeg: 'ffmpeg',
  /** The ffmpeg that makes films displays can play. */
  converter: 'ffmpeg',
  pdftoppm: 'pdftoppm',
  pdfinfo: 'pdfinfo',
  soffice: 'soffice',
}

type Deps = ServiceDeps & {
  db: MainDatabase
  dataDir: string
  log: Logger
  commands: typeof MEDIA_COMMANDS
  actorOf: (req: Request) => Promise<Actor>
  users: () => Promise<readonly AssetUser[]>
  reachOf: (playlistIds: readonly Id[]) => Promise<AssetUses>
  historyOf: (subject: string) => Promise<AssetHistory>
  /** Sides of the largest glass, which no film needs to exceed. */
  largestGlass: () => Promise<Sides>
}

export type MediaLibrary = ReturnType<typeof mediaLibrary>

/** The whole of the library: assets, their files and folders, uploads, and the work that takes minutes. */
export function mediaLibrary(deps: Deps) {
  const { db, dataDir, log, now } = deps
  const files = fileStore(join(dataDir, 'files'), now)
  const images = startImageProcess({ entry: IMAGE_WORKER_ENTRY, timeoutMs: IMAGE_LIMIT_MS, idleMs: IMAGE_IDLE_MS })
  const media = { store: assetStore(db), files, images, workDir: join(dataDir, 'ingest') }
  const video = videoTools(deps.commands)
  const documents = documentTools(deps.commands)
  const folderRows = folderStore(db)
  const folders = foldersService({ ...deps, store: folderRows })
  const jobRows = mediaJobStore(db)
  // What a job makes becomes assets, and assets ask for jobs: tied together here.
  let receive: AssetsService['receive'] | null = null
  const jobs: MediaJobs = mediaJobs({
    ...deps,
    store: jobRows,
    video,
    documents,
    run: mediaWork({
      ...media,
      jobs: jobRows,
      folders,
      documents,
      video,
      converter: deps.commands.converter,
      largestGlass: deps.largestGlass,
      receive: (path, about, actor) => {
        if (receive === null) throw new Error('the media queue ran before the library was ready')
        return receive(path, about, actor)
      },
    }),
  })
  const tools: () => Promise<MediaTools> = jobs.tools
  const assets = assetsService({
    ...deps,
    ...media,
    video,
    audio: audioTools(deps.commands),
    documents,
    tools,
    folders: folderRows,
    enqueue: jobs.enqueue,
  })
  receive = assets.receive
  const received = uploads({ folder: join(dataDir, 'uploads'), receive: assets.receive, actorOf: deps.actorOf, log })
  jobs.start()
  return {
    assets,
    media,
    jobs,
    folders,
    uploads: received,
    prepareRenditions: renditionMaker({ ...media, log }),
    addRoutes: (api: Api, forPlayers: Parameters<typeof addFileRoutes>[2]): void => {
      addAssetRoutes(api, assets)
      addFolderRoutes(api, folders)
      addFileRoutes(api, assets, forPlayers)
      addMediaJobRoutes(api, jobs)
    },
    housekeep: async (publishedFiles: () => Promise<ReadonlySet<Sha256>>): Promise<void> => {
      await received.sweep()
      await jobs.forget()
      await collectGarbage({ ...media, publishedFiles, now })
    },
    close: async (): Promise<void> => {
      await jobs.close()
      await images.close()
    },
  }
}
