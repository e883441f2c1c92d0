import type { Actor } from '../http/actor.ts'
import { AppError } from '../http/app-error.ts'
import texts from './responsibility.texts.json' with { type: 'json' }
import { sentence } from '../sentence.ts'

/** What responsibility is decided by: the groups that a display is in. */
type Placed = { groups: readonly string[]; profile: { name: string } }

const MOST_NAMED = 5

/** The groups that somebody is limited to; null: they answer for every display. Administrators always do. */
export function limitOf(actor: Actor): readonly string[] | null {
  return actor.kind === 'user' && actor.role !== 'admin' ? actor.groups : null
}

/** Does somebody with this limit answer for the display? */
export function answersFor(limit: readonly string[] | null, { groups }: Pick<Placed, 'groups'>): boolean {
  return limit === null || groups.some((group) => limit.includes(group))
}

/** Throws `not-yours`, naming what is outside, unless the actor answers for every one of these displays. */
export function refuseOthers(actor: Actor, displays: readonly Placed[]): void {
  const limit = limitOf(actor)
  const outside = displays.filter((display) => !answersFor(limit, display)).map(({ profile }) => profile.name)
  if (limit === null || outside.length === 0) return
  const values = {
    outside: outside.slice(0, MOST_NAMED).map(quoted).join(''),
    count: String(outside.length),
    groups: limit.map(quoted).join(''),
  }
  throw new AppError(
    'not-yours',
    sentence(outside.length > MOST_NAMED ? texts.severalNotYours : texts.notYours, values),
  )
}

function quoted(name: string): string {
  return `「${name}」`
}
