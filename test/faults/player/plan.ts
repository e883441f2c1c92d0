import { seeded, shuffled } from '../random.ts'
import { calm, type Fault } from './fault-kinds.ts'

const FIRST_CALM_MS = 4_000
/** Long enough that what the fault before left behind is over, and some looks are taken in peace. */
const CALM_MS = 20_000

/** One thing to do to the display, with random numbers of its own. */
export type Step = { fault: Fault; number: number; random: () => number }

/**
 * What a seed does, without an end: rounds that begin in peace and then hold each fault once, in an order of the seed. Each step
 * draws from numbers of its own, so that how much one of them draws, which follows from time, changes nothing of the next.
 */
export function* planOf(seed: number, faults: readonly Fault[]): Generator<Step> {
  const order = seeded(seed)
  for (let number = 1; ; ) {
    const peace = calm(number === 1 ? FIRST_CALM_MS : CALM_MS)
    for (const fault of [peace, ...shuffled(faults, order)]) {
      yield { fault, number, random: seeded(Math.floor(order() * 1_000_000_000)) }
      number += 1
    }
  }
}
