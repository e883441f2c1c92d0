import type { Alert } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { direct } from './direct.ts'
import { hasExpired } from './alert-time.ts'
import { precedence, takesOver } from './emergency.ts'
import type { HeldChannels } from './takeover.ts'
import { alert, BANNER, clockAt, held, programme, stateOf } from './testing/sample.ts'

const NOW = '2026-11-02T10:05:00+09:00'
const SOON = '2026-11-02T10:06:00+09:00'
const PAST = '2026-11-02T10:04:00+09:00'

function shown(alerts: Partial<HeldChannels>, clock = clockAt(NOW), displayId: string | null = 'lobby') {
  return direct(stateOf(programme(), { alerts: { live: null, drill: null, ...alerts }, displayId }), clock)
}

describe('a full-screen alert', () => {
  it('takes the glass, the most pressing first, and says so', () => {
    const rain = alert('rain')
    const quake = alert('quake', {
      hazard: 'earthquake-early-warning',
      urgency: 'Immediate',
      level: null,
      severity: 'Minor',
      expiresAt: SOON,
    })
    const direction = shown({ live: held('live', [rain, quake]) })
    expect(direction).toMatchObject({
      scene: { kind: 'emergency', channel: 'live', phase: 'inForce', alerts: [{ id: 'quake' }, { id: 'rain' }] },
      layer: 'emergency',
      item: null,
      loop: [],
      panel: 'on',
      validUntil: '2026-11-02T01:06:00.000Z',
      reasons: [{ code: 'alerts-take-over', channel: 'live', phase: 'inForce', alertIds: ['quake', 'rain'] }],
    })
  })

  it('gives the glass back at the moment it expires', () => {
    const live = held('live', [alert('quake', { expiresAt: SOON })])
    expect(shown({ live }, clockAt('2026-11-02T10:05:59.999+09:00')).layer).toBe('emergency')
    const after = shown({ live }, clockAt(SOON))
    expect(after.layer).toBe('default')
    expect(after.reasons).toContainEqual({
      code: 'alert-not-shown',
      channel: 'live',
      alertId: 'quake',
      because: 'expired',
    })
  })

  it('for other displays leaves this one alone; one that is not paired listens to what is for all', () => {
    const elsewhere = alert('elsewhere', { target: { kind: 'displays', displayIds: ['annex'] } })
    expect(shown({ live: held('live', [elsewhere]) }).layer).toBe('default')
    expect(shown({ live: held('live', [elsewhere]) }, clockAt(NOW), null).layer).toBe('default')
    expect(shown({ live: held('live', [elsewhere]) }, clockAt(NOW), 'annex').layer).toBe('emergency')
    expect(shown({ live: held('live', [alert('all')]) }, clockAt(NOW), null).layer).toBe('emergency')
  })

  it('that was cleared or cancelled tells its end until it expires, unless another is in force', () => {
    const cancelled = alert('quake', { phase: 'cancelled', expiresAt: SOON })
    expect(shown({ live: held('live', [cancelled]) }).scene).toMatchObject({
      phase: 'ended',
      alerts: [{ id: 'quake' }],
    })
    const both = shown({ live: held('live', [cancelled, alert('rain')]) })
    expect(both.scene).toMatchObject({ phase: 'inForce', alerts: [{ id: 'rain' }] })
    expect(shown({ live: held('live', [cancelled]) }, clockAt(SOON)).layer).toBe('default')
    expect(shown({ live: held('live', [alert('x', { phase: 'cleared' })]) }).layer).toBe('default')
  })
})

describe('a drill', () => {
  it('takes the glass as a drill', () => {
    expect(shown({ drill: held('drill', [alert('practice')]) }).scene).toMatchObject({ channel: 'drill' })
  })

  it('gives way to the real thing whole, banners included', () => {
    const drill = held('drill', [alert('practice'), alert('strip', { presentation: BANNER })])
    const direction = shown({ live: held('live', [alert('real')]), drill })
    expect(direction.scene).toMatchObject({ channel: 'live', alerts: [{ id: 'real' }] })
    expect(direction.overlays).toEqual([])
    expect(direction.reasons.filter((reason) => reason.code === 'alert-not-shown')).toHaveLength(2)
  })

  it('gives way even to the end of a real alert', () => {
    const live = held('live', [alert('real', { phase: 'cleared', expiresAt: SOON })])
    expect(shown({ live, drill: held('drill', [alert('practice')]) }).scene).toMatchObject({ channel: 'live' })
  })

  it('is not read from the place of live alerts, nor the other way round', () => {
    const swapped = { live: held('drill', [alert('practice')]), drill: held('live', [alert('real')]) }
    expect(shown(swapped).layer).toBe('default')
  })
})

