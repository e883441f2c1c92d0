import {
  type AlertClass,
  type Channel,
  type Hazard,
  INTENSITIES,
  type Intensity,
  type WarningLevel,
} from '@akari/protocol'
import type { PolicyMatch, PolicyRule } from '@akari/protocol'

/** An alert as far as a rule asks about it. */
export type Situation = {
  hazard: Hazard
  level: WarningLevel | null
  class: AlertClass | null
  intensity: Intensity | null
  channel: Channel
}

/** The first rule that matches; null where none does, and the displays do what they do without a policy. */
export function decidingRule(rules: readonly PolicyRule[], situation: Situation): PolicyRule | null {
  return rules.find(({ match }) => matchesSituation(match, situation)) ?? null
}

function matchesSituation(match: PolicyMatch, { hazard, level, class: word, intensity, channel }: Situation): boolean {
  return (
    (match.hazards === null || match.hazards.includes(hazard)) &&
    (match.levels === null || (level !== null && match.levels.includes(level))) &&
    (match.classes === null || (word !== null && match.classes.includes(word))) &&
    (match.intensityAtLeast === null || (intensity !== null && isAtLeast(intensity, match.intensityAtLeast))) &&
    (match.channel === 'both' || match.channel === channel)
  )
}

function isAtLeast(intensity: Intensity, least: Intensity): boolean {
  return INTENSITIES.indexOf(intensity) >= INTENSITIES.indexOf(least)
}
