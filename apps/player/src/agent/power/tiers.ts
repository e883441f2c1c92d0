import type { PowerTier } from '@akari/protocol'
import type { PowerReading } from './reading.ts'

/** Charge and time at which a tier begins, whichever comes first. */
const BEGINS: readonly { tier: PowerTier; percent: number; seconds: number }[] = [
  { tier: 'ending', percent: 5, seconds: 2 * 60 },
  { tier: 'sparing', percent: 20, seconds: 10 * 60 },
  { tier: 'still', percent: 50, seconds: 25 * 60 },
]
const ORDER: readonly PowerTier[] = ['dimmed', 'still', 'sparing', 'ending']

/** How sparing to be by what a sensor says of the battery. */
export function tierOf({ chargePercent, secondsLeft, alarm }: Omit<PowerReading, 'mains'>): PowerTier {
  if (alarm === 'forced') return 'ending'
  const begun = BEGINS.find(
    ({ percent, seconds }) =>
      (chargePercent !== null && chargePercent <= percent) || (secondsLeft !== null && secondsLeft <= seconds),
  )
  return worse(begun?.tier ?? 'dimmed', alarm === 'low' ? 'sparing' : 'dimmed')
}

/**
 * How sparing to be where nobody says: by the share of the time that the battery is taken to last. Never `ending`: a display
 * that may well be on mains must not switch itself off on a guess.
 */
export function guessedTier(onBatteryForMs: number, batteryMinutes: number): PowerTier {
  const left = 1 - onBatteryForMs / (batteryMinutes * 60_000)
  if (left <= 0.2) return 'sparing'
  return left <= 0.5 ? 'still' : 'dimmed'
}

/** A battery that recovers a little while nothing is drawn must not set the display going again. */
export function worse(a: PowerTier, b: PowerTier): PowerTier {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b
}

/** Minutes as they are told to people: whole tens, then fives, then ones, always down. */
export function minutesOf(secondsLeft: number): number {
  const minutes = Math.floor(secondsLeft / 60)
  const step = stepOf(minutes)
  return Math.floor(minutes / step) * step
}

/** Keeps what was told before when the time left only rises a little: estimates waver. */
export function steadyMinutes(before: number | null, next: number | null): number | null {
  if (before === null || next === null) return next
  return next > before && next - before <= stepOf(before) ? before : next
}

function stepOf(minutes: number): number {
  if (minutes >= 60) return 10
  return minutes >= 15 ? 5 : 1
}
