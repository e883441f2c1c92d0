import { existsSync } from 'node:fs'
import { open, readFile, rm, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import {
  agentFor,
  ANY_CONTENT,
  paired,
  screenOf,
  stateOf,
  temporaryFolder,
  until,
} from '@akari/player/agent/testing/agent-under-test'
import { CmsPeer } from '@akari/player/agent/testing/cms-peer'
import { someAlert, someFile, someProgramme } from '@akari/player/agent/testing/samples'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeImage, mounted, noLoopDevice, type Mounted } from './loop-disk.ts'

const WHY_NO_LOOP = await noLoopDevice()
const DISK_BYTES = 40 * 1024 * 1024
/** A sixteenth of the disk, in pieces of 512 KiB. */
const RESERVE_BYTES = 2 * 1024 * 1024
const [poster, film, long] = [
  someFile('poster'),
  someFile('film '.repeat(1_000_000)),
  someFile('long film '.repeat(8_000_000)),
]
const PATIENCE = { timeout: 20_000 }

/** A display with an ext4 file system of its own, which another program can fill. */
let disk: Mounted
let peer: CmsPeer
let agent: Awaited<ReturnType<typeof agentFor>>

beforeAll(async () => {
  if (WHY_NO_LOOP !== null) return
  const folder = await temporaryFolder()
  disk = await mounted(await makeImage(folder, DISK_BYTES), join(folder, 'disk'))
  peer = new CmsPeer()
  for (const { ref, content } of [poster, film, long]) peer.files.set(ref.sha256, content)
  await peer.up()
  agent = await agentFor(peer, data(), { content: { ...ANY_CONTENT, reserveBytes: 8 * 1024 * 1024 } })
  await paired(agent, peer)
  peer.publish(someProgramme(1, [poster.ref]))
  await until(agent, ({ programme }) => programme?.revision === 1)
})
afterAll(async () => {
  if (WHY_NO_LOOP !== null) return
  await agent.close()
  await peer.down()
  await disk.unmount()
})

const data = () => join(disk.path, 'data')
const filler = () => join(disk.path, 'of-another-program')
const reserve = () => join(data(), 'reserve')
const sizeOf = (path: string) => stat(path).then(({ size }) => size)
const faults = () => peer.healths.at(-1)?.faults.map(({ code }) => code) ?? []
const content = () => peer.healths.at(-1)?.content
const savedOf = (revision: number) =>
  peer.acknowledgements.flatMap(({ acknowledgement: a }) =>
    a.kind === 'received' && a.revision === revision ? [a.saved] : [],
  )

/** Another program writes until the disk takes not one byte more. */
async function fill(): Promise<void> {
  const file = await open(filler(), 'a')
  try {
    for (let bytes = 1024 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2)) {
      while (await file.write(Buffer.alloc(bytes, 7)).then(() => true, isFull));
    }
  } finally {
    await file.close()
  }
}
const isFull = (error: unknown): boolean => {
  if (error instanceof Error && error.message.startsWith('ENOSPC')) return false
  throw error
}

