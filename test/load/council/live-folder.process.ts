/** A plain static file server, and the encoder that writes a live stream of 1 s segments into its folder. */
import { createReadStream } from 'node:fs'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { randomBytes } from 'node:crypto'
import { setTimeout as pass } from 'node:timers/promises'
import { LiveFolder } from './council-messages.ts'

const { folder, segmentBytes } = LiveFolder.parse(JSON.parse(process.argv[2] ?? ''))
const WINDOW = 6
const bytes = randomBytes(segmentBytes)
let asked = 0

const server = createServer((req, res) => {
  asked += 1
  const path = join(folder, /^\/[\w.]+$/.exec(req.url ?? '')?.[0] ?? 'none')
  stat(path)
    .then(async ({ size }) => {
      const type = path.endsWith('.m3u8') ? 'application/vnd.apple.mpegurl' : 'video/mp2t'
      res.writeHead(200, { 'content-type': type, 'content-length': size })
      await pipeline(createReadStream(path), res)
    })
    .catch(() => (res.headersSent ? res.destroy() : res.writeHead(404).end()))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 })
})
process.on('message', () => process.send?.({ asked }))
process.once('disconnect', () => process.exit(0))

for (let sequence = 0; ; sequence += 1) {
  await writeFile(join(folder, `${sequence}.ts`), bytes)
  const first = Math.max(0, sequence - WINDOW + 1)
  const listed = Array.from({ length: sequence - first + 1 }, (_, i) => `#EXTINF:1.000,\n${first + i}.ts\n`)
  const head = `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:${first}\n`
  await writeFile(join(folder, 'next'), `${head}${listed.join('')}`)
  await rename(join(folder, 'next'), join(folder, 'index.m3u8'))
  await rm(join(folder, `${first - 2 * WINDOW}.ts`), { force: true })
  await pass(1000 - (Date.now() % 1000))
}
