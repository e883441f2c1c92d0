import { type Figures, figures, round } from '../../load/figures.ts'
import { seeded } from '../random.ts'
import { startDisplay } from './display.ts'
import { type AlertTimes, endure } from './endure.ts'
import { type Fault, FAULTS } from './fault-kinds.ts'
import { planOf } from './plan.ts'
import { type BlankReport, startSampler } from './sampler.ts'

export type FaultReport = {
  seed: number
  faults: number
  skipped: string[]
  blanks: BlankReport
  /** From the acceptance of an alert to its pixels, and to its acknowledgement. */
  calm: AlertFigures
  /** The same during faults that leave a path; the ratio is that of the medians to those without a fault. */
  duringFaults: AlertFigures & { ratio: { shown: number; acknowledged: number } }
  /** From the end of faults that left no path. */
  afterFaults: AlertFigures
  /** The slowest of each fault. */
  slowest: Record<string, { times: number; shownMs: number; acknowledgedMs: number }>
  /** What does not hold, each in a sentence. */
  broken: string[]
}

type AlertFigures = { shownMs: Figures; acknowledgedMs: Figures }

type Options = {
  seed: number
  /** How long faults go on being done; one that has begun is finished. */
  minutes: number
  /** Only faults whose name contains this. */
  only?: string
  tell: (line: string) => void
  /** Ends the run after the fault that is being done. */
  signal?: AbortSignal
}

type Told = { fault: Fault; times: AlertTimes }

const MOST_BLANK_MS = 10_000

/** Does one thing after the other to a real display, as the seed plans it. */
export async function runFaults({ seed, minutes, only = '', tell, signal }: Options): Promise<FaultReport> {
  const chosen = FAULTS.filter(({ name }) => name.includes(only))
  if (chosen.length === 0) throw new Error(`no fault is called ${only}`)
  // The roads draw as traffic comes, which no seed repeats.
  const display = await startDisplay(seeded(seed + 1))
  const sampler = startSampler(display.look)
  const skipped = new Set<string>()
  const told: Told[] = []
  const broken: string[] = []
  const until = performance.now() + minutes * 60_000
  let count = 0
  try {
    for (const step of planOf(seed, chosen)) {
      if (performance.now() >= until || signal?.aborted === true) break
      const { fault, number } = step
      const why = fault.impossible?.(display) ?? null
      if (why !== null) skipped.add(`${fault.name}: ${why}`)
      if (skipped.size === chosen.length) break
      if (why !== null) continue
      if (fault.calm !== true) count += 1
      sampler.during(fault.calm === true ? null : { name: fault.name, stands: fault.stands === true })
      const { times, broken: sentence } = await endure(display, step, `fault-${seed}-${number}`)
      sampler.during(null)
      tell(
        `${number} ${fault.name}: ${times === null ? 'no alert' : inWords(times)}${sentence === null ? '' : `: ${sentence}`}`,
      )
      if (sentence !== null) broken.push(`${number} ${fault.name}: ${sentence}`)
      if (times !== null) told.push({ fault, times })
    }
  } finally {
    await sampler.close()
    await display.close()
  }
  const blanks = sampler.report()
  for (const [name, ms] of Object.entries(blanks.longestMs))
    if (ms > MOST_BLANK_MS) broken.push(`${name}: no picture for ${ms} ms`)
  if (blanks.withoutFault > 0) broken.push(`no picture ${blanks.withoutFault} times while nothing was wrong`)
  return { seed, faults: count, skipped: [...skipped], blanks, ...figuresOf(told), broken }
}

function inWords({ shownMs, acknowledgedMs }: AlertTimes): string {
  return `shown after ${Math.round(shownMs)} ms, acknowledged after ${Math.round(acknowledgedMs)} ms`
}

function figuresOf(told: readonly Told[]): Pick<FaultReport, 'calm' | 'duringFaults' | 'afterFaults' | 'slowest'> {
  const calm = alertFigures(told.filter(({ fault }) => fault.calm === true))
  const during = alertFigures(told.filter(({ fault }) => fault.calm !== true && fault.leavesAPath))
  const ratio = {
    shown: round(during.shownMs.p50 / calm.shownMs.p50, 2),
    acknowledged: round(during.acknowledgedMs.p50 / calm.acknowledgedMs.p50, 2),
  }
  const byName = Object.entries(Object.groupBy(told, ({ fault }) => fault.name))
  const slowest = byName.map(([name, all = []]) => {
    const { shownMs, acknowledgedMs } = alertFigures(all)
    return [name, { times: all.length, shownMs: shownMs.last, acknowledgedMs: acknowledgedMs.last }] as const
  })
  return {
    calm,
    duringFaults: { ...during, ratio },
    afterFaults: alertFigures(told.filter(({ fault }) => !fault.leavesAPath)),
    slowest: Object.fromEntries(slowest),
  }
}

function alertFigures(told: readonly Told[]): AlertFigures {
  return {
    shownMs: figures(
      told.map(({ times }) => times.shownMs),
      0,
    ),
    acknowledgedMs: figures(
      told.map(({ times }) => times.acknowledgedMs),
      0,
    ),
  }
}
