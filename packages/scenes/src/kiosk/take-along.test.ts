import { KIOSK_LANGUAGES, type KioskLanguage, type Texts } from '@akari/protocol'
import type { StepCard } from '@akari/wayfinding'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_BYTES, takeAlong, type Taker } from './take-along.ts'

const step = (text: Texts): StepCard => ({ kind: 'walk', text, levelId: 'l', metres: 5, seconds: 5, points: [] })
const way = (name: string, steps: readonly Texts[]) => ({
  placeId: 'p',
  name: { ja: name },
  guidance: { found: false as const, route: null, steps: steps.map(step), reason: 'no-way' as const },
})
const without = (language: KioskLanguage): Taker => taker(language, null)
const taker = (language: KioskLanguage, publicUrl: string | null): Taker => ({
  language,
  walker: 'step-free',
  venueId: 'hall',
  kioskId: 'lobby',
  publicUrl,
})
const bytes = (text: string) => new TextEncoder().encode(text).length

test('a short way is taken along whole, without readings, and without any address', () => {
  const taken = takeAlong(
    way('市民課', [{ ja: 'まっすぐ 5 m進みます', 'ja-x-easy': 'まっすぐ 5 m 行《い》きます' }, { ja: '着きます' }]),
    without('ja-x-easy'),
  )
  expect(taken).toEqual({ kind: 'steps', text: '▶ 市民課\n1 まっすぐ 5 m 行きます\n2 着きます', told: 2, of: 2 })
})

test('a long one is cut between two steps, and says so', () => {
  const taken = takeAlong(
    way(
      '市民課',
      Array.from({ length: 40 }, (_, n) => ({ ja: `${n} つ目の角を左に曲がります` })),
    ),
    without('ja'),
  )
  if (taken.kind !== 'steps') throw new Error('no steps')
  expect(taken.told).toBeLessThan(taken.of)
  expect(taken.text.split('\n')).toHaveLength(taken.told + 2)
  expect(taken.text.endsWith('… 続きは画面で')).toBe(true)
})

test('it is never more than a camera can read, whatever the names', () => {
  const line = fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(
      line,
      fc.array(line, { maxLength: 30 }),
      fc.constantFrom(...KIOSK_LANGUAGES),
      (name, steps, language) => {
        const taken = takeAlong(
          way(
            name,
            steps.map((ja) => ({ ja })),
          ),
          without(language),
        )
        expect(bytes(taken.text)).toBeLessThanOrEqual(MOST_BYTES)
        expect(taken).toMatchObject({ kind: 'steps', of: steps.length })
      },
    ),
    { numRuns: 200 },
  )
})

test('where telephones reach the CMS it is the address of its page; of a way that ends short it never is', () => {
  const route = { from: 0, to: 1, edges: [], cost: 1, metres: 5, seconds: 5 }
  const found = {
    ...way('市民課', [{ ja: '着きます' }]),
    guidance: { found: true as const, route, steps: [], reason: null },
  }
  expect(takeAlong(found, taker('ko', 'https://akari.example.jp/'))).toEqual({
    kind: 'page',
    text: 'https://akari.example.jp/way?venue=hall&from=lobby&to=p&profile=step-free&lang=ko',
  })
  expect(takeAlong(way('市民課', [{ ja: '着きます' }]), taker('ko', 'https://akari.example.jp/')).kind).toBe('steps')
})
