import { parentPort, workerData } from 'node:worker_threads'
import { faultText, streamSource } from '@akari/node-kit'
import { type RelayAnswer, RelayOptions, type RelayQuestion } from './relay-messages.ts'

/** The thread that asks live streams and reads what they send: the server stays free for alerts meanwhile. */
const port = parentPort
if (port === null) throw new Error('relay.worker.ts runs as a thread')
const { privateHosts, userAgent } = RelayOptions.parse(workerData)
const source = streamSource({ privateHosts: new Set(privateHosts), userAgent })

port.on('message', ({ id, entry, ask }: RelayQuestion) => {
  source
    .ask(entry, ask)
    .catch((err: unknown): RelayAnswer => ({ kind: 'unreachable', detail: faultText(err) }))
    .then((answer) => {
      if (answer.kind !== 'part') return port.postMessage({ id, answer })
      // Bytes of its own, which change hands instead of being copied once more.
      const body = new Uint8Array(answer.body)
      port.postMessage({ id, answer: { ...answer, body } }, [body.buffer])
    })
    .catch((err: unknown) => {
      throw err
    })
})
