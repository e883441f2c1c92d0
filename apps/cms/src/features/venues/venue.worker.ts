import { parentPort } from 'node:worker_threads'
import type { VenueAnswer, VenueQuestion } from './venue-messages.ts'
import { draftWork, readPlan } from './venue-work.ts'
import { takingWork } from './way-work.ts'

/** The thread that reads plans and works out ways: the server stays free for alerts meanwhile. */
const port = parentPort
if (port === null) throw new Error('venue.worker.ts runs as a thread')
const drafts = draftWork()
const take = takingWork()

port.on('message', ({ id, task }: VenueQuestion) => {
  void answerTo(id, task).then((answer) => port.postMessage(answer))
})

async function answerTo(id: number, task: VenueQuestion['task']): Promise<VenueAnswer> {
  try {
    switch (task.kind) {
      case 'read':
        return { kind: 'read', id, result: await readPlan(task) }
      case 'report':
        return { kind: 'report', id, result: await drafts.report(task) }
      case 'compile':
        return { kind: 'compile', id, result: await drafts.compile(task) }
      case 'route':
        return { kind: 'route', id, result: await drafts.route(task) }
      case 'take':
        return { kind: 'take', id, result: await take(task) }
    }
  } catch (err) {
    return { kind: 'failed', id, message: err instanceof Error ? (err.stack ?? err.message) : String(err) }
  }
}
