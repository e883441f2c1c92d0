/** Runs the sample council stream on its own: `node council-stream/main.ts --port 8091`. */
import { parseArgs } from 'node:util'
import { startCouncilStream } from './server.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8091' }, host: { type: 'string', default: '127.0.0.1' } },
})
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  process.stderr.write(`--port ${values.port}: not a port number\n`)
  process.exit(1)
}

const stream = await startCouncilStream({ port, host: values.host }).catch((err: unknown) => {
  process.stderr.write(`council stream: ${err instanceof Error ? err.message : String(err)}\n`)
  process.exit(1)
})
process.stdout.write(`${stream.url}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stream.close())
