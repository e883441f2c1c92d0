/** Runs the feeds of the sample's town on their own: `node town-feeds/main.ts --port 8093`. */
import { parseArgs } from 'node:util'
import { startTownFeeds } from './server.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8093' }, host: { type: 'string', default: '127.0.0.1' } },
})
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  process.stderr.write(`--port ${values.port}: not a port number\n`)
  process.exit(1)
}

const feeds = await startTownFeeds({ port, host: values.host }).catch((err: unknown) => {
  process.stderr.write(`town feeds: ${err instanceof Error ? err.message : String(err)}\n`)
  process.exit(1)
})
process.stdout.write(`${feeds.origin}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void feeds.close())
