import type { Alert, AlertBook, AlertPolicy, Channel, Hazard, PolicyRule } from '@akari/protocol'
import { describe, expect, test } from 'vitest'
import { presentationOf } from '../assess/presentation.ts'
import { applyTelegram } from '../book/apply-telegram.ts'
import { applyOperator, endAlert } from '../book/desk.ts'
import { emptyBook } from '../book/slots.ts'
import { instantAt, msOf } from '../instant.ts'
import { KOGANEI } from '../place.ts'
import { GROUPS } from '../testing/any-policy.ts'
import { intensity, weather } from '../testing/samples.ts'
import { telegram, vxse43 } from '../testing/telegram-xml.ts'
import { DEFAULT_POLICY } from './default-policy.ts'
import { type Facts } from './match.ts'
import { resolveAlert, resolvePolicy } from './resolve.ts'

const START = msOf('2026-09-20T18:00:00+09:00')
const at = (seconds: number) => instantAt(START + seconds * 1000)

type Heard = { xml: string; second: number }
const rain = (code: string, second: number, status = '発表', rest = {}): Heard => ({
  xml: weather('大雨', [{ code, status }], { reportedAt: at(second), ...rest }),
  second,
})

/** Each telegram is received a second after it was reported. */
function bookOf(...all: readonly Heard[]): AlertBook {
  return all.reduce(
    (book, { xml, second }) => applyTelegram(book, telegram(xml), KOGANEI, at(second + 1)).book,
    emptyBook(),
  )
}

function shown(book: AlertBook, second: number, policy: AlertPolicy = DEFAULT_POLICY, channel: Channel = 'live') {
  return resolvePolicy(book, channel, { version: 3, policy, groups: GROUPS }, at(second)).shown
}

function changed(id: string, change: (rule: PolicyRule) => PolicyRule): AlertPolicy {
  return { rules: DEFAULT_POLICY.rules.map((rule) => (rule.id === id ? change(rule) : rule)) }
}
const acting = (id: string, act: Partial<PolicyRule['act']>) =>
  changed(id, (rule) => ({ ...rule, act: { ...rule.act, ...act } }))

describe('the shipped table', () => {
  const [sample] = shown(bookOf(rain('43', 0)), 2)
  if (sample === undefined) throw new Error('nothing was raised')
  const none = { level: null, class: null, intensity: null }
  const felt = (from: string) => ({ ...none, class: 'info' as const, intensity: { from, to: from } })
  const handled = (hazard: Hazard, facts: Omit<Facts, 'hazard'>, channel: Channel = 'live') => {
    const alert: Alert = { ...sample, hazard, ...facts, presentation: presentationOf({ hazard, ...facts }) }
    const inUse = { version: 1, policy: DEFAULT_POLICY, groups: GROUPS }
    const { size, alert: told } = resolveAlert(alert, null, channel, inUse, at(2))
    return { size, ...told.handling }
  }

  test.each<[Hazard, Omit<Facts, 'hazard'>, string, string, string[]]>([
    ['earthquake-early-warning', { ...none, class: 'warning' }, 'fullScreen', 'urgent', ['protect']],
    ['earthquake', felt('7'), 'fullScreen', 'urgent', ['situation', 'route', 'shelters']],
    ['earthquake', felt('5-'), 'fullScreen', 'urgent', ['situation', 'route', 'shelters']],
    ['earthquake', felt('4'), 'banner', 'notice', []],
    ['earthquake', felt('3'), 'banner', 'notice', []],
    ['earthquake', felt('2'), 'ticker', 'none', []],
    ['tsunami', { ...none, class: 'special' }, 'banner', 'warning', []],
    ['tsunami', { ...none, class: 'advisory' }, 'ticker', 'none', []],
    ['heavy-rain', { ...none, level: 5, class: 'special' }, 'fullScreen', 'urgent', ['protect']],
    ['landslide', { ...none, level: 4, class: 'danger' }, 'fullScreen', 'warning', ['protect', 'shelters']],
    ['flood', { ...none, level: 3, class: 'warning' }, 'fullScreen', 'warning', ['protect']],
    ['storm-surge', { ...none, level: 2, class: 'advisory' }, 'banner', 'notice', []],
    ['storm', { ...none, class: 'special' }, 'fullScreen', 'urgent', ['protect']],
    ['heavy-snow', { ...none, class: 'warning' }, 'banner', 'notice', []],
    ['high-waves', { ...none, class: 'advisory' }, 'ticker', 'none', []],
    ['tornado', { ...none, class: 'info' }, 'banner', 'warning', []],
    ['linear-rainband', { ...none, class: 'info' }, 'banner', 'warning', []],
    ['record-rain', { ...none, class: 'info' }, 'banner', 'warning', []],
    ['heat', { ...none, class: 'warning' }, 'ticker', 'none', []],
    ['heat', { ...none, class: 'special' }, 'fullScreen', 'urgent', ['protect']],
    ['thunder', { ...none, class: 'advisory' }, 'ticker', 'none', []],
    ['dry', { ...none, class: 'advisory' }, 'board', 'none', []],
    ['fog', { ...none, class: 'advisory' }, 'board', 'none', []],
    ['volcano', { ...none, class: 'special' }, 'fullScreen', 'urgent', ['protect']],
    ['volcano', { ...none, class: 'warning' }, 'banner', 'notice', []],
    ['nankai-trough', { ...none, class: 'warning' }, 'banner', 'notice', []],
    ['evacuation', { ...none, level: 4 }, 'fullScreen', 'urgent', ['protect', 'route', 'shelters']],
    ['evacuation', { ...none, level: 3 }, 'fullScreen', 'warning', ['protect', 'route', 'shelters']],
    ['fire', none, 'fullScreen', 'urgent', ['protect', 'route']],
    ['power-loss', none, 'fullScreen', 'warning', ['protect', 'route']],
    ['other', none, 'banner', 'none', []],
  ])('%s %j: %s, %s', (hazard, facts, size, chime, stages) => {
    const live = handled(hazard, facts)
    expect([live.size, live.sound?.chime, live.stages?.map(({ stage }) => stage)]).toEqual([size, chime, stages])
    const drill = handled(hazard, facts, 'drill')
    expect([drill.size, drill.sound?.chime, drill.stages]).toEqual([size, 'none', live.stages])
  })
})

