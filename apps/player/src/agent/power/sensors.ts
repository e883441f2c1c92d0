import { faultText } from '@akari/node-kit'
import type { HostPower } from '@akari/protocol'
import type { Faults } from '../faults.ts'
import type { Heard } from './judge.ts'
import { startNut } from './nut-source.ts'
import type { NamedSensor, PowerConfig } from './power-config.ts'
import type { Listener, PowerReading, PowerSource } from './reading.ts'
import { startSysfs } from './sysfs-source.ts'

/** When is a sensor's silence taken for battery? */
type Vouches = 'always' | 'once heard' | 'never'
type Sensor = {
  kind: NamedSensor['kind']
  reading: PowerReading | null
  heardAtMs: number
  vouches: boolean
  source: PowerSource | null
}

export type Sensors = { heard: () => Heard[]; host: (told: HostPower) => void; close: () => Promise<void> }

/**
 * Starts the sensors that the settings name: the silence of any of them counts. Where they name none, the kernel's power
 * supplies count once there are any, and what the host of the glass says counts when it says it.
 */
export function startSensors(deps: {
  config: PowerConfig
  faults: Faults
  monotonicMs: () => number
  /** Somebody said something. */
  changed: () => void
}): Sensors {
  const { config, faults, monotonicMs, changed } = deps
  const sensors = new Map<string, Sensor>()

  const add = (
    kind: NamedSensor['kind'],
    name: string,
    vouches: Vouches,
    start: (listener: Listener) => PowerSource | null,
  ): void => {
    const sensor: Sensor = {
      kind,
      reading: null,
      heardAtMs: monotonicMs(),
      vouches: vouches === 'always',
      source: null,
    }
    sensors.set(name, sensor)
    const code = `power-sensor-${name}`.slice(0, 60)
    sensor.source = start({
      heard: (reading) => {
        sensor.reading = reading
        sensor.heardAtMs = monotonicMs()
        sensor.vouches ||= vouches === 'once heard'
        faults.clear(code)
        changed()
      },
      failed: (error) => faults.report(code, faultText(error)),
    })
  }
  const start = (sensor: NamedSensor, vouches: Vouches): void => {
    switch (sensor.kind) {
      case 'sysfs':
        return add('sysfs', 'sysfs', vouches, (listener) => startSysfs(config.supplyFolder, listener))
      case 'nut':
        return add('nut', `nut-${sensor.host}-${sensor.ups}`, vouches, (listener) => startNut(sensor, listener))
      case 'host':
        return add('host', 'host', vouches, () => null)
    }
  }
  for (const sensor of config.sensors ?? []) start(sensor, 'always')
  if (config.sensors === null) {
    start({ kind: 'sysfs' }, 'once heard')
    start({ kind: 'host' }, 'never')
  }
  return {
    heard: () =>
      [...sensors.values()].map(({ kind, reading, heardAtMs, vouches }) => ({
        kind,
        reading,
        vouches,
        silentForMs: monotonicMs() - heardAtMs,
      })),
    host: ({ source }) => {
      const sensor = sensors.get('host')
      if (sensor === undefined || source === 'unknown') return
      sensor.reading = { mains: source === 'mains', chargePercent: null, secondsLeft: null, alarm: 'none' }
      sensor.heardAtMs = monotonicMs()
      changed()
    },
    close: async () => {
      await Promise.all([...sensors.values()].map(async ({ source }) => await source?.close()))
    },
  }
}
