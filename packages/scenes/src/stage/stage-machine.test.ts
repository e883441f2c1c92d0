import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SceneContent } from '@akari/protocol'
import { emptyStage, isBare, onStage } from './stage-machine.ts'
import type * as machine from './stage-machine.ts'

type Showing = machine.Showing<SceneContent>
type StageEvent = machine.StageEvent<SceneContent>
type StageState = machine.StageState<SceneContent>

const notice = (key: string): Showing => ({ key, content: { kind: 'notice', title: { ja: key }, body: { ja: key } } })
const [a, b, c] = [notice('a'), notice('b'), notice('c')]
const run = (events: readonly StageEvent[], from: StageState = emptyStage()): StageState =>
  events.reduce(onStage<SceneContent>, from)
const want = (candidates: Showing[], next: Showing | null = null, nowMs = 0): StageEvent => ({
  type: 'wanted',
  wanted: { candidates, next },
  nowMs,
})
const mounted = (state: StageState): string[] => state.layers.map((layer) => layer.key)

test('the picture that is there stays until the next one is ready', () => {
  const waiting = run([want([a]), { type: 'ready', key: 'a' }, want([b])])
  expect(waiting).toMatchObject({ shownKey: 'a', targetKey: 'b' })
  const shown = onStage(waiting, { type: 'ready', key: 'b' })
  expect(shown).toMatchObject({ shownKey: 'b', leavingKey: 'a' })
  expect(mounted(onStage(shown, { type: 'faded', key: 'b' }))).toEqual(['b'])
})

test('what comes next is mounted ahead, and keeps its layer when its turn comes', () => {
  const ahead = run([want([a], b), { type: 'ready', key: 'a' }, { type: 'ready', key: 'b' }])
  expect(mounted(ahead)).toEqual(['a', 'b'])
  expect(onStage(ahead, want([b], a)).shownKey).toBe('b')
})

test('a picture of a playlist that cuts appears at once, and stays so when what follows fades', () => {
  const cut = run([want([a]), { type: 'ready', key: 'a' }, want([{ ...b, cuts: true }]), { type: 'ready', key: 'b' }])
  expect(cut).toMatchObject({ shownKey: 'b', isCut: true })
  const waiting = onStage(cut, want([c]))
  expect(waiting).toMatchObject({ shownKey: 'b', targetKey: 'c', isCut: true })
  expect(onStage(waiting, { type: 'ready', key: 'c' })).toMatchObject({ shownKey: 'c', isCut: false })
})

test('a scene that fails is passed over for the next candidate, and tried again a minute later', () => {
  const failed = run([want([a, b]), { type: 'failed', key: 'a', nowMs: 0 }])
  expect(failed.targetKey).toBe('b')
  expect(onStage(failed, want([a, b], null, 59_000)).targetKey).toBe('b')
  expect(onStage(failed, want([a, b], null, 60_000)).targetKey).toBe('a')
})

test('when nothing wanted can be shown, the last good picture stays', () => {
  const state = run([want([a]), { type: 'ready', key: 'a' }, want([b]), { type: 'failed', key: 'b', nowMs: 0 }])
  expect(state).toMatchObject({ shownKey: 'a', targetKey: null })
})

test('only a picture that itself fails leaves the stage bare', () => {
  expect(isBare(run([want([a]), { type: 'ready', key: 'a' }, { type: 'failed', key: 'a', nowMs: 0 }]))).toBe(true)
})

test('whatever happens, the shown picture is mounted, was ready, and never vanishes unless it failed', () => {
  const showing = fc.constantFrom(a, b, c)
  const event: fc.Arbitrary<StageEvent> = fc.oneof(
    fc
      .tuple(fc.array(showing, { maxLength: 3 }), fc.option(showing), fc.nat(200_000))
      .map(([list, next, now]) => want(list, next, now)),
    showing.map(({ key }): StageEvent => ({ type: 'ready', key })),
    fc.tuple(showing, fc.nat(200_000)).map(([{ key }, nowMs]): StageEvent => ({ type: 'failed', key, nowMs })),
    showing.map(({ key }): StageEvent => ({ type: 'faded', key })),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let state: StageState = emptyStage()
      for (const happened of events) {
        const before = state
        state = onStage(state, happened)
        if (state.shownKey !== null)
          expect(state.layers.find((layer) => layer.key === state.shownKey)?.state).toBe('ready')
        if (before.shownKey !== null && !(happened.type === 'failed' && happened.key === before.shownKey))
          expect(state.shownKey).not.toBeNull()
      }
    }),
  )
})
