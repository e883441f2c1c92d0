import type { WayAnswer } from '@akari/protocol'
import { askedThread, type ThreadOptions } from '../asked-thread.ts'
import { type Compiled, type ReadPlan, type Reported, VenueAnswer, type VenueTask } from './venue-messages.ts'
import { draftWork, readPlan } from './venue-work.ts'
import { takingWork, type TakenWay } from './way-work.ts'

/** Where the thread starts: beside this file, in the checkout as TypeScript and in a release as a bundle. */
export const VENUE_WORKER_ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './venue.worker.ts' : './venue.worker.js',
  import.meta.url,
)

type Asking<K extends VenueTask['kind']> = Omit<Extract<VenueTask, { kind: K }>, 'kind'>

export type VenueThread = {
  read: (task: Asking<'read'>) => Promise<ReadPlan>
  report: (task: Asking<'report'>) => Promise<Reported>
  compile: (task: Asking<'compile'>) => Promise<Compiled>
  route: (task: Asking<'route'>) => Promise<WayAnswer>
  take: (task: Asking<'take'>) => Promise<TakenWay>
  close: () => Promise<void>
}

/** See asked-thread.ts; a venue that is too much fails its question with `ThreadTooMuch`. */
export function startVenueThread(options: ThreadOptions): VenueThread {
  const { ask, close } = askedThread<VenueTask, VenueAnswer>(options, (message) => {
    const answer = VenueAnswer.safeParse(message)
    return answer.success ? answer.data : null
  })
  return {
    read: async (task) => {
      const answer = await ask({ kind: 'read', ...task })
      return answer.kind === 'read' ? answer.result : refuse(answer)
    },
    report: async (task) => {
      const answer = await ask({ kind: 'report', ...task })
      return answer.kind === 'report' ? answer.result : refuse(answer)
    },
    compile: async (task) => {
      const answer = await ask({ kind: 'compile', ...task })
      return answer.kind === 'compile' ? answer.result : refuse(answer)
    },
    route: async (task) => {
      const answer = await ask({ kind: 'route', ...task })
      return answer.kind === 'route' ? answer.result : refuse(answer)
    },
    take: async (task) => {
      const answer = await ask({ kind: 'take', ...task })
      return answer.kind === 'take' ? answer.result : refuse(answer)
    },
    close,
  }
}

/** The same without a thread, for a handful of small venues. */
export function venueWorkHere(): VenueThread {
  return { ...draftWork(), read: readPlan, take: takingWork(), close: () => Promise.resolve() }
}

function refuse(answer: VenueAnswer): never {
  throw new Error(answer.kind === 'failed' ? answer.message : 'the venue thread answered something else')
}
