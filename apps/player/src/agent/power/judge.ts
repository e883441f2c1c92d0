import type { NamedSensor } from './power-config.ts'
import type { PowerReading } from './reading.ts'

/** A sensor as it is known now. */
export type Heard = {
  kind: NamedSensor['kind']
  reading: PowerReading | null
  /** Milliseconds since it last spoke, or since it began to be asked. */
  silentForMs: number
  /** Is its silence taken for battery? */
  vouches: boolean
}

/** What the sensors together say. `unknown`: one that vouches is silent, and none says that the mains is away. */
export type Supply = { source: 'mains' } | { source: 'unknown' } | ({ source: 'battery' } & Omit<PowerReading, 'mains'>)

/** A sensor that says nothing for so long is lost. */
export const LOST_AFTER_MS = 10_000

const ALARMS = ['none', 'low', 'forced'] as const

/** One that says battery is believed, then one that is lost, then those that say mains. The worst figures count. */
export function judge(sensors: readonly Heard[]): Supply {
  const speaking = sensors.flatMap(({ reading, silentForMs }) =>
    reading === null || silentForMs > LOST_AFTER_MS ? [] : [reading],
  )
  const away = speaking.filter(({ mains }) => !mains)
  if (away.length > 0)
    return {
      source: 'battery',
      chargePercent: least(away.map(({ chargePercent }) => chargePercent)),
      secondsLeft: least(away.map(({ secondsLeft }) => secondsLeft)),
      alarm: ALARMS[Math.max(...away.map(({ alarm }) => ALARMS.indexOf(alarm)))] ?? 'none',
    }
  const isLost = sensors.some(({ vouches, silentForMs }) => vouches && silentForMs > LOST_AFTER_MS)
  return { source: isLost ? 'unknown' : 'mains' }
}

function least(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.min(...known)
}
