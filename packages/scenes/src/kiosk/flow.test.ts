import { NEAREST_KINDS } from '@akari/wayfinding'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterKioskEvent,
  type KioskEvent,
  type KioskScreen,
  LONGEST_TRAIL,
  LONGEST_TYPED,
  newVisit,
  shownIn,
  type Visit,
  VOLUMES,
  WALKERS,
} from './flow.ts'

const id = fc.constantFrom('one', 'two')
const screen: fc.Arbitrary<KioskScreen> = fc.oneof(
  fc.constantFrom<KioskScreen>(
    { at: 'home' },
    { at: 'errands' },
    { at: 'nearest' },
    { at: 'faqs' },
    { at: 'shelters' },
    { at: 'board', kind: 'weather' },
    { at: 'recordings' },
  ),
  fc.record({ at: fc.constant('recording' as const), id, atMs: fc.nat() }),
  fc.record({ at: fc.constant('said' as const), id, typed: fc.string({ maxLength: 40 }) }),
  fc.record({ at: fc.constant('floors' as const), levelId: fc.option(id) }),
  fc.record({ at: fc.constant('search' as const), typed: fc.string() }),
  fc.record({ at: fc.constant('faq' as const), id }),
  fc.record({ at: fc.constant('place' as const), id, errandId: fc.option(id) }),
  fc.record({
    at: fc.constant('route' as const),
    goal: fc.oneof(
      fc.record({ kind: fc.constant('place' as const), id }),
      fc.record({ kind: fc.constant('nearest' as const), what: fc.constantFrom(...NEAREST_KINDS) }),
    ),
    step: fc.nat(9),
  }),
)
const event: fc.Arbitrary<Exclude<KioskEvent, { type: 'ended' }>> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('opened' as const), screen }) },
  fc.constantFrom({ type: 'back' as const }, { type: 'home' as const }, { type: 'held' as const }),
  fc.record({ type: fc.constant('typed' as const), text: fc.string({ maxLength: 80 }) }),
  fc.record({ type: fc.constant('letter' as const), letter: fc.string({ minLength: 1, maxLength: 1 }) }),
  fc.record({ type: fc.constant('level' as const), levelId: id }),
  fc.record({ type: fc.constant('watched' as const), id, atMs: fc.integer() }),
  fc.record({ type: fc.constant('step' as const), step: fc.integer({ min: -3, max: 30 }) }),
  fc.record({ type: fc.constant('walker' as const), walker: fc.constantFrom(...WALKERS) }),
  fc.record({
    type: fc.constant('switched' as const),
    what: fc.constantFrom('large' as const, 'contrast' as const, 'aloud' as const, 'low' as const),
  }),
  fc.record({ type: fc.constant('volume' as const), volume: fc.constantFrom(...VOLUMES) }),
  fc.record({ type: fc.constant('languages' as const), shown: fc.boolean() }),
)
const anyVisit = fc.array(event, { maxLength: 60 }).map(after)

function after(events: readonly KioskEvent[]): Visit {
  return events.reduce<Visit>((visit, each) => afterKioskEvent(visit, each) ?? newVisit(), newVisit())
}

test('from wherever one is, «home» is one touch away, and keeps the language, size and way of walking', () => {
  fc.assert(
    fc.property(anyVisit, (visit) => {
      const home = afterKioskEvent(visit, { type: 'home' })
      expect(home).toEqual({ trail: [{ at: 'home' }], choosingLanguage: false, comfort: visit.comfort })
    }),
  )
})

test('«back» undoes «open» on every screen, and from anywhere it ends at home', () => {
  fc.assert(
    fc.property(anyVisit, screen, (visit, next) => {
      const there = afterKioskEvent(visit, { type: 'opened', screen: next }) ?? newVisit()
      expect(shownIn(there)).toEqual(next)
      const back = afterKioskEvent(there, { type: 'back' })
      expect(back === null ? null : shownIn(back)).toEqual(shownIn(visit))
      const allTheWay = after(Array.from({ length: LONGEST_TRAIL }, () => ({ type: 'back' })))
      expect(shownIn(allTheWay)).toEqual({ at: 'home' })
      let wayBack: Visit | null = visit
      for (let n = 0; n < LONGEST_TRAIL && wayBack !== null; n++) wayBack = afterKioskEvent(wayBack, { type: 'back' })
      expect(wayBack?.trail).toHaveLength(1)
    }),
  )
})

