import { type AskedThread, askedThread, type ThreadOptions } from '../asked-thread.ts'
import {
  FeedAnswer,
  type FeedTask,
  type ImportResult,
  type NewsResult,
  type TransitResult,
  type WeatherResult,
} from './feed-messages.ts'
import { feedWork } from './feed-work.ts'
import { FeedFault } from './normalise/feed-fault.ts'

/** Where the thread starts: beside this file, in the checkout as TypeScript and in a release as a bundle. */
export const FEED_WORKER_ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './feed.worker.ts' : './feed.worker.js',
  import.meta.url,
)

type Asking<K extends FeedTask['kind']> = Omit<Extract<FeedTask, { kind: K }>, 'kind'>

/** Reads what sources send. Throws FeedFault for what is not what it should be, ThreadTooMuch for what takes too long. */
export type FeedThread = {
  transit: (task: Asking<'transit'>) => Promise<TransitResult>
  weather: (task: Asking<'weather'>) => Promise<WeatherResult>
  news: (task: Asking<'news'>) => Promise<NewsResult>
  import: (task: Asking<'import'>) => Promise<ImportResult>
  close: () => Promise<void>
}

export function startFeedThread(options: ThreadOptions): FeedThread {
  return asking(
    askedThread<FeedTask, FeedAnswer>(options, (message) => {
      const answer = FeedAnswer.safeParse(message)
      return answer.success ? answer.data : null
    }),
  )
}

/** The same without a thread, for a handful of small feeds. */
export function feedWorkHere(): FeedThread {
  const work = feedWork()
  return asking({ ask: (task) => work({ id: 0, task }), close: () => Promise.resolve() })
}

function asking({ ask, close }: AskedThread<FeedTask, FeedAnswer>): FeedThread {
  return {
    transit: async (task) => {
      const answer = await ask({ kind: 'transit', ...task })
      return answer.kind === 'transit' ? answer.result : refuse(answer)
    },
    weather: async (task) => {
      const answer = await ask({ kind: 'weather', ...task })
      return answer.kind === 'weather' ? answer.result : refuse(answer)
    },
    news: async (task) => {
      const answer = await ask({ kind: 'news', ...task })
      return answer.kind === 'news' ? answer.result : refuse(answer)
    },
    import: async (task) => {
      const answer = await ask({ kind: 'import', ...task })
      return answer.kind === 'import' ? answer.result : refuse(answer)
    },
    close,
  }
}

function refuse(answer: FeedAnswer): never {
  if (answer.kind === 'refused') throw new FeedFault(answer.message)
  throw new Error(answer.kind === 'failed' ? answer.message : 'the feed thread answered something else')
}
