import { noLoopDevice } from '../loop-disk.ts'
import { seeded } from '../random.ts'
import { type DurabilityReport, killNine } from './kill-nine.ts'
import { powerCuts } from './power-cut.ts'

export type DurabilityFigure = { figure: 'kill-nine' | 'power-cut'; seed: number } & (
  | (DurabilityReport & { seconds: number })
  | { skipped: string }
)

/** The two promises about saved states, measured one after the other. A seed gives the same moments again. */
export async function* durabilityFigures(deps: {
  kills: number
  cuts: number
  seed: number
}): AsyncGenerator<DurabilityFigure> {
  const { kills, cuts, seed } = deps
  yield { figure: 'kill-nine', seed, ...(await timed(() => killNine({ rounds: kills, random: seeded(seed) }))) }
  const skipped = await noLoopDevice()
  if (skipped !== null) yield { figure: 'power-cut', seed, skipped }
  else yield { figure: 'power-cut', seed, ...(await timed(() => powerCuts({ rounds: cuts, random: seeded(seed) }))) }
}

async function timed<T>(measure: () => Promise<T>): Promise<T & { seconds: number }> {
  const startedAt = performance.now()
  const result = await measure()
  return { ...result, seconds: Math.round((performance.now() - startedAt) / 1000) }
}
