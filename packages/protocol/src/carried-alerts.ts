import { z } from 'zod'
import { type Alert, SignedAlertState } from './alert.ts'
import { SignedKeyManifest } from './key-manifest.ts'
import type { Instant } from './primitives.ts'

/**
 * Alerts that travel without a line to the CMS: from display to display, or in a file on a stick. Everything in it is
 * signed by itself; with `keys` a display that was away while a channel's key was renewed learns of that first.
 */
export const CarriedAlerts = z
  .object({
    akari: z.literal('alerts.1'),
    keys: SignedKeyManifest.optional(),
    live: SignedAlertState.optional(),
    drill: SignedAlertState.optional(),
  })
  .refine(({ live, drill }) => live !== undefined || drill !== undefined, 'carries no alerts')
export type CarriedAlerts = z.infer<typeof CarriedAlerts>

/**
 * What carried alerts do without another word: how many are in force, and when the last of them ends by itself (null
 * where there is none, or one stays until a person ends it).
 */
export function carriedFor(alerts: readonly Alert[], nowMs: number): { inForce: number; endsAt: Instant | null } {
  const inForce = alerts.filter(
    ({ phase, expiresAt }) => phase === 'inForce' && (expiresAt === null || Date.parse(expiresAt) > nowMs),
  )
  const ends = inForce.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]))
  const last = ends.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1)
  return { inForce: inForce.length, endsAt: ends.length < inForce.length ? null : (last ?? null) }
}