describe('on a disk that another program has filled', () => {
  beforeEach(({ skip }) => skip(WHY_NO_LOOP !== null, WHY_NO_LOOP ?? ''))

  it('an emergency is saved with the room that was kept, and what is to be reported goes on', async () => {
    await expect.poll(() => sizeOf(reserve()), PATIENCE).toBe(RESERVE_BYTES)
    await fill()
    peer.issue('live', peer.sign('live', 11, [someAlert()]))
    await expect.poll(() => savedOf(11), PATIENCE).toEqual([true])
    expect(await sizeOf(reserve())).toBeLessThan(RESERVE_BYTES)
    await expect.poll(faults, PATIENCE).toContain('disk-full')
    const waiting = join(data(), 'state', 'acknowledgements.jsonl')
    await expect.poll(() => existsSync(waiting), PATIENCE).toBe(false)
    await peer.down()
    const screen = await screenOf(agent)
    screen.say({
      type: 'alert.shown',
      acknowledgement: { kind: 'shown', channel: 'live', epoch: 1, revision: 11, at: '2026-11-28T09:00:00Z' },
    })
    await expect.poll(() => readFile(waiting, 'utf8').catch(() => ''), PATIENCE).toContain('"kind":"shown"')
    screen.close()
    await peer.up()
    await until(agent, ({ link }) => link.state === 'online', PATIENCE.timeout)
  })

  it('a programme that does not fit is never on the glass: the one before stays, and it is reported', async () => {
    peer.publish(someProgramme(2, [film.ref]))
    await expect.poll(content, PATIENCE).toMatchObject({ state: 'failing', wanted: 2, held: 1 })
    await expect.poll(faults, PATIENCE).toContain('content-too-large')
    expect(await stateOf(agent)).toMatchObject({ programme: { revision: 1 }, files: [poster.ref.sha256] })
    const picture = await fetch(`${agent.url}/files/${poster.ref.sha256}`)
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(poster.content)
  })

  it('an emergency is shown all the same once the last reserve is gone, and said to be unsaved', async () => {
    await rm(reserve())
    await fill()
    peer.issue('live', peer.sign('live', 12, [someAlert({ id: 'fire-1' })]))
    const { alerts } = await until(agent, (state) => state.alerts.live?.state.revision === 12, PATIENCE.timeout)
    expect(alerts.live?.state.alerts.map(({ id }) => id)).toEqual(['fire-1'])
    await expect.poll(() => savedOf(12), PATIENCE).toContain(false)
    await expect.poll(faults, PATIENCE).toContain('alert-not-saved')
    expect((await stateOf(agent)).programme?.revision).toBe(1)
  })

  it('all of it mends itself when there is room again', async () => {
    await truncate(filler(), 1024)
    await until(agent, ({ programme }) => programme?.revision === 2, PATIENCE.timeout)
    await expect.poll(() => savedOf(12).at(-1), PATIENCE).toBe(true)
    await expect.poll(() => sizeOf(reserve()), PATIENCE).toBe(RESERVE_BYTES)
    const ofTheDisk = () => faults().filter((code) => ['disk-full', 'alert-not-saved'].includes(code))
    await expect.poll(ofTheDisk, PATIENCE).toEqual([])
    await expect.poll(content, PATIENCE).toMatchObject({ state: 'complete', held: 2 })
  })

  it('one that could never fit is refused before a byte of it is fetched', async () => {
    peer.publish(someProgramme(3, [long.ref]))
    await expect.poll(content, PATIENCE).toMatchObject({ state: 'failing', wanted: 3, held: 2 })
    expect(peer.requests.filter((url) => url.includes(long.ref.sha256))).toEqual([])
    expect((await stateOf(agent)).files).toEqual([film.ref.sha256])
  })

  it('one whose room is taken while it comes leaves the one before it, and is there once the room is', async () => {
    const second = someFile('second film '.repeat(800_000))
    peer.files.set(second.ref.sha256, second.content)
    await agent.close()
    const slow = { ...ANY_CONTENT, bytesPerSecond: 8_000_000, reserveBytes: 8 * 1024 * 1024 }
    agent = await agentFor(peer, data(), { content: slow })
    await until(agent, ({ link }) => link.state === 'online', PATIENCE.timeout)
    peer.publish(someProgramme(4, [second.ref]))
    await expect.poll(() => existsSync(join(data(), 'files', `${second.ref.sha256}.part`)), PATIENCE).toBe(true)
    await fill()
    await expect.poll(content, PATIENCE).toMatchObject({ state: 'failing', wanted: 4, held: 2 })
    expect(await stateOf(agent)).toMatchObject({ programme: { revision: 2 }, files: [film.ref.sha256] })
    await rm(filler())
    await until(agent, ({ programme }) => programme?.revision === 4, PATIENCE.timeout)
  })
})
