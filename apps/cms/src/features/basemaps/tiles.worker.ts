import { parentPort } from 'node:worker_threads'
import { checkTiles, type TilesAnswer, type TilesQuestion } from './check-tiles.ts'

/** The thread that reads what staff send as street maps: the server stays free for alerts meanwhile. */
const port = parentPort
if (port === null) throw new Error('tiles.worker.ts runs as a thread')

port.on('message', ({ id, task }: TilesQuestion) => {
  void checkTiles(task.path).then((checked) => {
    const answer: TilesAnswer = { id, checked }
    port.postMessage(answer)
  })
})
