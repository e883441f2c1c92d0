import { type AlertPolicy, Channel, Hazard, type Id, type PolicyFinding, type PolicyRule, Stage } from '@akari/protocol'
import { presentationOf } from '../assess/presentation.ts'
import { type Facts, matches, ruleFor } from './match.ts'
import { impossibleHazards, POSSIBLE, type Possible } from './possible.ts'

/** Display groups by name, with the displays in them. */
export type Groups = ReadonlyMap<string, readonly Id[]>

/** Each alert that there can be, and the rule that decides about it. */
type Decided = Possible & { rule: PolicyRule | null }

/** What is wrong with a table; errors keep it from being saved. Every alert that there can be is tried on it. */
export function lintPolicy(policy: AlertPolicy, { groups }: { groups: Groups }): PolicyFinding[] {
  const decided = POSSIBLE.map((each) => ({ ...each, rule: ruleFor(policy, each.facts, each.channel) }))
  return [
    ...duplicateIds(policy),
    ...policy.rules.flatMap((rule, index) => [
      ...impossible(rule),
      ...shadowed(rule, policy.rules.slice(0, index), decided),
      ...drillSound(rule),
      ...stageOrder(rule),
      ...groupsOf(rule, groups),
    ]),
    ...uncovered(decided),
    ...earlyWarning(policy, decided),
    ...notFullScreen(policy, decided),
  ]
}

function finding(
  severity: PolicyFinding['severity'],
  code: PolicyFinding['code'],
  ruleIds: readonly Id[],
  about: Partial<Pick<PolicyFinding, 'hazard' | 'channel' | 'group'>> = {},
): PolicyFinding {
  return { severity, code, ruleIds: [...ruleIds], hazard: null, group: null, ...about }
}

function duplicateIds({ rules }: AlertPolicy): PolicyFinding[] {
  const ids = rules.map(({ id }) => id)
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
  return [...twice].map((id) => finding('error', 'duplicate-id', [id]))
}

/** Nothing can match it at all: an error. Some of its hazards cannot: those stand there for nothing. */
function impossible(rule: PolicyRule): PolicyFinding[] {
  if (!canMatch(rule)) return [finding('error', 'impossible-match', [rule.id])]
  if (rule.match.hazards === null) return []
  return impossibleHazards(rule.match).map((hazard) => finding('warning', 'impossible-match', [rule.id], { hazard }))
}

function canMatch({ match }: PolicyRule): boolean {
  return POSSIBLE.some(({ facts, channel }) => matches(match, facts, channel))
}

/** Is every alert that it matches decided before it? By one rule, or by several together. */
function shadowed(rule: PolicyRule, earlier: readonly PolicyRule[], decided: readonly Decided[]): PolicyFinding[] {
  const rival = earlier.find(({ match }) => same(match, rule.match))
  if (rival !== undefined && !same(rival.act, rule.act)) return [finding('error', 'contradiction', [rule.id, rival.id])]
  const own = decided.filter(({ facts, channel }) => matches(rule.match, facts, channel))
  if (own.length === 0 || own.some((each) => each.rule === rule)) return []
  const whole = earlier.find(({ match }) => own.every(({ facts, channel }) => matches(match, facts, channel)))
  const by = whole === undefined ? new Set(own.flatMap((each) => each.rule?.id ?? [])) : [whole.id]
  return [finding('error', 'never-reached', [rule.id, ...by])]
}

/** A chime of a rule for both channels is left out on drills by the engine; one that is for drills alone is meant. */
function drillSound({ id, match, act }: PolicyRule): PolicyFinding[] {
  return match.channel === 'drill' && act.sound.chime !== 'none' ? [finding('error', 'drill-sounds-live', [id])] : []
}

function stageOrder({ id, act }: PolicyRule): PolicyFinding[] {
  const places = act.stages.map(({ stage }) => Stage.options.indexOf(stage))
  const rises = places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1))
  return rises ? [] : [finding('error', 'stage-order', [id])]
}

function groupsOf({ id, act }: PolicyRule, groups: Groups): PolicyFinding[] {
  return (act.groups ?? []).flatMap((group) => {
    const displays = groups.get(group)
    if (displays === undefined) return [finding('warning', 'unknown-group', [id], { group })]
    return displays.length === 0 ? [finding('warning', 'empty-group', [id], { group })] : []
  })
}

/** Alerts that no rule decides. On the live channel that is an error: somebody thought of everything but these. */
function uncovered(decided: readonly Decided[]): PolicyFinding[] {
  const open = decided.filter(({ rule }) => rule === null)
  return Hazard.options.flatMap((hazard) =>
    Channel.options
      .filter((channel) => open.some((each) => each.facts.hazard === hazard && each.channel === channel))
      .map((channel) => finding(channel === 'live' ? 'error' : 'warning', 'hazard-uncovered', [], { hazard, channel })),
  )
}

/** Heard at once, and one instruction as long as it stands. */
function earlyWarning(policy: AlertPolicy, decided: readonly Decided[]): PolicyFinding[] {
  const hazard = 'earthquake-early-warning'
  const deciding = decidingLive(policy, decided, (facts) => facts.hazard === hazard)
  const isSilent = ({ act }: PolicyRule) => act.sound.chime === 'none'
  const isPaged = ({ act }: PolicyRule) => act.stages.some(({ stage }) => stage !== 'protect')
  return [
    ...deciding.filter(isSilent).map(({ id }) => finding('error', 'early-warning-silent', [id], { hazard })),
    ...deciding.filter(isPaged).map(({ id }) => finding('error', 'early-warning-paged', [id], { hazard })),
  ]
}

/** Smaller than an alert of this gravity looks without any table. */
function notFullScreen(policy: AlertPolicy, decided: readonly Decided[]): PolicyFinding[] {
  return decidingLive(policy, decided, (facts) => presentationOf(facts).mode === 'fullScreen')
    .filter(({ act }) => act.mode !== 'fullScreen')
    .map(({ id }) => finding('warning', 'warning-not-full-screen', [id]))
}

/** The rules that decide about any of these alerts on the live channel, in their order. */
function decidingLive(
  policy: AlertPolicy,
  decided: readonly Decided[],
  wanted: (facts: Facts) => boolean,
): PolicyRule[] {
  const found = new Set(
    decided.filter(({ facts, channel }) => channel === 'live' && wanted(facts)).map(({ rule }) => rule),
  )
  return policy.rules.filter((rule) => found.has(rule))
}

/** Both come from one schema, so their keys are in one order; only that of lists may differ. */
function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (key, each: unknown) =>
    Array.isArray(each) && key !== 'stages'
      ? each.toSorted((one, other) => (String(one) < String(other) ? -1 : 1))
      : each,
  )
}