describe('a size', () => {
  test('is kept for its dwell when the alert is downgraded, with the words of what holds by now', () => {
    const book = bookOf(rain('43', 0), rain('10', 60))
    expect(shown(book, 62)).toMatchObject([
      {
        level: 2,
        presentation: { mode: 'fullScreen' },
        handling: { fullScreenUntil: at(301), policy: { version: 3 } },
      },
    ])
    expect(shown(book, 301)).toMatchObject([{ level: 2, presentation: { mode: 'banner' } }])
  })

  test('grows at once', () => {
    expect(shown(bookOf(rain('10', 0), rain('43', 60)), 62)).toMatchObject([{ presentation: { mode: 'fullScreen' } }])
  })

  test('is kept by nothing when it was wrong, or staff ended it', () => {
    const cancelled = bookOf(rain('10', 0), rain('43', 10), rain('43', 20, '発表', { infoType: '取消' }))
    expect(shown(cancelled, 22)).toMatchObject([{ phase: 'cancelled', handling: { fullScreenUntil: null } }])
    const ended = endAlert(bookOf(rain('43', 0)), 'live', 'jma.heavy-rain.1321000', 'cleared', at(10)).book
    const again = applyTelegram(ended, telegram(rain('10', 20).xml), KOGANEI, at(21)).book
    expect(shown(again, 22)).toMatchObject([{ phase: 'inForce', presentation: { mode: 'banner' } }])
  })

  test('of the notice that it is over is no smaller than what it ends', () => {
    const book = bookOf(rain('43', 0), rain('10', 60), rain('10', 90, '解除'))
    expect(shown(book, 92)).toMatchObject([{ phase: 'cleared', presentation: { mode: 'fullScreen' } }])
  })

  test('does not come back for a telegram that was hours on its way', () => {
    const late = [rain('43', -7200), rain('10', -3600)]
    const book = late.reduce((b, { xml }) => applyTelegram(b, telegram(xml), KOGANEI, at(0)).book, emptyBook())
    expect(shown(book, 1)).toMatchObject([{ level: 2, presentation: { mode: 'banner' } }])
  })

  test('holds nothing of what stood before it was over', () => {
    const book = bookOf(rain('43', 0), rain('43', 20, '解除'), rain('10', 40))
    expect(shown(book, 42)).toMatchObject([{ level: 2, presentation: { mode: 'banner' } }])
  })
})

