import { appendFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Play, PlayReport } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import type { Faults } from '../faults.ts'
import { temporaryFolder } from '../testing/agent-under-test.ts'
import { openPlayLog } from './play-log.ts'

const NINE = Date.parse('2026-11-02T00:00:00Z')
const at = (seconds: number) => new Date(NINE + seconds * 1000).toISOString()

function somePlay(n: number, changes: Partial<Play> = {}): Play {
  return {
    id: `play-${n}`,
    startedAt: at(n),
    endedAt: at(n + 1),
    ending: 'whole',
    shown: {
      kind: 'item',
      scene: 'image',
      layer: 'scheduled',
      entryId: 'spot',
      playlistId: 'spots',
      itemId: 'spot-1',
      title: '献血のお知らせ',
      asset: null,
      dueAt: at(n),
    },
    ...changes,
  }
}

async function someLog(options: { folder?: string; budgetBytes?: number; now?: () => number } = {}) {
  const folder = options.folder ?? join(await temporaryFolder(), 'plays')
  const reported: string[] = []
  const faults: Faults = {
    report: (code) => void reported.push(code),
    clear: () => undefined,
    active: () => [],
  }
  const now = options.now ?? (() => NINE)
  const budget = options.budgetBytes === undefined ? {} : { budgetBytes: options.budgetBytes }
  const { log, lately } = await openPlayLog({ folder, faults, now, ...budget })
  return { log, lately, folder, reported }
}

async function drained(log: Awaited<ReturnType<typeof someLog>>['log']): Promise<Play[]> {
  const all: Play[] = []
  for (let batch = await log.next(); batch !== null; batch = await log.next()) {
    all.push(...batch.plays)
    await log.confirm(batch)
  }
  return all
}

describe('the log of plays', () => {
  it('gives what was told until it is confirmed, also to the next process', async () => {
    const first = await someLog()
    for (const n of [0, 1, 2]) first.log.add(somePlay(n))
    await first.log.close()
    const second = await someLog({ folder: first.folder })
    expect((await second.log.next())?.plays.map(({ id }) => id)).toEqual(['play-0', 'play-1', 'play-2'])
    second.log.add(somePlay(3))
    expect((await drained(second.log)).map(({ id }) => id)).toEqual(['play-0', 'play-1', 'play-2', 'play-3'])
    expect(await second.log.next()).toBeNull()
  })

  it('uploads a play once it is over, and knows after a restart which one was on', async () => {
    const { log, folder } = await someLog()
    const begun: PlayReport = { id: 'play-0', startedAt: at(0), endedAt: null, shown: somePlay(0).shown }
    log.add(begun)
    expect(await log.next()).toBeNull()
    await log.close()
    const after = await someLog({ folder })
    expect(after.lately).toEqual([begun])
    after.log.add(somePlay(0))
    expect(await drained(after.log)).toEqual([somePlay(0)])
  })

  it('reads past a line that a power cut tore, and says so', async () => {
    const { log, folder } = await someLog()
    log.add(somePlay(0))
    await log.close()
    const [name] = await readdir(folder)
    await appendFile(join(folder, name ?? ''), JSON.stringify(somePlay(1)).slice(0, 40))
    const after = await someLog({ folder })
    expect(after.reported).toEqual(['plays-damaged'])
    after.log.add(somePlay(2))
    expect((await drained(after.log)).map(({ id }) => id)).toEqual(['play-0', 'play-2'])
  })

  it('keeps what was confirmed for two hours, for counting, and no longer', async () => {
    const clock = { ms: NINE }
    const { log, folder } = await someLog({ now: () => clock.ms })
    log.add(somePlay(0))
    await drained(log)
    expect((await someLog({ folder, now: () => clock.ms })).lately).toHaveLength(1)
    clock.ms += 3 * 3_600_000
    log.add(somePlay(10_800))
    await drained(log)
    expect((await readdir(folder)).length).toBe(1)
  })

  it('loses nothing of what is told while the disk is being written to', async () => {
    const { log } = await someLog()
    log.add(somePlay(0))
    const written = log.next()
    for (let n = 1; n < 50; n++) {
      await Promise.resolve()
      log.add(somePlay(n))
    }
    const batch = await written
    const later = await drained(log)
    expect(new Set([...(batch?.plays ?? []), ...later].map(({ id }) => id)).size).toBe(50)
  })

  it('drops the oldest when its share of the disk is full, and says how much that was', async () => {
    const { log, reported, folder } = await someLog({ budgetBytes: 200_000 })
    for (let n = 0; n < 2000; n++) {
      log.add(somePlay(n))
      if (n % 100 === 99) await log.next()
    }
    await log.close()
    expect(reported).toContain('plays-dropped')
    const left = await drained((await someLog({ folder, budgetBytes: 200_000 })).log)
    const gaps = left.flatMap(({ shown }) => (shown.kind === 'unrecorded' ? [shown.records] : []))
    const items = left.filter(({ shown }) => shown.kind === 'item')
    expect(items.at(-1)?.id).toBe('play-1999')
    expect(gaps.reduce((sum, records) => sum + records, 0) + items.length).toBe(2000)
    expect(items.length).toBeLessThan(1000)
  })

  it('holds what the disk does not take, and writes it when it does', async () => {
    const { log, folder, reported } = await someLog()
    await rm(folder, { recursive: true })
    log.add(somePlay(0))
    expect(await log.next()).toBeNull()
    expect(reported).toEqual(['plays-not-saved'])
    await mkdir(folder)
    expect((await drained(log)).map(({ id }) => id)).toEqual(['play-0'])
  })

  it('lets everything go when the display becomes another one', async () => {
    const { log, folder } = await someLog()
    log.add(somePlay(0))
    await log.next()
    await log.forget()
    expect(await log.next()).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })
})
