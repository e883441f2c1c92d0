import { z } from 'zod'
import { Command } from '../run-program.ts'

/** A sensor that the settings name. */
export type NamedSensor =
  | { kind: 'sysfs' }
  | { kind: 'host' }
  | { kind: 'nut'; host: string; port: number; ups: string; login: { user: string; password: string } | null }

export type PowerConfig = {
  /** Null: whatever this machine has; an empty list: the display has no battery. */
  sensors: readonly NamedSensor[] | null
  /** Linux' `power_supply` class. */
  supplyFolder: string
  /** How long the battery is taken to last where no sensor says. */
  batteryMinutes: number
  /** Program and arguments that switch the machine off; null: nothing does. */
  shutDown: Readonly<Command> | null
}

const NUT_PORT = 3493

/** The variables of the agent's environment that are about power; errors name the variable. */
export const PowerEnvironment = z.object({
  AKARI_POWER_SENSORS: z
    .string()
    .default('auto')
    .transform((text, context): readonly NamedSensor[] | null => {
      if (text.trim() === 'auto') return null
      if (text.trim() === 'none') return []
      const sensors = text.split(',').map((name) => sensorOf(name.trim()))
      if (sensors.some((sensor) => sensor === null))
        context.addIssue({ code: 'custom', message: 'auto, none, or a list of sysfs, host and nut://host[:port]/ups' })
      return sensors.flatMap((sensor) => (sensor === null ? [] : [sensor]))
    }),
  AKARI_POWER_SUPPLY_DIR: z.string().min(1).default('/sys/class/power_supply'),
  AKARI_BATTERY_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 60)
    .default(60),
  AKARI_SHUTDOWN_COMMAND: Command.optional(),
})

export function powerConfigOf(settings: z.infer<typeof PowerEnvironment>): PowerConfig {
  return {
    sensors: settings.AKARI_POWER_SENSORS,
    supplyFolder: settings.AKARI_POWER_SUPPLY_DIR,
    batteryMinutes: settings.AKARI_BATTERY_MINUTES,
    shutDown: settings.AKARI_SHUTDOWN_COMMAND ?? null,
  }
}

function sensorOf(name: string): NamedSensor | null {
  if (name === 'sysfs' || name === 'host') return { kind: name }
  if (!name.startsWith('nut://') || !URL.canParse(name)) return null
  const { hostname, port, pathname, username, password } = new URL(name)
  const ups = pathname.slice(1)
  // Words of upsd's protocol are parted by spaces and ended by line feeds.
  if (hostname === '' || !/^[\w.-]+$/.test(ups)) return null
  const login = username === '' ? null : { user: decodeURIComponent(username), password: decodeURIComponent(password) }
  return {
    kind: 'nut',
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? NUT_PORT : Number(port),
    ups,
    login,
  }
}