describe('the moments of an alert', () => {
  test('count from when it was first heard, and repeats do not put them back', () => {
    const first = shown(bookOf(rain('43', 0)), 2)[0]?.handling
    expect(first?.stages).toEqual([
      { stage: 'protect', from: at(0) },
      { stage: 'shelters', from: at(1 + 180) },
    ])
    const repeated = bookOf(rain('43', 0), rain('43', 1800, '継続'), rain('43', 9000, '継続'))
    expect(shown(repeated, 9002)[0]?.handling).toEqual(first)
  })

  test('begin anew when another rule takes over', () => {
    const worse = shown(bookOf(rain('03', 0), rain('43', 1800)), 1802)[0]?.handling
    expect(worse?.stages.map(({ from }) => from)).toEqual([at(1800), at(1801 + 180)])
  })

  test('let a full screen give way to the programme before the alert is over', () => {
    const [alert] = shown(bookOf(rain('03', 0)), 2)
    expect(alert?.handling?.fullScreenUntil).toBe(at(1 + 3600))
    const short = acting('level-3', { returns: { when: 'after', minutes: 1 }, dwellSeconds: 600 })
    expect(shown(bookOf(rain('03', 0)), 2, short)[0]?.handling?.fullScreenUntil).toBe(at(1 + 600))
  })
})

describe('a rule', () => {
  test('names groups, and one without displays keeps nobody from seeing it', () => {
    const target = (groups: string[]) => shown(bookOf(rain('43', 0)), 2, acting('level-4', { groups }))[0]?.target
    expect(target(['窓口', 'ロビー'])).toEqual({
      kind: 'displays',
      displayIds: ['display-1', 'display-2', 'display-3'],
    })
    expect(target(['空', 'なし'])).toEqual({ kind: 'all' })
  })

  test('can leave an alert to the desk', () => {
    const book = bookOf(rain('10', 0))
    const policy = acting('level-2', { mode: 'none' })
    const { shown: told, notShown } = resolvePolicy(book, 'live', { version: 3, policy, groups: GROUPS }, at(2))
    expect(told).toEqual([])
    expect(notShown).toMatchObject([{ id: 'jma.heavy-rain.1321000', level: 2 }])
  })

  test('decides nothing where none matches: it looks as without a table, and is silent', () => {
    const [alert] = shown(bookOf(rain('43', 0)), 2, { rules: [] })
    expect(alert).toMatchObject({
      presentation: { mode: 'fullScreen', field: 'level4' },
      handling: { policy: { version: 3, ruleId: 'no-rule' }, sound: { chime: 'none', speak: false }, stages: [] },
    })
  })
})

test('an early warning is followed, signed ahead, until an intensity is known', () => {
  const warning = vxse43({ reportedAt: at(0), areas: [{ code: '351', kind: '11' }], serial: '1' })
  const book = bookOf({ xml: warning, second: 0 })
  expect(shown(book, 2)).toMatchObject([
    { hazard: 'earthquake-early-warning', handling: { policy: { ruleId: 'eew' }, fullScreenUntil: null } },
    {
      hazard: 'earthquake',
      presentation: { mode: 'fullScreen' },
      effectiveAt: at(60),
      handling: { policy: { ruleId: 'earthquake-after-warning' }, stages: [{ stage: 'situation', from: at(60) }] },
    },
  ])
  const seen = telegram(intensity('VXSE51', { area: '5-' }, { reportedAt: at(50) }))
  expect(shown(applyTelegram(book, seen, KOGANEI, at(51)).book, 70)).toMatchObject([
    { hazard: 'earthquake', intensity: { from: '5-' }, handling: { policy: { ruleId: 'earthquake-strong' } } },
  ])
})

test('the largest leads, and more than a state can hold stay on the desk', () => {
  let book = bookOf(rain('10', 0), rain('43', 1))
  const [sample] = shown(book, 3)
  if (sample === undefined) throw new Error('nothing was raised')
  for (let i = 0; i < 205; i += 1) {
    book = applyOperator(book, 'live', { ...sample, id: `press-${i}`, sentAt: at(i), expiresAt: null }).book
  }
  const { shown: told, notShown } = resolvePolicy(
    book,
    'live',
    { version: 3, policy: DEFAULT_POLICY, groups: GROUPS },
    at(300),
  )
  expect([told.length, notShown.length]).toEqual([200, 6])
})
