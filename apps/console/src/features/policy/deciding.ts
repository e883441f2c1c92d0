import { ruleFor } from '@akari/alerts/deciding'
import type { AlertClass, Channel, Hazard, Intensity, IntensityRange, PolicyRule, WarningLevel } from '@akari/protocol'

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
  return ruleFor({ rules: [...rules] }, factsOf(situation), situation.channel)
}

/** The same as an alert tells it: a 震度 is a range there. */
export function factsOf({ hazard, level, class: word, intensity }: Situation): {
  hazard: Hazard
  level: WarningLevel | null
  class: AlertClass | null
  intensity: IntensityRange | null
} {
  return { hazard, level, class: word, intensity: intensity === null ? null : { from: intensity, to: intensity } }
}
