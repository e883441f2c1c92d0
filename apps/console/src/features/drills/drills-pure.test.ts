import { NO_WINDOWS } from '@akari/programme'
import type { Alert, DryRunFrame, SelfTestRun } from '@akari/protocol'
import { expect, test } from 'vitest'
import { dotsOf } from './band.ts'
import { csvOf } from './csv.ts'
import { matterFromKey, matterKey, nextStep } from './drill-form.ts'
import { directionFor } from '../../parts/direction.ts'
import { sampleDisplay } from '../../parts/testing/sample-display.ts'
import { deskAt, showsDrill } from './dry-words.ts'
import { latenciesOf, summaryOf } from './latency.ts'

const AT = '2026-11-22T01:00:00.000Z'
const after = (ms: number) => new Date(Date.parse(AT) + ms).toISOString()

test('displays that never showed a step come first, then the slowest', () => {
  const meant = ['lobby', 'counter', 'hall'].map((name) => ({ displayId: name, name }))
  const answer = (displayId: string, shownAt: string | null) => ({
    displayId,
    receivedAt: after(20),
    shownAt,
    seenAt: null,
  })
  const step = {
    step: 0,
    alertId: 'a',
    headline: '',
    epoch: 1,
    revision: 1,
    sentAt: AT,
    endedAt: null,
    answers: [answer('lobby', after(90)), answer('counter', after(140)), answer('hall', null)],
  }
  const latencies = latenciesOf({ meant }, step)
  expect(latencies.map(({ name, shownMs }) => [name, shownMs])).toEqual([
    ['hall', null],
    ['counter', 140],
    ['lobby', 90],
  ])
  expect(summaryOf(latencies)).toEqual({ shown: 2, all: 3, slowestMs: 140 })
})

test('a spreadsheet reads the table and calculates nothing of it', () => {
  expect(csvOf([['端末', '=1+1', 'a,"b"', null, 12]])).toBe('\u{feff}端末,\'=1+1,"a,""b""",,12\r\n')
})

test('the band follows the last seven that arrived, and a failure stays a dot of its own', () => {
  const run = (minute: number, shownMs: number | null): SelfTestRun => ({
    id: String(minute),
    cause: 'interval',
    displayId: 'canary',
    acceptedAt: after(minute * 60_000),
    broadcastMs: 1,
    receivedMs: 1,
    shownMs,
    seenMs: null,
    outcome: shownMs === null ? 'failed' : 'passed',
    reason: shownMs === null ? 'not-shown' : null,
  })
  const times = [900, 100, 100, 100, null, 100, 100, 100, 100]
  const dots = dotsOf(times.map((ms, minute) => run(minute, ms)))
  expect(dots[1]?.band).toEqual([100, 900])
  expect(dots[4]).toMatchObject({ failed: true, shownMs: null, band: [100, 900] })
  expect(dots.at(-1)?.band).toEqual([100, 100])
})

test('what a step shows survives the list it is chosen from', () => {
  for (const key of ['template:building-fire', 'telegram:vxse43-warning.xml']) {
    expect(matterKey(matterFromKey(key))).toBe(key)
  }
  const first = nextStep([])
  expect(first.afterSeconds).toBe(0)
  expect(nextStep([{ ...first, endAfterSeconds: 20 }]).afterSeconds).toBe(20)
})

test('a message to the hidden display changes nothing on any other', () => {
  const display = (id: string) => sampleDisplay({ id })
  const message: Alert = {
    id: 'operator:self-test-1',
    source: { kind: 'operator', name: { ja: '市' }, reference: 'source:self-test' },
    category: 'Safety',
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Observed',
    hazard: 'other',
    level: null,
    class: null,
    intensity: null,
    phase: 'inForce',
    target: { kind: 'displays', displayIds: ['canary'] },
    presentation: { mode: 'fullScreen', field: 'level1', symbol: 'info' },
    words: { headline: { ja: '試験' }, instruction: { ja: '何もしない' }, area: { ja: '館内' } },
    sentAt: AT,
    expiresAt: after(60_000),
  }
  const frame = (alerts: Alert[]): DryRunFrame => ({
    afterSeconds: 0,
    what: [],
    state: { channel: 'drill', epoch: 1, revision: 1, issuedAt: AT, alerts },
    sounds: [],
  })
  const shown = (id: string, alerts: Alert[]) => {
    const direction = directionFor(display(id), null, NO_WINDOWS, deskAt(frame(alerts)), Date.parse(AT))
    const { scene, layer, item, overlays } = direction
    return { scene, layer, item, overlays }
  }
  expect(shown('lobby', [message])).toEqual(shown('lobby', []))
  expect(showsDrill(display('lobby'), frame([message]))).toBe(false)
  expect(showsDrill(display('canary'), frame([message]))).toBe(true)
})
