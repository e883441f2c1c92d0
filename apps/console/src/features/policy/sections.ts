import { Hazard, type PolicyRule } from '@akari/protocol'

/** Parts of the table, in the order people read them. */
export const SECTIONS = ['earth', 'rain', 'wind', 'city', 'other'] as const
type Section = (typeof SECTIONS)[number]

/** A rule with its place in the table, counted from 0. */
export type PlacedRule = { rule: PolicyRule; index: number }

/** Where staff look for a hazard. */
export function sectionOfHazard(hazard: Hazard): Section {
  switch (hazard) {
    case 'earthquake-early-warning':
    case 'earthquake':
    case 'tsunami':
    case 'nankai-trough':
      return 'earth'
    case 'heavy-rain':
    case 'landslide':
    case 'flood':
    case 'storm-surge':
    case 'linear-rainband':
    case 'record-rain':
      return 'rain'
    case 'storm':
    case 'tornado':
    case 'thunder':
    case 'snow-storm':
    case 'heavy-snow':
    case 'high-waves':
    case 'fog':
    case 'dry':
      return 'wind'
    case 'evacuation':
    case 'fire':
    case 'power-loss':
      return 'city'
    case 'heat':
    case 'volcano':
    case 'other':
      return 'other'
  }
}

/** Hazards that can have a 警戒レベル (内閣府, 2020-05-29), and those that can have a 震度. */
const LEVELLED: readonly Hazard[] = ['heavy-rain', 'landslide', 'flood', 'storm-surge', 'evacuation']
const SEISMIC: readonly Hazard[] = ['earthquake-early-warning', 'earthquake']

/** Can an alert of this hazard have a 警戒レベル? */
export function hasLevels(hazard: Hazard): boolean {
  return LEVELLED.includes(hazard)
}

/** Can an alert of this hazard have a 震度? */
export function hasIntensity(hazard: Hazard): boolean {
  return SEISMIC.includes(hazard)
}

/** The part a rule stands in: where most of its hazards are; `other` when no part has more than half of them. */
export function sectionOf(rule: PolicyRule): Section {
  const sections = hazardsOf(rule).map(sectionOfHazard)
  const most = SECTIONS.find((section) => 2 * sections.filter((each) => each === section).length > sections.length)
  return most ?? 'other'
}

/** Hazards that the rule can be about at all: what asks for a level is about nothing that has none. */
function hazardsOf({ match }: PolicyRule): readonly Hazard[] {
  return (match.hazards ?? Hazard.options).filter(
    (hazard) =>
      (match.levels === null || hasLevels(hazard)) && (match.intensityAtLeast === null || hasIntensity(hazard)),
  )
}

/** Rules that stand in another part and are about hazards of this one, too. */
export function alsoFor(section: Section, rules: readonly PolicyRule[]): PlacedRule[] {
  return placedRules(rules).filter(
    ({ rule }) => sectionOf(rule) !== section && hazardsOf(rule).some((hazard) => sectionOfHazard(hazard) === section),
  )
}

/** Every part with its rules, in the order in which they are tried. Parts without rules are there, too. */
export function bySection(rules: readonly PolicyRule[]): { section: Section; rules: PlacedRule[] }[] {
  const placed = placedRules(rules)
  return SECTIONS.map((section) => ({ section, rules: placed.filter(({ rule }) => sectionOf(rule) === section) }))
}

export function placedRules(rules: readonly PolicyRule[]): PlacedRule[] {
  return rules.map((rule, index) => ({ rule, index }))
}
