import { expect, test } from 'vitest'
import { FAULTS } from './fault-kinds.ts'
import { planOf, type Step } from './plan.ts'

const ROUND = FAULTS.length + 1

function stepsOf(seed: number, count: number): Step[] {
  const steps: Step[] = []
  for (const step of planOf(seed, FAULTS)) {
    if (steps.length === count) break
    steps.push(step)
  }
  return steps
}

const namesOf = (seed: number, count: number) => stepsOf(seed, count).map(({ fault }) => fault.name)

test('a seed gives the same faults in the same order; another gives another order', () => {
  expect(namesOf(7, 2 * ROUND)).toEqual(namesOf(7, 2 * ROUND))
  expect(namesOf(8, ROUND)).not.toEqual(namesOf(7, ROUND))
})

test('a step draws the same numbers, however many the steps before it drew', () => {
  const [sparing, wasteful] = [1, 50].map((draws) => {
    const numbers: number[] = []
    for (const { random, number } of planOf(7, FAULTS)) {
      numbers.push(random())
      for (let n = 1; n < draws; n++) random()
      if (number === ROUND) return numbers
    }
    return []
  })
  expect(sparing).toEqual(wasteful)
})

test('each round begins in peace and holds every fault once', () => {
  const second = stepsOf(7, 2 * ROUND).slice(ROUND)
  expect(second.map(({ fault }) => fault.calm === true)).toEqual([true, ...FAULTS.map(() => false)])
  expect(new Set(second.map(({ fault }) => fault.name)).size).toBe(ROUND)
})

test('every fault has a name of its own', () => {
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length)
})
