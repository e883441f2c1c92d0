import type { Id, MediaJob, MediaTools } from '@akari/protocol'
import type { Logger } from 'pino'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { DocumentTools } from './documents.ts'
import type { MediaJobStore, StoredJob } from './media-jobs.store.ts'
import { type RunJob, startMediaQueue } from './media-queue.ts'
import type { VideoTools } from './video.ts'

export type MediaJobs = {
  list: () => Promise<MediaJob[]>
  enqueue: (job: NewJob, actor: Actor) => Promise<Id>
  cancel: (id: Id, actor: Actor) => Promise<void>
  /** Again, after it failed or was cancelled. */
  retry: (id: Id, actor: Actor) => Promise<void>
  /** Takes an ended job from the list. */
  dismiss: (id: Id) => Promise<void>
  tools: () => Promise<MediaTools>
  start: () => void
  idle: () => Promise<void>
  forget: () => Promise<void>
  close: () => Promise<void>
}
export type NewJob = Pick<StoredJob, 'kind' | 'assetId' | 'sourceSha256' | 'about' | 'total'>

type Deps = ServiceDeps & {
  store: MediaJobStore
  video: VideoTools
  documents: DocumentTools
  run: RunJob
  log: Logger
}

const DAY_MS = 86_400_000

/** Work on files that takes minutes. `not-found`; `conflict` for what is over, or goes on, already. */
export function mediaJobs(deps: Deps): MediaJobs {
  const announce = () => deps.announce('assets')
  const queue = startMediaQueue({ ...deps, announce })
  const moveOr = async (id: Id, from: StoredJob['state'][], to: Partial<StoredJob>): Promise<void> => {
    if (await deps.store.move(id, from, to)) return
    throw new AppError((await deps.store.find(id)) === null ? 'not-found' : 'conflict')
  }
  return {
    list: deps.store.list,
    enqueue: async (job, actor) => {
      const id = deps.newId()
      const fresh = { state: 'waiting', done: 0, note: null, folderId: null, actor: nameOf(actor) } as const
      const createdAt = deps.now().toISOString()
      await deps.store.insert({ ...job, ...fresh, id, title: job.about.title, createdAt })
      announce()
      queue.wake()
      return id
    },
    cancel: async (id, actor) => {
      await moveOr(id, ['waiting', 'running'], { state: 'cancelled' })
      queue.stop(id)
      await deps.audit(actor, 'media-job.cancel', id)
      announce()
    },
    retry: async (id, actor) => {
      await moveOr(id, ['failed', 'cancelled'], { state: 'waiting', note: null })
      await deps.audit(actor, 'media-job.retry', id)
      announce()
      queue.wake()
    },
    dismiss: async (id) => {
      const job = await deps.store.find(id)
      if (job === null) throw new AppError('not-found')
      if (job.state === 'waiting' || job.state === 'running') throw new AppError('conflict')
      await deps.store.remove(id)
      announce()
    },
    tools: async () => {
      const { ffprobe, converter } = await deps.video.installed()
      return { looksIntoVideo: ffprobe, converts: ffprobe && converter, ...(await deps.documents.installed()) }
    },
    start: queue.wake,
    idle: queue.idle,
    forget: () => deps.store.forget(new Date(deps.now().getTime() - DAY_MS).toISOString()),
    close: queue.close,
  }
}
