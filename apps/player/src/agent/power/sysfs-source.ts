import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startLoop } from '../loop.ts'
import type { Listener, PowerReading, PowerSource } from './reading.ts'

const LOOK_MS = 500
const FROM_OUTSIDE = ['Mains', 'USB', 'Wireless']
const STORES = ['Battery', 'UPS']

/** Attributes of one entry (Documentation/ABI/testing/sysfs-class-power of the kernel). */
type Supply = ReadonlyMap<string, string>
const ATTRIBUTES = [
  'type',
  'scope',
  'online',
  'status',
  'capacity',
  'time_to_empty_now',
  'energy_now',
  'power_now',
  'charge_now',
  'current_now',
] as const

/** Reads the kernel's power supplies twice a second. A machine that has no battery says nothing. */
export function startSysfs(folder: string, { heard, failed }: Listener): PowerSource {
  return startLoop({
    waitMs: () => LOOK_MS,
    failed,
    step: async () => {
      const reading = readingOf(await suppliesIn(folder))
      if (reading !== null) heard(reading)
    },
  })
}

/** Null where there is no battery to run from. */
export function readingOf(supplies: readonly Supply[]): PowerReading | null {
  const own = supplies.filter((supply) => supply.get('scope') !== 'Device')
  const ofType = (types: readonly string[]) => own.filter((supply) => types.includes(supply.get('type') ?? ''))
  const [lines, batteries] = [ofType(FROM_OUTSIDE), ofType(STORES)]
  if (batteries.length === 0) return null
  const mains =
    lines.length > 0
      ? lines.some((line) => line.get('online') === '1')
      : batteries.every((battery) => battery.get('status') !== 'Discharging')
  const charges = numbersOf(batteries, (battery) => numberIn(battery, 'capacity'))
  const times = numbersOf(batteries, secondsOf)
  return {
    mains,
    chargePercent: charges.length === 0 ? null : charges.reduce((sum, share) => sum + share, 0) / charges.length,
    secondsLeft: mains || times.length === 0 ? null : times.reduce((sum, seconds) => sum + seconds, 0),
    alarm: 'none',
  }
}

function secondsOf(battery: Supply): number | null {
  const told = numberIn(battery, 'time_to_empty_now')
  if (told !== null && told > 0) return told
  return hoursOf(battery, 'energy_now', 'power_now') ?? hoursOf(battery, 'charge_now', 'current_now')
}

/** Seconds until a store of µWh (µAh) is empty that gives µW (µA); some drivers count the current below zero. */
function hoursOf(battery: Supply, store: string, drain: string): number | null {
  const [left, rate] = [numberIn(battery, store), numberIn(battery, drain)]
  return left === null || rate === null || rate === 0 ? null : (left / Math.abs(rate)) * 3600
}

function numbersOf(supplies: readonly Supply[], of: (supply: Supply) => number | null): number[] {
  return supplies.flatMap((supply) => of(supply) ?? [])
}

function numberIn(supply: Supply, name: string): number | null {
  const value = Number.parseInt(supply.get(name) ?? '', 10)
  return Number.isFinite(value) ? value : null
}

async function suppliesIn(folder: string): Promise<Supply[]> {
  const names = await readdir(folder).catch(() => []) // a machine without the class has no battery
  return await Promise.all(names.map((name) => supplyAt(join(folder, name))))
}

async function supplyAt(path: string): Promise<Supply> {
  const entries = await Promise.all(
    ATTRIBUTES.map(async (name) => {
      // Drivers leave attributes out, or refuse them while the device is busy.
      const text = await readFile(join(path, name), 'utf8').catch(() => null)
      return text === null ? [] : [[name, text.trim()] as const]
    }),
  )
  return new Map(entries.flat())
}
