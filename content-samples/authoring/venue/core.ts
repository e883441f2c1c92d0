import type { AmenityPlan, FixturePlan, OpeningPlan, UnitPlan } from './plan.ts'
import { doorAlongX, doorAlongY } from './plan.ts'
import { centroid, mirrored, rect, WIDTH } from './shapes.ts'

/** What repeats on every floor: stairs at the wing tips, lifts and toilets beside the hall, a corridor along each wing. */
export function core(east: 'nursing' | 'wc-multi'): {
  units: UnitPlan[]
  openings: OpeningPlan[]
  amenities: AmenityPlan[]
} {
  const eastSide = (outline: ReturnType<typeof rect>): ReturnType<typeof rect> => mirrored(outline)
  const women = rect(17, 21, 20, 30)
  const men = rect(20, 21, 23, 30)
  const units: UnitPlan[] = [
    { key: 'corridor-west', name: 'corridor-west', category: 'walkway', outline: rect(0, 15, 26, 21) },
    { key: 'corridor-east', name: 'corridor-east', category: 'walkway', outline: eastSide(rect(0, 15, 26, 21)) },
    { key: 'stairs-west', name: 'stairs-west', category: 'stairs', outline: rect(0, 21, 5, 30), shaft: 'stairs-west' },
    {
      key: 'stairs-east',
      name: 'stairs-east',
      category: 'stairs',
      outline: eastSide(rect(0, 21, 5, 30)),
      shaft: 'stairs-east',
    },
    { key: 'lift-1', name: 'lift-1', category: 'elevator', outline: rect(23, 21, 26, 24.5), shaft: 'lift-1' },
    { key: 'lift-2', name: 'lift-2', category: 'elevator', outline: eastSide(rect(23, 21, 26, 24.5)), shaft: 'lift-2' },
    { key: 'wc-female-west', name: 'wc-female', category: 'restroom.female', outline: women },
    { key: 'wc-male-west', name: 'wc-male', category: 'restroom.male', outline: men },
    { key: 'wc-female-east', name: 'wc-female', category: 'restroom.female', outline: eastSide(women) },
    { key: 'wc-male-east', name: 'wc-male', category: 'restroom.male', outline: eastSide(men) },
    { key: 'wc-multi-west', name: 'wc-multi', category: 'restroom.wheelchair', outline: rect(23, 24.5, 26, 30) },
    {
      key: `${east}-east`,
      name: east,
      category: east === 'nursing' ? 'mothersroom' : 'restroom.wheelchair',
      outline: eastSide(rect(23, 24.5, 26, 30)),
    },
  ]
  const west: OpeningPlan[] = [
    { ...doorAlongY([26, 18], 3), door: 'open' },
    doorAlongX([2.5, 21], 1.8),
    doorAlongX([18.5, 21], 1.2),
    doorAlongX([21.5, 21], 1.2),
    { ...doorAlongY([26, 22.75], 1.1), door: 'automatic' },
    { ...doorAlongY([26, 27.25], 1.2), door: 'automatic' },
  ]
  const openings = [...west, ...west.map(acrossTheHall)]
  return { units, openings, amenities: units.flatMap(amenityOf) }
}

/** Counter desks between the waiting side and the staff side, one gap at the service door. */
export function counterDesks(x0: number, x1: number, y: number): FixturePlan[] {
  const middle = (x0 + x1) / 2
  return [
    { category: 'desk', outline: rect(x0 + 0.8, y - 0.4, middle - 0.8, y + 0.4) },
    { category: 'desk', outline: rect(middle + 0.8, y - 0.4, x1 - 0.8, y + 0.4) },
  ]
}

function acrossTheHall(opening: OpeningPlan): OpeningPlan {
  return { ...opening, from: [WIDTH - opening.from[0], opening.from[1]], to: [WIDTH - opening.to[0], opening.to[1]] }
}

function amenityOf(unit: UnitPlan): AmenityPlan[] {
  if (unit.category === 'walkway' || unit.name === null) return []
  return [
    {
      key: unit.key,
      name: unit.name,
      category: unit.category,
      at: centroid(unit.outline),
      unit: unit.key,
      accessible: unit.category === 'elevator' || unit.category.endsWith('wheelchair'),
      ...(unit.shaft === undefined ? {} : { shaft: unit.shaft }),
    },
  ]
}
