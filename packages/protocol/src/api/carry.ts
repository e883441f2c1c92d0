import { z } from 'zod'
import { Channel } from '../alert.ts'
import { CarriedAlerts } from '../carried-alerts.ts'
import { Instant } from '../primitives.ts'

/** Which channel's newest state a file is to carry. */
export const CarryAlerts = z.object({ channel: Channel })

/** The file for a stick, and what to tell the person who carries it. */
export const CarriedFile = z.object({
  channel: Channel,
  /** Says channel and local time, so that two files on one stick are told apart. */
  name: z.string().regex(/^[\w-]+\.json$/),
  file: CarriedAlerts,
  /** When the state in it was made. */
  issuedAt: Instant,
  /** How many alerts in force it brings; none: it takes from the glass what is no longer in force. */
  inForce: z.int().nonnegative(),
  /** When the last of them ends by itself; null where nothing is in force or a person must end one. */
  endsAt: Instant.nullable(),
})
export type CarriedFile = z.infer<typeof CarriedFile>
