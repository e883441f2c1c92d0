import type { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { ENTRY_ASK, LIST, playlistOf, source, studio } from '../testing/studio.ts'

it('gives up on what comes byte by byte, hangs up, and answers others meanwhile', async () => {
  const dripping: Socket[] = []
  const slow = await studio((req, res) => {
    dripping.push(req.socket)
    res.writeHead(200, { 'content-type': 'application/vnd.apple.mpegurl', 'content-length': 1_000_000 })
    const drip = setInterval(() => res.write('#'), 20)
    res.on('close', () => clearInterval(drip))
  })
  const well = await studio(playlistOf(LIST))
  const { ask } = source({ timeoutMs: 1000 })
  const given = ask(slow.entry, ENTRY_ASK)
  await expect.poll(() => dripping).toHaveLength(1)
  expect(await ask(well.entry, ENTRY_ASK)).toMatchObject({ kind: 'playlist' })
  const [socket] = dripping
  if (socket === undefined) throw new Error('nobody came')
  // How it ends, by an end or a reset, is the system's.
  const left = new Promise((done) => socket.once('close', done))
  expect(await given).toEqual({ kind: 'unreachable', fault: 'noAnswer', detail: 'no answer in time' })
  await left
})

it('gives up on a server that takes the connection and says nothing', async () => {
  const silent = await studio(() => {})
  expect(await source({ timeoutMs: 200 }).ask(silent.entry, ENTRY_ASK)).toMatchObject({ kind: 'unreachable' })
})
