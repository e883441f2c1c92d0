import { z } from 'zod'
import { Language } from './language.ts'
import { Id } from './primitives.ts'

/** A way that somebody takes along on a telephone: in which building (the guide's venue), from where, where to, and for whom. */
export const WayToTake = z.object({
  venue: Id,
  from: Id,
  to: Id,
  profile: z.enum(['shortest', 'step-free', 'stroller', 'tactile']),
  lang: Language,
})
export type WayToTake = z.infer<typeof WayToTake>

/** Where the CMS shows that way to telephones; `publicUrl` as programmes carry it. */
export function wayAddress(publicUrl: string, way: WayToTake): string {
  const query = Object.entries(WayToTake.parse(way)).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return `${publicUrl.replace(/\/+$/, '')}/way?${query.join('&')}`
}
