import {
  type Alert,
  type AlertPolicy,
  type Channel,
  INTENSITIES,
  type IntensityRange,
  type PolicyMatch,
  type PolicyRule,
} from '@akari/protocol'

/** What a rule looks at. */
export type Facts = Pick<Alert, 'hazard' | 'level' | 'class' | 'intensity'>

/** The rule that decides: the first that matches. Null: none does, and the alert looks as `presentationOf` says. */
export function ruleFor(policy: AlertPolicy, facts: Facts, channel: Channel): PolicyRule | null {
  return policy.rules.find(({ match }) => matches(match, facts, channel)) ?? null
}

export function matches(match: PolicyMatch, facts: Facts, channel: Channel): boolean {
  return (
    (match.channel === 'both' || match.channel === channel) &&
    (match.hazards?.includes(facts.hazard) ?? true) &&
    (match.levels === null || (facts.level !== null && match.levels.includes(facts.level))) &&
    (match.classes === null || (facts.class !== null && match.classes.includes(facts.class))) &&
    (match.intensityAtLeast === null || rankOf(facts.intensity) >= INTENSITIES.indexOf(match.intensityAtLeast))
  )
}

/** The strongest 震度 that is named: `over` (程度以上) and 不明 name none. -1: none at all. */
function rankOf(intensity: IntensityRange | null): number {
  if (intensity === null) return -1
  return Math.max(...[intensity.from, intensity.to].map((text) => INTENSITIES.findIndex((each) => each === text)))
}