describe('a banner', () => {
  it('lies over the programme, most pressing first, and goes when it expires', () => {
    const strips = [
      alert('advisory', { level: 2, presentation: BANNER, expiresAt: SOON }),
      alert('warning', { level: 3, presentation: BANNER }),
      alert('over', { level: 5, presentation: BANNER, expiresAt: PAST }),
      alert('done', { phase: 'cleared', presentation: BANNER, expiresAt: SOON }),
    ]
    const now = shown({ live: held('live', strips) })
    expect(now).toMatchObject({ layer: 'default', item: { playlistId: 'base' } })
    expect(now.overlays.map((overlay) => overlay.alert.id)).toEqual(['warning', 'advisory', 'done'])
    const later = shown({ live: held('live', strips) }, clockAt(SOON))
    expect(later.overlays.map((overlay) => overlay.alert.id)).toEqual(['warning'])
  })
})

describe('expiry without a trusted clock', () => {
  const lasting = alert('rain', { expiresAt: '2026-11-02T20:00:00+09:00' })
  const short = alert('quake', { expiresAt: '2026-11-02T10:03:00+09:00' })
  const state = held('live', [lasting, short])
  const lost = (monotonicMs: number, bootId: string) =>
    clockAt('1970-01-01T00:00:00Z', { trust: 'unknown', monotonicMs, bootId })

  it('counts the time since the alert was received, in the same boot', () => {
    expect(hasExpired(short, state, lost(1_000_000 + 179_999.5, 'boot-1'))).toBe(false)
    expect(hasExpired(short, state, lost(1_000_000 + 180_000, 'boot-1'))).toBe(true)
  })

  it('after a reboot takes a matter of minutes for over and everything else for lasting', () => {
    expect(takesOver(short, state, lost(0, 'boot-2'), 'lobby')).toBe(false)
    expect(takesOver(lasting, state, lost(0, 'boot-2'), 'lobby')).toBe(true)
  })

  it('ends the scene at the right moment of the clock there is', () => {
    const live = held('live', [short])
    const direction = shown({ live }, lost(1_000_000 + 60_000.4, 'boot-1'))
    expect(direction.validUntil).toBe('1970-01-01T00:02:00.000Z')
  })
})

describe('precedence', () => {
  it('puts what is in force first, then EEW, level, severity, newest and id', () => {
    const sorted: Alert[] = [
      alert('eew', { hazard: 'earthquake-early-warning', urgency: 'Immediate', level: null, severity: 'Minor' }),
      alert('great-earthquake', { level: null, hazard: 'earthquake', urgency: 'Past', severity: 'Extreme' }),
      alert('level5', { level: 5, severity: 'Minor' }),
      alert('extreme', { level: 4, severity: 'Extreme' }),
      alert('newer', { sentAt: '2026-11-02T10:00:01+09:00' }),
      alert('a', { sentAt: '2026-11-02T01:00:00Z' }),
      alert('b', { sentAt: '2026-11-02T10:00:00+09:00' }),
      alert('no-level', { level: null, severity: 'Moderate' }),
      alert('advisory', { level: 2, severity: 'Minor' }),
      alert('ended', { phase: 'cleared', hazard: 'earthquake', urgency: 'Immediate', level: 5 }),
    ]
    expect(precedence(sorted.toReversed()).map(({ id }) => id)).toEqual(sorted.map(({ id }) => id))
  })

  it('lets the news of a strong earthquake stand behind a level 5, and a call of staff to take cover before it', () => {
    const rain = alert('rain', { level: 5, severity: 'Extreme' })
    const felt = { hazard: 'earthquake', urgency: 'Immediate', level: null, severity: 'Severe' } as const
    expect(precedence([alert('felt', felt), rain])[0]?.id).toBe('rain')
    const cover = alert('cover', { ...felt, source: { kind: 'operator', name: { ja: '市' }, reference: 'desk' } })
    expect(precedence([rain, cover])[0]?.id).toBe('cover')
  })
})
