import { type CarriedFile, carriedFor, type Channel, type SignedKeyManifest } from '@akari/protocol'
import { Temporal } from 'temporal-polyfill'
import type { Actor } from '../../http/actor.ts'
import type { Audit } from '../service-deps.ts'
import type { AlertChannels } from './alert-channels.ts'

type Deps = {
  channels: Pick<AlertChannels, 'held'>
  keys: () => SignedKeyManifest
  timeZone: string
  now: () => Date
  audit: Audit
}

export type CarryService = ReturnType<typeof carryService>

/** What a person carries to displays that no line reaches: the newest state of one channel, signed as it stands. */
export function carryService({ channels, keys, timeZone, now, audit }: Deps) {
  return {
    carry: async (actor: Actor, channel: Channel): Promise<CarriedFile> => {
      const { state, envelope } = channels.held(channel)
      const { epoch, revision, alerts, issuedAt } = state
      const { inForce, endsAt } = carriedFor(alerts, now().getTime())
      await audit(actor, `alert.carried.${channel}`, `${epoch}.${revision}`, { inForce })
      return {
        channel,
        name: `akari-${channel}-${minuteOf(now(), timeZone)}.json`,
        file: { akari: 'alerts.1', keys: keys(), [channel]: envelope },
        issuedAt,
        inForce,
        endsAt,
      }
    },
  }
}

/** `20261128-1705` by the clocks of the city. */
function minuteOf(at: Date, timeZone: string): string {
  const local = Temporal.Instant.from(at.toISOString()).toZonedDateTimeISO(timeZone).toPlainDateTime()
  return local.toString({ smallestUnit: 'minute' }).replaceAll(/[-:]/g, '').replace('T', '-')
}
