import type { Actor } from './actor.ts'
import { AppError } from './app-error.ts'

/** Routes with access `player` always have a player; the type system wants to see it. */
export function playerOf(actor: Actor): Extract<Actor, { kind: 'player' }> {
  if (actor.kind !== 'player') throw new AppError('unauthenticated')
  return actor
}