test('an end leaves nothing, wherever one was; whoever comes next finds the usual kiosk', () => {
  fc.assert(
    fc.property(anyVisit, (visit) => {
      expect(afterKioskEvent(visit, { type: 'ended' })).toBeNull()
    }),
  )
  expect(newVisit().comfort).toEqual({
    large: false,
    contrast: false,
    aloud: false,
    low: false,
    volume: 2,
    walker: 'shortest',
  })
})

test('whatever happens, there is a screen to show, not too long a trail, and no endless text', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const visit = after(events)
      expect(visit.trail.length).toBeGreaterThan(0)
      expect(visit.trail.length).toBeLessThanOrEqual(LONGEST_TRAIL)
      const typing = afterKioskEvent(
        afterKioskEvent(visit, { type: 'opened', screen: { at: 'search', typed: '' } }) ?? visit,
        { type: 'typed', text: 'あ'.repeat(500) },
      )
      expect(typing === null ? null : shownIn(typing)).toEqual({ at: 'search', typed: 'あ'.repeat(LONGEST_TYPED) })
    }),
  )
})

test('what is for a screen that was left changes nothing', () => {
  const visit = after([{ type: 'opened', screen: { at: 'faqs' } }])
  expect(afterKioskEvent(visit, { type: 'typed', text: 'x' })).toBe(visit)
  expect(afterKioskEvent(visit, { type: 'level', levelId: 'x' })).toBe(visit)
  expect(afterKioskEvent(visit, { type: 'step', step: 2 })).toBe(visit)
})

test('another way of walking is told from its first step', () => {
  const far = after([
    { type: 'opened', screen: { at: 'route', goal: { kind: 'place', id: 'one' }, step: 0 } },
    { type: 'step', step: 4 },
  ])
  const changed = afterKioskEvent(far, { type: 'walker', walker: 'stroller' })
  expect(changed === null ? null : shownIn(changed)).toMatchObject({ at: 'route', step: 0 })
  expect(changed?.comfort.walker).toBe('stroller')
})

test('a hand that is held on the first screen has it read aloud, and heard; elsewhere it changes nothing', () => {
  fc.assert(
    fc.property(anyVisit, (visit) => {
      const held = afterKioskEvent(visit, { type: 'held' })
      if (shownIn(visit).at !== 'home' || visit.choosingLanguage) {
        expect(held).toBe(visit)
        return
      }
      expect(held?.comfort.aloud).toBe(true)
      expect(held?.comfort.volume).toBe(visit.comfort.volume === 0 ? 2 : visit.comfort.volume)
      expect(held?.trail).toEqual(visit.trail)
    }),
  )
})

test('whoever looks for a word in a recording, or another language, comes back to where they were', () => {
  const tell = (visit: Visit, ...events: KioskEvent[]): Visit =>
    events.reduce((before, one) => afterKioskEvent(before, one) ?? before, visit)
  const watching = tell(newVisit(), { type: 'opened', screen: { at: 'recording', id: 'one', atMs: 0 } })
  const looking = tell(
    watching,
    { type: 'opened', screen: { at: 'said', id: 'one', typed: '' } },
    { type: 'watched', id: 'one', atMs: 61_000.5 },
    { type: 'letter', letter: 'よ' },
  )
  expect(shownIn(looking)).toEqual({ at: 'said', id: 'one', typed: 'よ' })
  expect(shownIn(tell(looking, { type: 'back' }))).toEqual({ at: 'recording', id: 'one', atMs: 61_000 })
  expect(tell(watching, { type: 'watched', id: 'two', atMs: 5 })).toEqual(watching)
})
