import { noLoopDevice } from '../loop-disk.ts'
import { seeded } from '../random.ts'
import { type FlipReport, flippedBytes } from './flips.ts'
import { type DurabilityReport, killNine } from './kill-nine.ts'
import { powerCuts } from './power-cut.ts'

export type DurabilityFigure = { seed: number } & (
  | ({ figure: 'kill-nine' | 'power-cut' } & DurabilityReport & { seconds: number })
  | { figure: 'power-cut'; skipped: string }
  | ({ figure: 'flipped-bytes' } & FlipReport & { seconds: number })
)

/** The promises about what is saved, measured one after the other. A seed gives the same moments and places again. */
export async function* durabilityFigures(deps: {
  kills: number
  cuts: number
  flips?: number
  seed: number
}): AsyncGenerator<DurabilityFigure> {
  const { kills, cuts, flips = 200, seed } = deps
  yield { figure: 'kill-nine', seed, ...(await timed(() => killNine({ rounds: kills, random: seeded(seed) }))) }
  const skipped = await noLoopDevice()
  if (skipped !== null) yield { figure: 'power-cut', seed, skipped }
  else yield { figure: 'power-cut', seed, ...(await timed(() => powerCuts({ rounds: cuts, random: seeded(seed) }))) }
  const flipping = () => flippedBytes({ flips, random: seeded(seed) })
  yield { figure: 'flipped-bytes', seed, ...(await timed(flipping)) }
}

async function timed<T>(measure: () => Promise<T>): Promise<T & { seconds: number }> {
  const startedAt = performance.now()
  const result = await measure()
  return { ...result, seconds: Math.round((performance.now() - startedAt) / 1000) }
}
