import { createLogger } from '@akari/node-kit'
import type { Alert, SourceNotice } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { carriedByDmdata, carriedByFeeds } from './carries.ts'
import { sourceMonitor } from './source-monitor.ts'
import { openSources } from './sources.service.ts'
import { sourcesStore } from './sources.store.ts'
import { settableClock } from './testing/clock.ts'

const RHYTHM = { lateMs: 150_000, silentMs: 600_000 }

function alert(more: Partial<Alert>): Alert {
  const jma = { source: { kind: 'jma', name: { ja: '気象庁' }, reference: 'VPWW55' }, phase: 'inForce' }
  return { ...jma, id: 'rain', hazard: 'heavy-rain', level: 4, class: null, ...more } as Alert
}

onEachDatabase((open) => {
  async function rig(alerts: Alert[]) {
    const clock = settableClock('2026-09-07T14:00:00Z')
    const store = sourcesStore((await open()).main)
    const feeds = sourceMonitor({ id: 'jma', kind: 'jma-pull', label: 'feeds', now: clock.now, rhythm: RHYTHM })
    const line = sourceMonitor({ id: 'dmdata', kind: 'dmdata', label: 'line', now: clock.now, rhythm: RHYTHM })
    const stale = new Map<string, string>()
    let announced = 0
    const start = (
      sources = [
        { monitor: feeds, carries: carriedByFeeds },
        { monitor: line, carries: carriedByDmdata(['eew.warning', 'telegram.earthquake']) },
      ],
    ) =>
      openSources({
        store,
        sources,
        alerts: () => alerts,
        markStale: async (since) => {
          stale.clear()
          for (const [id, from] of since) stale.set(id, from)
        },
        now: clock.now,
        announce: () => void (announced += 1),
        log: createLogger('test', { level: 'silent' }),
      })
    const service = await start()
    const openOf = (notices: readonly SourceNotice[]) =>
      notices.filter(({ until }) => until === null).map(({ id }) => id)
    return {
      clock,
      store,
      feeds,
      line,
      stale,
      start,
      service,
      openIds: () => openOf(service.desk().notices),
      announcements: () => announced,
    }
  }

  it('says on a level 4 that its news has stopped, alarms the desk, and takes both back when it is heard again', async () => {
    const { clock, feeds, line, stale, service, openIds } = await rig([alert({}), alert({ id: 'advisory', level: 2 })])
    feeds.heard()
    line.heard()
    await service.tick()
    expect([stale.size, openIds()]).toEqual([0, []])
    clock.pass({ minutes: 11 })
    line.heard()
    await service.tick()
    expect([...stale]).toEqual([['rain', '2026-09-07T14:00:00.000Z']])
    expect(openIds()).toEqual(['silent:jma', 'alert-stale'])
    expect(service.desk().notices[1]).toMatchObject({ kind: 'alert-stale', alertIds: ['rain'] })
    feeds.heard({ complete: false })
    await service.tick()
    expect(stale.size).toBe(1)
    feeds.heard()
    await service.tick()
    expect([stale.size, openIds()]).toEqual([0, []])
    expect(service.desk().notices.map(({ until }) => until)).not.toContain(null)
  })

  it('trusts a second source that would bring the news as well, and only such a one', async () => {
    const { clock, feeds, line, stale, service } = await rig([
      alert({}),
      alert({ id: 'wave', hazard: 'tsunami', level: null, class: 'special' }),
    ])
    feeds.heard()
    clock.pass({ minutes: 11 })
    line.heard()
    await service.tick()
    expect([...stale.keys()]).toEqual(['rain'])
  })

  it('never doubts an alert that nobody would take back by a feed', async () => {
    const operator = { kind: 'operator', name: { ja: '小金井市' }, reference: 'user:a' } as const
    const { clock, stale, service } = await rig([alert({ source: operator }), alert({ id: 'over', phase: 'cleared' })])
    clock.pass({ minutes: 60 })
    await service.tick()
    expect(stale.size).toBe(0)
  })

  it('remembers across a restart how long nothing was heard', async () => {
    const { clock, feeds, stale, start, service } = await rig([alert({})])
    feeds.heard()
    await service.tick()
    clock.pass({ minutes: 20 })
    const fresh = sourceMonitor({ id: 'jma', kind: 'jma-pull', label: 'feeds', now: clock.now, rhythm: RHYTHM })
    const again = await start([{ monitor: fresh, carries: carriedByFeeds }])
    await again.tick()
    expect([...stale]).toEqual([['rain', '2026-09-07T14:00:00.000Z']])
    expect(again.desk().notices.find(({ kind }) => kind === 'alert-stale')?.until).toBeNull()
  })

  it('takes the word of another server that hears the source', async () => {
    const { clock, store, line, stale, service, openIds } = await rig([alert({ hazard: 'earthquake' })])
    line.tells({ alarms: () => [{ kind: 'link-lost', since: new Date('2026-09-07T14:00:00Z') }] })
    clock.pass({ minutes: 30 })
    await service.tick()
    expect(openIds()).toContain('link-lost:dmdata')
    await store.sawComplete('dmdata', clock.now())
    await store.sawComplete('dmdata', new Date('2026-09-07T14:00:00Z'))
    await service.tick()
    expect([openIds(), stale.size]).toEqual([['silent:jma'], 0])
  })

  it('keeps a note of the time whose warnings are lost, and announces what changed only', async () => {
    const { feeds, line, service, announcements } = await rig([])
    feeds.heard()
    line.heard()
    service.lostForGood('dmdata', new Date('2026-09-07T13:00:00Z'), new Date('2026-09-07T13:05:00Z'))
    await service.tick()
    const after = announcements()
    await service.tick()
    expect(announcements()).toBe(after)
    expect(service.desk().notices).toMatchObject([
      { kind: 'eew-gap', since: '2026-09-07T13:00:00.000Z', until: '2026-09-07T13:05:00.000Z' },
    ])
  })
})
