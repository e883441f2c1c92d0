import { createLogger } from '@akari/node-kit'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { acknowledgements } from './acknowledgements.ts'
import { alertsStore } from './alerts.store.ts'

const state = { channel: 'live', epoch: 1, revision: 7 } as const
const log = createLogger('test', { level: 'silent' })
const at = '2026-11-22T09:00:00.000Z'

onEachDatabase((open) => {
  it('stores what six thousand displays answer at the same moment', async () => {
    const store = alertsStore((await open()).alerts, () => Promise.resolve())
    const acks = acknowledgements({ store, log, onStored: () => undefined })
    acks.follow(state)
    const ids = Array.from({ length: 6000 }, (_, i) => `display-${i}`)
    await Promise.all(ids.map((id) => acks.add(id, { ...state, kind: 'received', saved: true, at })))
    expect(await store.acknowledgements('live', 1, 7)).toHaveLength(6000)
    await acks.close()
  })

  it('keeps the first time that a display saw a state, and reads it back after a restart', async () => {
    const store = alertsStore((await open()).alerts, () => Promise.resolve())
    const lobby = { id: 'lobby', name: 'ロビー', status: 'online', faults: [] } as const
    const acks = acknowledgements({ store, log, onStored: () => undefined })
    acks.follow(state)
    await acks.add('lobby', { ...state, kind: 'shown', at })
    await acks.add('lobby', { ...state, kind: 'seen', at: '2026-11-22T09:00:00.700Z' })
    await acks.add('lobby', { ...state, kind: 'seen', at: '2026-11-22T09:05:00.000Z' })
    await acks.close()
    const restarted = acknowledgements({ store, log, onStored: () => undefined })
    restarted.follow(state)
    expect(await restarted.read()).toBe(true)
    for (const one of [acks, restarted])
      expect(one.deliveries('live', [lobby])).toMatchObject([
        { status: 'seen', notSeen: false, shownAt: at, seenAt: '2026-11-22T09:00:00.700Z' },
      ])
    const blind = { ...lobby, faults: ['alert-not-seen'] }
    expect(restarted.deliveries('live', [blind])).toMatchObject([{ status: 'shown', notSeen: true }])
    const drillOnly = { ...lobby, faults: ['alert-not-seen-drill'] }
    expect(restarted.deliveries('live', [drillOnly])).toMatchObject([{ status: 'seen', notSeen: false }])
    await restarted.close()
  })

  it('stores the first of a stream of answers that does not pause', async () => {
    const store = alertsStore((await open()).alerts, () => Promise.resolve())
    const acks = acknowledgements({ store, log, onStored: () => undefined })
    acks.follow(state)
    const answer = (n: number) => acks.add(`display-${n}`, { ...state, kind: 'received', saved: true, at })
    const stored = new AbortController()
    const answers = [answer(0).then(() => stored.abort())]
    while (!stored.signal.aborted && answers.length < 1000) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      answers.push(answer(answers.length))
    }
    expect(answers.length).toBeLessThan(1000)
    await Promise.all(answers)
    await acks.close()
  })
})
