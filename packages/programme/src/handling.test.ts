import type { Alert, Handling } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { stageOf } from './alert-time.ts'
import { direct } from './direct.ts'
import type { HeldChannels } from './takeover.ts'
import { alert, BANNER, clockAt, held, stateOf } from './testing/sample.ts'

const ISSUED = '2026-11-02T10:00:00+09:00'
const minute = (minutes: number): string => new Date(Date.parse(ISSUED) + minutes * 60_000).toISOString()

function handling(changes: Partial<Handling>): Handling {
  return {
    policy: { version: 1, ruleId: 'rule' },
    sound: { chime: 'none', speak: false, times: 1 },
    stages: [],
    fullScreenUntil: null,
    ...changes,
  }
}

const STAGED = handling({
  stages: [
    { stage: 'protect', from: minute(0) },
    { stage: 'situation', from: minute(3) },
    { stage: 'route', from: minute(10) },
  ],
})

function shown(alerts: Partial<HeldChannels>, clock = clockAt(minute(5))) {
  return direct(stateOf(null, { alerts: { live: null, drill: null, ...alerts } }), clock)
}
const inMode = (mode: Alert['presentation']['mode'], id: string, changes: Partial<Alert> = {}) =>
  alert(id, { presentation: { ...BANNER, mode }, ...changes })
const lost = (monotonicMs: number, bootId = 'boot-1') =>
  clockAt('1970-01-01T00:00:00Z', { trust: 'unknown', monotonicMs, bootId })

describe('an alert that was signed ahead', () => {
  const ahead = held('live', [alert('later', { effectiveAt: minute(6) })])

  it('is nothing before its moment, and says so', () => {
    const before = shown({ live: ahead })
    expect(before).toMatchObject({ layer: 'fallback', validUntil: minute(6) })
    expect(before.reasons).toContainEqual({
      code: 'alert-not-shown',
      channel: 'live',
      alertId: 'later',
      because: 'not-yet',
    })
    expect(shown({ live: ahead }, clockAt(minute(6))).layer).toBe('emergency')
  })

  it('comes at the right moment without a clock, and after a reboot once its moment has surely come', () => {
    expect(shown({ live: ahead }, lost(1_000_000 + 6 * 60_000 - 1)).layer).toBe('fallback')
    expect(shown({ live: ahead }, lost(1_000_000 + 6 * 60_000)).layer).toBe('emergency')
    expect(shown({ live: ahead }, lost(5000, 'boot-2')).layer).toBe('fallback')
    expect(shown({ live: ahead }, lost(6 * 60_000, 'boot-2')).layer).toBe('emergency')
  })

  it('does not tell its end before its moment either', () => {
    const ended = alert('later', { effectiveAt: minute(6), phase: 'cancelled', expiresAt: minute(20) })
    expect(shown({ live: held('live', [ended]) }).layer).toBe('fallback')
  })
})

describe('stages', () => {
  const quake = alert('quake', { handling: STAGED })

  it('follow one another, each until the next begins, and the last one stays', () => {
    const live = held('live', [quake])
    const at = (minutes: number) => shown({ live }, clockAt(minute(minutes)))
    expect(at(1)).toMatchObject({ scene: { stage: 'protect' }, validUntil: minute(3) })
    expect(at(3)).toMatchObject({ scene: { stage: 'situation' }, validUntil: minute(10) })
    expect(at(10)).toMatchObject({ scene: { stage: 'route' } })
    expect(at(600)).toMatchObject({ scene: { stage: 'route' } })
  })

  it('begin with the first, also before its time, and are 身を守る where there are none', () => {
    const state = held('live', [quake])
    expect(stageOf(quake, state, clockAt(minute(-5)))).toBe('protect')
    const late = alert('x', { handling: handling({ stages: [{ stage: 'shelters', from: minute(3) }] }) })
    expect(stageOf(late, state, clockAt(minute(0)))).toBe('shelters')
    expect(stageOf(alert('plain'), state, clockAt(minute(0)))).toBe('protect')
  })

  it('go on by the time since the alert was received where nobody knows the time', () => {
    const live = held('live', [quake])
    expect(shown({ live }, lost(1_000_000 + 180_000.4))).toMatchObject({ scene: { stage: 'situation' } })
    expect(shown({ live }, lost(1_000_000 + 179_999.5))).toMatchObject({
      scene: { stage: 'protect' },
      validUntil: '1970-01-01T00:00:00.001Z',
    })
  })

  it('are those of the gravest alert on the glass', () => {
    const live = held('live', [quake, alert('worse', { level: 5 })])
    expect(shown({ live }).scene).toMatchObject({ stage: 'protect', alerts: [{ id: 'worse' }, { id: 'quake' }] })
  })
})

describe('a full screen whose time is up', () => {
  const short = alert('rain', { handling: handling({ fullScreenUntil: minute(7) }) })

  it('gives way to a banner that stays as long as the alert', () => {
    const live = held('live', [short])
    expect(shown({ live })).toMatchObject({ layer: 'emergency', overlays: [], validUntil: minute(7) })
    expect(shown({ live }, clockAt(minute(7)))).toMatchObject({
      layer: 'fallback',
      overlays: [{ kind: 'banner', channel: 'live', alert: { id: 'rain' } }],
    })
  })

  it('leaves the glass to the other alerts, and still tells its end on the full screen', () => {
    const both = shown({ live: held('live', [short, alert('other')]) }, clockAt(minute(8)))
    expect(both).toMatchObject({ scene: { alerts: [{ id: 'other' }] }, overlays: [{ alert: { id: 'rain' } }] })
    const cleared: Alert = { ...short, phase: 'cleared', expiresAt: minute(30) }
    expect(shown({ live: held('live', [cleared]) }, clockAt(minute(8))).scene).toMatchObject({
      phase: 'ended',
      alerts: [{ id: 'rain' }],
    })
  })
})

describe('the smaller modes', () => {
  it('lie beside the programme: live before drill, the larger mode first, then the most pressing', () => {
    const live = held('live', [
      inMode('board', 'dry', { level: null }),
      inMode('ticker', 'fog', { level: 1 }),
      inMode('ticker', 'wind', { level: 2 }),
      inMode('banner', 'rain', { level: 1 }),
    ])
    const drill = held('drill', [inMode('banner', 'practice')])
    const now = shown({ live, drill })
    expect(now.layer).toBe('fallback')
    expect(now.overlays.map(({ kind, alert: { id } }) => `${kind} ${id}`)).toEqual([
      'banner rain',
      'ticker wind',
      'ticker fog',
      'board dry',
      'banner practice',
    ])
  })

  it('tell their end as what they were', () => {
    const over = inMode('ticker', 'fog', { phase: 'cleared', expiresAt: minute(6) })
    const now = shown({ live: held('live', [over]) })
    expect(now).toMatchObject({ overlays: [{ kind: 'ticker' }], validUntil: minute(6) })
    expect(shown({ live: held('live', [over]) }, clockAt(minute(6))).overlays).toEqual([])
  })
})
