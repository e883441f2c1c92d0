import { CarriedAlerts, type Channel } from '@akari/protocol'
import type { AlertKeeper, Verdict } from '../alerts/alert-keeper.ts'
import type { PinningStore } from '../pairing/pinning.ts'

const CHANNELS: readonly Channel[] = ['live', 'drill']
const WORST_FIRST: readonly Verdict[] = ['refused', 'taken', 'old']

/** Takes what a neighbour or a file brought; the worst of what was said of its parts. Never throws. */
export type Intake = (document: unknown) => Promise<Verdict>

/**
 * What was carried here has the rank of a rumour: keys count if the pinned identity signed them anew, alerts if those
 * keys did. A display that its CMS never told any keys' number takes none from here: it could not tell old from new.
 */
export function intake(deps: {
  accept: AlertKeeper['accept']
  pinning: Pick<PinningStore, 'keysRevision' | 'keys' | 'rotate'>
}): Intake {
  const { accept, pinning } = deps
  return async (document) => {
    const carried = CarriedAlerts.safeParse(document)
    if (!carried.success) return 'refused'
    const { keys } = carried.data
    const envelopes = CHANNELS.flatMap((channel) => carried.data[channel] ?? [])
    const pinned = pinning.keys()
    const isStrange = envelopes.some(({ key }) => key !== pinned?.live && key !== pinned?.drill)
    if (keys !== undefined && isStrange && pinning.keysRevision() !== null) pinning.rotate(keys)
    const verdicts = await Promise.all(envelopes.map(accept))
    return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'refused'
  }
}
