import type { OpeningPlan, UnitPlan } from './plan.ts'
import { doorAlongX } from './plan.ts'
import { rect } from './shapes.ts'

interface CounterSpan {
  /** West and east wall. */
  x: readonly [number, number]
  /** The corridor side, the counter line and the outer wall. */
  front: number
  back: number
  wall: number
}

/** A section that serves the public: a waiting side open to the corridor and a staff side behind the counter. */
export function counter(
  key: string,
  { x: [west, east], front, back, wall }: CounterSpan,
): {
  units: UnitPlan[]
  openings: OpeningPlan[]
} {
  const between = (a: number, b: number): ReturnType<typeof rect> => rect(west, Math.min(a, b), east, Math.max(a, b))
  const middle = (west + east) / 2
  const wide = east - west >= 9
  const mouths = wide ? [west + (east - west) / 4, west + ((east - west) * 3) / 4] : [middle]
  return {
    units: [
      { key, name: key, category: 'room', outline: between(front, back) },
      {
        key: `${key}-office`,
        name: 'office',
        category: 'nonpublic',
        outline: between(back, wall),
        restriction: 'employeesonly',
      },
    ],
    openings: [...mouths.map((x) => doorAlongX([x, front], wide ? 3 : 2.4)), doorAlongX([middle, back], 1, 'service')],
  }
}
