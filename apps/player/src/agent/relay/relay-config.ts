import { resolve } from 'node:path'
import { z } from 'zod'

export type RelayConfig = {
  /**
   * Null: neither calls out, nor listens, nor serves. `port`: of the datagrams (UDP) and of what is served (TCP).
   * `neighbours`: displays that are asked directly, also beyond a router.
   */
  lan: { group: string; port: number; addresses: readonly string[] | null; neighbours: readonly string[] } | null
  /** Where files with signed alerts may turn up, such as the mount point of a USB stick; null: nowhere. */
  folder: string | null
}

const Addresses = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.ipv4()).min(1).max(32))

/** The variables of the agent's environment that are about alerts from neighbours and files. */
export const RelayEnvironment = z.object({
  AKARI_RELAY: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  AKARI_RELAY_GROUP: z
    .ipv4()
    .regex(/^239\./, { error: 'must be an address of 239.0.0.0/8 (RFC 2365)' })
    .default('239.255.112.119'),
  AKARI_RELAY_PORT: z.coerce.number().int().min(1024).max(65_535).default(8092),
  AKARI_RELAY_ADDRESSES: Addresses.optional(),
  AKARI_RELAY_NEIGHBOURS: Addresses.optional(),
  AKARI_ALERT_FOLDER: z.string().min(1).optional(),
})

export function relayConfigOf(settings: z.infer<typeof RelayEnvironment>): RelayConfig {
  const lan = {
    group: settings.AKARI_RELAY_GROUP,
    port: settings.AKARI_RELAY_PORT,
    addresses: settings.AKARI_RELAY_ADDRESSES ?? null,
    neighbours: settings.AKARI_RELAY_NEIGHBOURS ?? [],
  }
  const folder = settings.AKARI_ALERT_FOLDER
  return { lan: settings.AKARI_RELAY === 'on' ? lan : null, folder: folder === undefined ? null : resolve(folder) }
}
