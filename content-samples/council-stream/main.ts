/** Runs the sample council stream on its own: `node council-stream/main.ts --port 8090`. */
import { parseArgs } from 'node:util'
import { startCouncilStream } from './server.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8090' }, host: { type: 'string', default: '127.0.0.1' } },
})
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port ${values.port}: not a port number`)
  process.exit(1)
}

const stream = await startCouncilStream({ port, host: values.host }).catch((err: unknown) => {
  console.error(`council stream: ${err instanceof Error ? err.message : String(err)}`)
  process.exit(1)
})
console.log(stream.url)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stream.close())
