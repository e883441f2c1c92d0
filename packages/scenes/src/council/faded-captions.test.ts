import type { Caption } from '@akari/protocol'
import { expect, test } from 'vitest'
import { ageAtFirst, beingSaid, fadedAtFirst, fadedWith } from './faded-captions.ts'

const TEN = '2026-12-01T10:00:00+09:00'
const said = (segmentId: string, more: Partial<Caption> = {}): Caption => ({
  segmentId,
  language: 'ja',
  text: segmentId,
  speaker: null,
  spokenAt: TEN,
  state: 'final',
  ...more,
})
const textsOf = (captions: readonly Caption[]) => captions.map(({ text }) => text)

test('a new caption does not bring back what has faded', () => {
  const before = [said('a'), said('b')]
  const faded = fadedWith(before, before, fadedAtFirst(before, 0))
  expect(beingSaid(before, faded)).toEqual([])
  const after = [...before, said('c')]
  expect(textsOf(beingSaid(after, faded))).toEqual(['c'])
  expect(beingSaid(after, fadedWith([said('c')], after, faded))).toEqual([])
})

test('what faded stays away when it is corrected, and what is on the glass is corrected there', () => {
  const faded = fadedWith([said('a')], [], null)
  const corrected = [said('a', { text: 'A' }), said('b', { text: 'B' })]
  expect(textsOf(beingSaid(corrected, faded))).toEqual(['B'])
})

test('an interim that goes on after a pause is read again, and one that only becomes final is not', () => {
  const faded = fadedWith([said('a', { state: 'interim', text: 'ただいまから' })], [], null)
  expect(beingSaid([said('a', { state: 'interim', text: 'ただいまから' })], faded)).toEqual([])
  expect(beingSaid([said('a', { text: 'ただいまから' })], faded)).toEqual([])
  expect(textsOf(beingSaid([said('a', { text: 'ただいまから開きます' })], faded))).toEqual(['ただいまから開きます'])
})

test('a translation of what has faded is read when it comes', () => {
  const faded = fadedWith([said('a')], [], null)
  expect(textsOf(beingSaid([said('a'), said('a', { language: 'en', text: 'hello' })], faded))).toEqual(['hello'])
})

test('a page that begins, as after a recess, shows what still is on other glasses', () => {
  const captions = [said('before', { spokenAt: '2026-12-01T09:55:00+09:00' }), said('now')]
  expect(textsOf(beingSaid(captions, fadedAtFirst(captions, 3000)))).toEqual(['now'])
  expect(textsOf(beingSaid(captions, fadedAtFirst(captions, null)))).toEqual(['now'])
  expect(textsOf(beingSaid(captions, fadedAtFirst(captions, 20_000)))).toEqual([])
  const close = [said('before', { spokenAt: '2026-12-01T09:59:55+09:00' }), said('now')]
  expect(textsOf(beingSaid(close, fadedAtFirst(close, 3000)))).toEqual(['before', 'now'])
  // It is still being revealed.
  const long = [said('long', { text: '長'.repeat(120) })]
  expect(beingSaid(long, fadedAtFirst(long, 20_000))).toEqual(long)
  expect(fadedAtFirst([], 0)).toBeNull()
})

test('what faded long ago and is told no more is forgotten', () => {
  const faded = fadedWith([said('b')], [said('b')], fadedWith([said('a')], [], null))
  expect(beingSaid([said('a'), said('b')], faded)).toEqual([said('a')])
})

test('what comes after a pause is new on a page that began in it', () => {
  const known = { first: [said('a'), said('b')], ageMs: 120_000 }
  expect(ageAtFirst(known.first, known)).toBe(120_000)
  expect(ageAtFirst([said('b', { text: '訂正' })], known)).toBe(120_000)
  expect(ageAtFirst([said('c')], known)).toBe(0)
  expect(ageAtFirst([said('b'), said('c')], known)).toBe(0)
  expect(ageAtFirst([], known)).toBe(0)
})
