import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FaultRecord } from '@akari/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { agentFor, paired, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { faultJournal } from './fault-journal.ts'

function someJournal() {
  const at = { ms: Date.parse('2026-11-28T03:00:00Z') }
  const kept: FaultRecord[] = []
  const remembered: FaultRecord[] = []
  const journal = faultJournal({ monotonicMs: () => at.ms })
  const open = (earlier: readonly FaultRecord[] = []) =>
    journal.open({
      keep: (record) => kept.push(record),
      now: () => new Date(at.ms).toISOString(),
      earlier,
      remember: (goingOn) => remembered.splice(0, remembered.length, ...goingOn),
    })
  return { at, kept, remembered, journal, open }
}

describe('the fault journal', () => {
  it('makes one record of a fault that repeats, told when it begins and when it is over', () => {
    const { at, kept, journal, open } = someJournal()
    open()
    for (let n = 0; n < 5_000; n++) {
      journal.note('storm', 'x')
      at.ms += 100
    }
    expect(kept).toHaveLength(1)
    at.ms += 10 * 60_000
    journal.look()
    journal.look()
    const [begun, over] = kept
    expect(begun).toMatchObject({ code: 'storm', detail: 'x', times: 1, over: false })
    expect(over).toMatchObject({ id: begun?.id, firstAt: begun?.firstAt, times: 5_000, over: true })
    expect(over?.lastAt).toBe(new Date(Date.parse(begun?.firstAt ?? '') + 499_900).toISOString())
    expect(kept).toHaveLength(2)
  })

  it('says after a start that what went on when the agent ended is over', () => {
    const before = someJournal()
    before.open()
    before.journal.note('storm', 'x')
    const after = someJournal()
    after.open(before.remembered)
    expect(after.kept).toEqual([{ ...before.kept[0], over: true }])
    expect(after.remembered).toEqual([])
  })

  it('tells nobody the end of what another display went through', () => {
    const { at, kept, remembered, journal, open } = someJournal()
    open()
    journal.note('storm', 'x')
    journal.forget()
    at.ms += 10 * 60_000
    journal.look()
    expect(kept).toHaveLength(1)
    expect(remembered).toEqual([])
  })

  it('begins a new record when it comes back after ten quiet minutes', () => {
    const { at, kept, journal, open } = someJournal()
    open()
    journal.note('blip', 'x')
    at.ms += 10 * 60_000
    journal.note('blip', 'y')
    expect(kept.map(({ detail, over }) => ({ detail, over }))).toEqual([
      { detail: 'x', over: false },
      { detail: 'x', over: true },
      { detail: 'y', over: false },
    ])
  })

  it('keeps what was met before there was a clock or a disk', () => {
    const { kept, journal, open } = someJournal()
    journal.note('data-folder', 'EACCES')
    open()
    expect(kept).toMatchObject([{ code: 'data-folder', detail: 'EACCES' }])
  })
})

describe('what went wrong while the CMS was away', () => {
  it('is on its record afterwards, with what another process of before had met', async () => {
    const peer = new CmsPeer()
    await peer.up()
    const folder = await temporaryFolder()
    let agent = await agentFor(peer, folder)
    onTestFinished(async () => {
      await agent.close()
      await peer.down()
    })
    await paired(agent, peer)
    await agent.close()
    await peer.down()
    await mkdir(join(folder, 'state'), { recursive: true })
    await writeFile(join(folder, 'state', 'programme.json'), '{"programme":{"format":1,"disp')
    agent = await agentFor(peer, folder)
    await agent.close()
    // A power cut tore its last line.
    await appendFile(join(folder, 'state', 'faults.jsonl'), '{"id":"torn","co')
    agent = await agentFor(peer, folder)
    await peer.up()
    await until(agent, ({ link }) => link.state === 'online')
    const codes = () => peer.faults.map(({ code }) => code)
    await expect.poll(codes).toEqual(expect.arrayContaining(['programme-file-damaged', 'fault-records-damaged']))
    // What the process of before had begun is one record, and over.
    const damaged = () => peer.faults.filter(({ code }) => code === 'programme-file-damaged')
    await expect.poll(() => damaged().at(-1)?.over).toBe(true)
    expect(new Set(damaged().map(({ id }) => id)).size).toBe(1)
  })
})
