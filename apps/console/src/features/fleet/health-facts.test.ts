import type { DisplayHealth } from '@akari/protocol'
import { expect, test } from 'vitest'
import { factsOf } from './health-facts.ts'

const HEALTH: DisplayHealth = {
  at: '2026-11-28T03:00:00Z',
  software: 'akari',
  screen: 'painting',
  onGlass: null,
  programmeRevision: 7,
  content: { state: 'complete', filesMissing: 0, bytesMissing: 0 },
  clockOffsetMs: 3,
  faults: [],
}
const toneOf = (name: string, health: Partial<DisplayHealth>, publishedRevision: number | null = 7) =>
  factsOf({ health: { ...HEALTH, ...health }, publishedRevision }).find((fact) => fact.name === name)

test('content is green only when what the display holds is what is wanted there', () => {
  expect(toneOf('content', {})).toMatchObject({ tone: 'good', word: 'current' })
  expect(toneOf('content', {}, 8)).toMatchObject({ tone: 'warn', word: 'older' })
  const content = { ...HEALTH.content, wanted: 9, held: 8 }
  expect(toneOf('content', { content }, 8)).toMatchObject({ tone: 'warn', word: 'older' })
  expect(toneOf('content', { content: { ...HEALTH.content, state: 'failing', filesMissing: 2 } })).toMatchObject({
    tone: 'bad',
    values: { files: 2 },
  })
})

test('a clock that nobody vouches for is never green, nor is one that is half a second off', () => {
  expect(toneOf('clock', { clockOffsetMs: null })).toMatchObject({ tone: 'bad' })
  expect(toneOf('clock', { clockOffsetMs: -1600 })).toMatchObject({ tone: 'warn', values: { seconds: '1.6' } })
  expect(toneOf('clock', { clock: { trust: 'holdover', offsetMs: 0 } })).toMatchObject({
    tone: 'warn',
    word: 'holdover',
  })
})

test('neighbours are told as they are: heard, no longer heard, never heard, or not listened for', () => {
  const told = (relay: NonNullable<DisplayHealth['relay']>) => toneOf('neighbours', { relay })
  const lastHeardAt = '2026-11-28T02:55:00Z'
  expect(told({ state: 'on', heard: 3, lastHeardAt })).toMatchObject({ tone: 'good', values: { count: 3 } })
  expect(told({ state: 'on', heard: 0, lastHeardAt })).toMatchObject({ tone: 'warn', moment: lastHeardAt })
  expect(told({ state: 'on', heard: 0, lastHeardAt: null })).toMatchObject({ tone: 'quiet', word: 'heardNone' })
  expect(told({ state: 'off' })).toMatchObject({ tone: 'quiet', word: 'relayOff' })
})

test('power that nobody measures is not called good, and a battery is told with its minutes', () => {
  expect(toneOf('power', { power: { source: 'mains', sensor: 'none' } })).toMatchObject({ tone: 'quiet' })
  const battery = { source: 'battery', sensor: 'nut', chargePercent: 61.4, runtimeS: 2520 } as const
  expect(toneOf('power', { power: battery })).toMatchObject({ tone: 'bad', values: { percent: 61, minutes: 42 } })
})

test('what a display cannot know is left out, and nothing is made up for one that never reported', () => {
  expect(factsOf({ health: HEALTH, publishedRevision: 7 }).map(({ name }) => name)).toEqual([
    'screen',
    'content',
    'clock',
  ])
  expect(factsOf({ health: null, publishedRevision: 7 })).toEqual([])
  const storage = { totalBytes: 100, freeBytes: 2 }
  expect(toneOf('storage', { storage })).toMatchObject({ tone: 'bad', share: 0.98 })
})
