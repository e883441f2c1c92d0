import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Acknowledgement } from '@akari/protocol'
import { beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from './testing/agent-under-test.ts'
import { openOutbox } from './outbox.ts'

let path: string
let reported: string[]
const faults = {
  report: (code: string) => void reported.push(code),
  clear: () => {},
  active: () => [],
}
beforeEach(async () => {
  path = join(await temporaryFolder(), 'acknowledgements.jsonl')
  reported = []
})

const someOutbox = (room = async () => false) =>
  openOutbox({ path, schema: Acknowledgement, name: 'outbox', room, faults })
const shown = (revision: number): Acknowledgement => ({
  kind: 'shown',
  channel: 'live',
  epoch: 1,
  revision,
  at: '2026-10-01T09:00:00Z',
})
const lines = async () => (await readFile(path, 'utf8')).trim().split('\n')

describe('the outbox', () => {
  it('finds after a restart what was not confirmed', async () => {
    const first = await someOutbox()
    await Promise.all([first.add(shown(1)), first.add(shown(2))])
    expect((await someOutbox()).pending()).toEqual([shown(1), shown(2)])
  })

  it('leaves nothing behind once all is confirmed', async () => {
    const outbox = await someOutbox()
    await outbox.add(shown(1))
    await outbox.settle(outbox.pending())
    await expect(readFile(path)).rejects.toThrow('ENOENT')
    await outbox.add(shown(2))
    expect(await lines()).toHaveLength(1)
  })

  it('reads around a line a power cut has torn, and does not glue the next one to it', async () => {
    const before = await someOutbox()
    await before.add(shown(1))
    await appendFile(path, '{"kind":"shown","chan')
    const after = await someOutbox()
    expect(after.pending()).toEqual([shown(1)])
    expect(reported).toContain('outbox-damaged')
    await after.add(shown(2))
    expect((await someOutbox()).pending()).toEqual([shown(1), shown(2)])
  })

  it('keeps a whole last line whose newline was lost', async () => {
    await writeFile(path, JSON.stringify(shown(1)))
    const outbox = await someOutbox()
    await outbox.add(shown(2))
    expect((await someOutbox()).pending()).toEqual([shown(1), shown(2)])
  })

  it('goes on in memory when the disk does not take it', async () => {
    const outbox = await someOutbox()
    await mkdir(path)
    await outbox.add(shown(1))
    expect(reported).toContain('outbox-not-saved')
    expect(outbox.pending()).toEqual([shown(1)])
    await rm(path, { recursive: true })
    await outbox.add(shown(2))
    expect((await someOutbox()).pending()).toEqual([shown(1), shown(2)])
  })

  it('saves what the disk had refused without waiting for the next entry', async () => {
    const outbox = await someOutbox()
    await mkdir(path)
    await outbox.add(shown(1))
    await rm(path, { recursive: true })
    await outbox.saveAgain()
    expect((await someOutbox()).pending()).toEqual([shown(1)])
  })

  it('notices a digit that has changed on the disk', async () => {
    const outbox = await someOutbox()
    await outbox.add(shown(1))
    await outbox.add(shown(2))
    await writeFile(path, (await readFile(path, 'utf8')).replace('"revision":1', '"revision":7'))
    expect((await someOutbox()).pending()).toEqual([shown(2)])
    expect(reported).toContain('outbox-damaged')
  })

  it('keeps the newest when nobody listens for a very long time', async () => {
    await writeFile(path, Array.from({ length: 5_000 }, (_, n) => `${JSON.stringify(shown(n))}\n`).join(''))
    const outbox = await someOutbox()
    expect(outbox.pending()).toHaveLength(2_000)
    expect(outbox.pending().at(-1)).toEqual(shown(4_999))
    await outbox.add(shown(5_000))
    expect(await lines()).toHaveLength(2_000)
  })
})
