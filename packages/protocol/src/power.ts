import { z } from 'zod'
import { Instant } from './primitives.ts'

/**
 * How sparing a display is on its battery. `dimmed`: dark colours; `still`: nothing moves or takes turns; `sparing`: the way out
 * alone, drawn anew only when a figure changes; `ending`: it is about to switch itself off.
 */
export const PowerTier = z.enum(['dimmed', 'still', 'sparing', 'ending'])
export type PowerTier = z.infer<typeof PowerTier>

/** The mains is away, or nobody can say that it is there. */
export const OnBattery = z.object({
  source: z.literal('battery'),
  /** When the mains was last known to be there. */
  since: Instant,
  tier: PowerTier,
  /** Whole percent; null where no sensor says. */
  chargePercent: z.int().min(0).max(100).nullable(),
  /** Rounded down to what is worth saying; null where no sensor says, or while the mains is back. */
  minutesLeft: z.int().nonnegative().nullable(),
  /** False: the sensor does not answer, and battery is assumed. */
  measured: z.boolean(),
})
export type OnBattery = z.infer<typeof OnBattery>

/** What feeds the display. */
export const Power = z.union([z.literal('mains'), OnBattery])
export type Power = z.infer<typeof Power>

/** Host of the glass → agent, `POST /power`: what Electron's powerMonitor says; `unknown` where it cannot know. */
export const HostPower = z.object({ source: z.enum(['mains', 'battery', 'unknown']) })
export type HostPower = z.infer<typeof HostPower>
