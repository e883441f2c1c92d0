import fc from 'fast-check'
import type { ModelOpening, ModelUnit, VenueModel } from '../model/venue-model.ts'
import { door, level, plan, rect, unit } from './plan.ts'

const SIZE_M = 10

/**
 * Buildings of a few levels, each a square grid of rooms and halls with doors in some of the walls, a lift in one column, stairs
 * in another, and a main door on the ground floor. Nothing in them leads one way only.
 */
export const anyBuilding: fc.Arbitrary<VenueModel> = fc
  .record({
    side: fc.integer({ min: 2, max: 4 }),
    levels: fc.integer({ min: 1, max: 3 }),
    doors: fc.array(fc.boolean(), { minLength: 72, maxLength: 72 }),
    halls: fc.array(fc.boolean(), { minLength: 48, maxLength: 48 }),
    lift: fc.nat(15),
    stairs: fc.nat(15),
  })
  .map(({ side, levels, doors, halls, lift, stairs }) => {
    const units: ModelUnit[] = []
    const openings: ModelOpening[] = []
    for (let floor = 0; floor < levels; floor++) {
      const levelId = `L${floor}`
      for (let cell = 0; cell < side * side; cell++) {
        const [x, y] = [(cell % side) * SIZE_M, Math.floor(cell / side) * SIZE_M]
        const hall = halls[floor * 16 + cell] === true ? 'walkway' : 'room'
        const kind = cell === lift % (side * side) ? 'elevator' : cell === stairs % (side * side) ? 'stairs' : hall
        units.push(unit(`${levelId}-${cell}`, kind, rect(x, y, x + SIZE_M, y + SIZE_M), { levelId }))
        const isDoor = (n: number) => doors[(floor * 32 + cell * 2 + n) % doors.length] === true
        if (x + SIZE_M < side * SIZE_M && isDoor(0))
          openings.push(
            door(`${levelId}-${cell}-e`, 'pedestrian', [x + SIZE_M, y + 4], [x + SIZE_M, y + 6], { levelId }),
          )
        if (y + SIZE_M < side * SIZE_M && isDoor(1))
          openings.push(
            door(`${levelId}-${cell}-s`, 'pedestrian', [x + 2, y + SIZE_M], [x + 4, y + SIZE_M], { levelId }),
          )
      }
    }
    openings.push(door('main', 'pedestrian.principal', [0, 4], [0, 6], { levelId: 'L0' }))
    return plan({
      widthM: side * SIZE_M,
      heightM: side * SIZE_M,
      levels: Array.from({ length: levels }, (_, n) => level(`L${n}`, n)),
      units,
      openings,
    })
  })
