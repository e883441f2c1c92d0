import type { OnBattery, Power } from '@akari/protocol'
import type { Supply } from './judge.ts'
import { guessedTier, minutesOf, steadyMinutes, tierOf, worse } from './tiers.ts'

/** The mains must be back for so long before the programme is: it often comes and goes. */
export const BACK_FOR_MS = 30_000

/** What is held of the supply from one look to the next; `…Ms` on the monotonic clock. */
export type Watch = { power: Power; lostAtMs: number; backAtMs: number | null }

export const ON_MAINS: Watch = { power: 'mains', lostAtMs: 0, backAtMs: null }

export type Moment = { instant: string; monotonicMs: number; batteryMinutes: number }

/** One look at the supply. Pure; gives the same object back where nothing changed. */
export function step(watch: Watch, supply: Supply, moment: Moment): Watch {
  const { power } = watch
  if (supply.source === 'mains') return power === 'mains' ? watch : returning({ ...watch, power }, moment)
  const lostAtMs = power === 'mains' ? moment.monotonicMs : watch.lostAtMs
  const before = power === 'mains' ? null : power
  const after: OnBattery = {
    source: 'battery',
    since: before?.since ?? moment.instant,
    ...(supply.source === 'battery'
      ? measured(before, supply)
      : guessed(before, moment.monotonicMs - lostAtMs, moment)),
  }
  if (before !== null && watch.backAtMs === null && isSame(before, after)) return watch
  return { power: after, lostAtMs, backAtMs: null }
}

function returning(watch: Omit<Watch, 'power'> & { power: OnBattery }, { monotonicMs }: Moment): Watch {
  if (watch.backAtMs === null)
    return { ...watch, power: { ...watch.power, minutesLeft: null, measured: true }, backAtMs: monotonicMs }
  return monotonicMs - watch.backAtMs >= BACK_FOR_MS ? ON_MAINS : watch
}

type Figures = Omit<OnBattery, 'source' | 'since'>

function measured(before: OnBattery | null, supply: Extract<Supply, { source: 'battery' }>): Figures {
  const { chargePercent, secondsLeft } = supply
  const minutes = secondsLeft === null ? null : minutesOf(secondsLeft)
  return {
    tier: worse(before?.tier ?? 'dimmed', tierOf(supply)),
    chargePercent: chargePercent === null ? null : Math.round(chargePercent),
    minutesLeft: steadyMinutes(before?.minutesLeft ?? null, minutes),
    measured: true,
  }
}

function guessed(before: OnBattery | null, forMs: number, { batteryMinutes }: Moment): Figures {
  return {
    tier: worse(before?.tier ?? 'dimmed', guessedTier(forMs, batteryMinutes)),
    chargePercent: null,
    minutesLeft: null,
    measured: false,
  }
}

/** A whole percent of charge is worth a word to nobody by itself; it goes along with the next figure that is. */
function isSame(a: OnBattery, b: OnBattery): boolean {
  return a.tier === b.tier && a.minutesLeft === b.minutesLeft && a.measured === b.measured
}
