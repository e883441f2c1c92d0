import { round } from '../../load/figures.ts'
import { growthOf, type Point } from './slope.ts'
import { type PlayerMemory, startSoakedPlayer } from './soaked-player.ts'

export type SoakReport = {
  minutes: number
  changes: number
  emergencies: number
  /** By name: MiB or a count by the line through all samples after the warm-up, at its beginning and its end, and the growth in percent. */
  growth: Record<string, { from: number; to: number; percent: number }>
  samples: number
  /** What does not hold, each in a sentence. */
  broken: string[]
}

type Options = {
  /** Ends after so many changes, or so long, whichever comes first. */
  changes: number
  minutes: number
  tell: (line: string) => void
  signal: AbortSignal
}

const MOST_GROWTH = 0.05
const MEASURE_EVERY_MS = 5_000
const EMERGENCY_EVERY = 100
const MIB = 1024 * 1024

/** What is measured, by name; the first four must not grow. */
const MEASURES: Readonly<Record<string, { of: (memory: PlayerMemory) => number; unit: number; held: boolean }>> = {
  'agent rss': { of: ({ agent }) => agent.rssBytes, unit: MIB, held: true },
  'agent heap': { of: ({ agent }) => agent.heapBytes, unit: MIB, held: true },
  'screen rss': { of: ({ page }) => page.rendererBytes, unit: MIB, held: true },
  'screen heap': { of: ({ page }) => page.heapBytes, unit: MIB, held: true },
  'graphics rss': { of: ({ page }) => page.gpuBytes, unit: MIB, held: false },
  nodes: { of: ({ page }) => page.nodes, unit: 1, held: false },
  listeners: { of: ({ page }) => page.listeners, unit: 1, held: false },
  documents: { of: ({ page }) => page.documents, unit: 1, held: false },
}

/** Changes what the display shows as fast as its glass follows, and measures what agent and page hold meanwhile. */
export async function runSoak({ changes, minutes, tell, signal }: Options): Promise<SoakReport> {
  const player = await startSoakedPlayer()
  const samples: { atMs: number; memory: PlayerMemory }[] = []
  const startedAt = performance.now()
  const untilMs = minutes * 60_000
  const broken: string[] = []
  let [done, missed, emergencies, measuredMs] = [0, 0, 0, -Infinity]
  const elapsedMs = (): number => performance.now() - startedAt
  try {
    while (done < changes && elapsedMs() < untilMs && !signal.aborted) {
      done += 1
      if (!(await player.change(done))) missed += 1
      if (done % EMERGENCY_EVERY === 0) {
        await player.emergency()
        emergencies += 1
      }
      if (elapsedMs() - measuredMs < MEASURE_EVERY_MS) continue
      measuredMs = elapsedMs()
      const memory = await player.measure()
      samples.push({ atMs: measuredMs, memory })
      tell(`${Math.round(measuredMs / 1000)} s, change ${done}: ${inWords(memory)}`)
    }
  } finally {
    await player.close()
  }
  const growth: SoakReport['growth'] = {}
  for (const [name, { of, unit, held }] of Object.entries(MEASURES)) {
    const { from, to, share } = growthOf(samples.map(({ atMs, memory }): Point => ({ atMs, amount: of(memory) })))
    growth[name] = { from: round(from / unit), to: round(to / unit), percent: round(share * 100) }
    if (held && share > MOST_GROWTH) broken.push(`${name} grew by ${round(share * 100)} %`)
  }
  if (missed > 0) broken.push(`${missed} of ${done} changes were not on the glass in time`)
  return { minutes: round(elapsedMs() / 60_000), changes: done, emergencies, growth, samples: samples.length, broken }
}

function inWords(memory: PlayerMemory): string {
  return Object.entries(MEASURES)
    .map(([name, { of, unit }]) => `${name} ${round(of(memory) / unit)}`)
    .join(', ')
}
