import {
  AlertClass,
  Channel,
  Hazard,
  INTENSITIES,
  type IntensityRange,
  type PolicyMatch,
  type WarningLevel,
} from '@akari/protocol'
import type { Facts } from './match.ts'

/** Hazards that have a 警戒レベル: 大雨・土砂災害・高潮・河川氾濫 and the orders of the city (内閣府 2020-05-29). */
const LEVELLED: readonly Hazard[] = ['heavy-rain', 'landslide', 'flood', 'storm-surge', 'evacuation']
const SEISMIC: readonly Hazard[] = ['earthquake-early-warning', 'earthquake']
const LEVELS: readonly (WarningLevel | null)[] = [null, 1, 2, 3, 4, 5]

export function hasLevels(hazard: Hazard): boolean {
  return LEVELLED.includes(hazard)
}

export function hasIntensity(hazard: Hazard): boolean {
  return SEISMIC.includes(hazard)
}

/** One alert that there can be, on one channel. */
export type Possible = { facts: Facts; channel: Channel }

/** Every alert that a table has to decide about, told apart by all that a rule can look at. */
export const POSSIBLE: readonly Possible[] = Hazard.options.flatMap((hazard) =>
  Channel.options.flatMap((channel) => factsOf(hazard).map((facts) => ({ facts, channel }))),
)

function factsOf(hazard: Hazard): Facts[] {
  const levels = hasLevels(hazard) ? LEVELS : [null]
  const intensities: (IntensityRange | null)[] = hasIntensity(hazard)
    ? [null, ...INTENSITIES.map((at) => ({ from: at, to: at }))]
    : [null]
  return levels.flatMap((level) =>
    [null, ...AlertClass.options].flatMap((kind) =>
      intensities.map((intensity) => ({ hazard, level, class: kind, intensity })),
    ),
  )
}

/** Hazards of the rule that can never meet its other conditions: a level for a storm, a 震度 for rain. */
export function impossibleHazards(match: PolicyMatch): Hazard[] {
  return (match.hazards ?? Hazard.options).filter(
    (hazard) =>
      (match.levels !== null && !hasLevels(hazard)) || (match.intensityAtLeast !== null && !hasIntensity(hazard)),
  )
}
