import type { DeviceVitals, Power } from '@akari/protocol'
import { type Heard, LOST_AFTER_MS } from './judge.ts'

/** What the health report says of the supply: the figures of the sensor that speaks, the one on battery before others. */
export function powerVitals(sensors: readonly Heard[], power: Power): DeviceVitals['power'] {
  const speaking = sensors.filter(({ reading, silentForMs }) => reading !== null && silentForMs <= LOST_AFTER_MS)
  const [told] = speaking.toSorted((a, b) => Number(a.reading?.mains ?? true) - Number(b.reading?.mains ?? true))
  const { chargePercent = null, secondsLeft = null } = told?.reading ?? {}
  return {
    source: power === 'mains' ? 'mains' : 'battery',
    sensor: told?.kind ?? 'none',
    ...(chargePercent === null ? {} : { chargePercent }),
    ...(secondsLeft === null ? {} : { runtimeS: Math.round(secondsLeft) }),
    ...(power === 'mains' ? {} : { tier: power.tier }),
  }
}
