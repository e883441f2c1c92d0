import { setTimeout as pause } from 'node:timers/promises'
import { figures } from '../../load/figures.ts'
import { seeded, shuffled } from '../random.ts'
import { type Display, startDisplay } from './display.ts'
import { type Fault, FAULTS } from './fault-kinds.ts'
import { isPicture } from './look.ts'
import { type BlankReport, startSampler } from './sampler.ts'

export type FaultReport = {
  seed: number
  faults: number
  skipped: string[]
  blanks: BlankReport
  /** From the raising of an alert to its acknowledgement, during faults that leave a path. */
  acknowledgedMs: ReturnType<typeof figures>
  /** From the end of a fault that left no path to the acknowledgement. */
  convergedMs: ReturnType<typeof figures>
  /** What does not hold, each in a sentence. */
  broken: string[]
}

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

const MOST_BLANK_MS = 10_000
const MOST_CONVERGE_MS = 10_000
const MOST_ACKNOWLEDGE_MS = 30_000
const DARK_MS = 6_000
const ANSWER_MS = 2_000
const BACK_MS = 60_000

/** Does one thing after the other to a real display, in rounds that hold each of them once, in an order of the seed. */
export async function runFaults({ seed, minutes, only = '', tell, signal }: Options): Promise<FaultReport> {
  const random = seeded(seed)
  // The roads draw as traffic comes, which no seed repeats: numbers of their own keep the order of the faults the same.
  const display = await startDisplay(seeded(seed + 1))
  const sampler = startSampler(display.look)
  const chosen = FAULTS.filter(({ name }) => name.includes(only))
  const skipped = new Set<string>()
  const [onTheWayMs, afterwardsMs]: [number[], number[]] = [[], []]
  const broken: string[] = []
  const until = performance.now() + minutes * 60_000
  const isOver = () => performance.now() >= until || signal?.aborted === true
  let count = 0
  try {
    while (!isOver() && chosen.length > skipped.size) {
      for (const fault of shuffled(chosen, random)) {
        if (isOver()) break
        const why = fault.impossible?.(display) ?? null
        if (why !== null) {
          skipped.add(`${fault.name}: ${why}`)
          continue
        }
        count += 1
        sampler.during({ name: fault.name, stands: fault.stands === true })
        const outcome = await endure(display, fault, `fault-${seed}-${count}`, random)
        sampler.during(null)
        tell(`${fault.name}: ${outcome.what} after ${Math.round(outcome.ms)} ms`)
        if (outcome.broken !== null) broken.push(`${fault.name}: ${outcome.broken}`)
        else (fault.leavesAPath ? onTheWayMs : afterwardsMs).push(outcome.ms)
      }
    }
  } finally {
    await sampler.close()
    await display.close()
  }
  const blanks = sampler.report()
  for (const [name, ms] of Object.entries(blanks.longestMs))
    if (ms > MOST_BLANK_MS) broken.push(`${name}: no picture for ${ms} ms`)
  if (blanks.withoutFault > 0) broken.push(`no picture ${blanks.withoutFault} times while nothing was wrong`)
  return {
    seed,
    faults: count,
    skipped: [...skipped],
    blanks,
    acknowledgedMs: figures(onTheWayMs),
    convergedMs: figures(afterwardsMs),
    broken,
  }
}

type Outcome = { what: string; ms: number; broken: string | null }

/** Does one fault, raises an alert while it lasts, and waits until the glass is back on its programme. */
async function endure(display: Display, fault: Fault, requestId: string, random: () => number): Promise<Outcome> {
  const undo = await fault.begin(display, random)
  let outcome: Outcome
  try {
    if (fault.leavesAPath) outcome = await alerted(display, requestId)
    else {
      // The CMS may be what is gone: then the alert is raised as soon as it is there.
      const early = await raised(display, requestId)
      await pause(DARK_MS)
      await undo()
      outcome = await converged(display, requestId, early)
    }
  } finally {
    await undo()
  }
  return { ...outcome, broken: outcome.broken ?? (await recovered(display, requestId)) }
}

/** Ends the alert. What does not hold afterwards, or null: the glass has the end on it and the CMS knows. */
async function recovered(display: Display, requestId: string): Promise<string | null> {
  const isEnded = await within(BACK_MS, async () => {
    await display.end(requestId)
    return true
  })
  if (isEnded === null) return `the alert cannot be ended within ${BACK_MS} ms`
  if ((await within(BACK_MS, async () => (await display.acknowledged()) || null)) === null)
    return `the end of the alert is not acknowledged within ${BACK_MS} ms`
  const isThere = await within(BACK_MS, async () => isPicture(await display.look()) || null)
  return isThere === null ? `no picture within ${BACK_MS} ms` : null
}

async function alerted(display: Display, requestId: string): Promise<Outcome> {
  const startedAt = performance.now()
  await display.raise(requestId)
  return outcomeOf('acknowledged', startedAt, MOST_ACKNOWLEDGE_MS, display)
}

async function converged(display: Display, requestId: string, isRaised: boolean): Promise<Outcome> {
  if (!isRaised && (await within(BACK_MS, () => raised(display, requestId).then((done) => done || null))) === null)
    return { what: 'CMS not back', ms: BACK_MS, broken: `the CMS is not back within ${BACK_MS} ms` }
  return outcomeOf('converged', performance.now(), MOST_CONVERGE_MS, display)
}

async function outcomeOf(what: string, startedAt: number, limitMs: number, display: Display): Promise<Outcome> {
  const done = await within(BACK_MS, async () => ((await display.acknowledged()) ? true : null))
  const ms = performance.now() - startedAt
  if (done === null)
    return { what: 'not acknowledged', ms, broken: `an alert is not acknowledged within ${BACK_MS} ms` }
  return { what, ms, broken: ms > limitMs ? `${what} after ${Math.round(ms)} ms, wanted ${limitMs} ms` : null }
}

/** False when nobody is there to raise it, or nobody answers in time: a stopped CMS does it once it goes on. */
async function raised(display: Display, requestId: string): Promise<boolean> {
  const answered = display.raise(requestId).then(
    () => true,
    () => false,
  )
  return Promise.race([answered, pause(ANSWER_MS, false)])
}

/** What `look` gives within the limit, or null. An attempt that fails or hangs is made again. */
async function within<T>(limitMs: number, look: () => Promise<T | null>): Promise<T | null> {
  const deadline = performance.now() + limitMs
  for (;;) {
    const tried = look().catch(() => null) // a CMS or a page that is not there yet
    const found = await Promise.race([tried, pause(5_000, null)])
    if (found !== null) return found
    if (performance.now() > deadline) return null
    await pause(50)
  }
}
