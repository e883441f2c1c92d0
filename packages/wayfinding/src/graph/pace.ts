import type { EdgeKind } from './graph.ts'

/** Metres in a second: an elderly visitor who reads signs, not a commuter. */
const WALKING = 1
const MOVING_WALKWAY = 1.2
/** Stairs and lifts are counted by the floor; half a floor is half of it, and down takes as long as up. */
const STAIRS_S = 18
const ESCALATOR_S = 14
const ELEVATOR_S = 4
/** Getting in and getting out; together the wait for a lift. */
const BOARDING_S = 12.5

/** Seconds that an edge takes; `floors` climbed, negative where they are descended. */
export function secondsOf(kind: EdgeKind, metres: number, floors: number): number {
  switch (kind) {
    case 'walk':
    case 'door':
    case 'ramp':
      return metres / WALKING
    case 'steps':
      return metres / (WALKING / 2)
    case 'movingwalkway':
      return metres / MOVING_WALKWAY
    case 'stairs':
      return Math.max(Math.abs(floors) * STAIRS_S, metres / WALKING)
    case 'escalator':
      return Math.max(Math.abs(floors) * ESCALATOR_S, metres / WALKING)
    case 'board':
      return BOARDING_S + metres / WALKING
    case 'elevator':
      return Math.abs(floors) * ELEVATOR_S
  }
}
