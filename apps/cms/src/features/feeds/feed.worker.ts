import { parentPort } from 'node:worker_threads'
import type { FeedQuestion } from './feed-messages.ts'
import { feedWork } from './feed-work.ts'

/** The thread that reads what sources send: the server stays free for alerts meanwhile. */
const port = parentPort
if (port === null) throw new Error('feed.worker.ts runs as a thread')
const answer = feedWork()

port.on('message', (question: FeedQuestion) => {
  void answer(question).then((said) => port.postMessage(said))
})
