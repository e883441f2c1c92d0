import type { PolicyRule } from '@akari/protocol'
import { changedParts } from './policy-diff.ts'
import { type Rules, sameRules } from './policy-draft.ts'

type Combined = {
  rules: Rules
  /** Rules that both have changed differently: mine is in `rules`, for a person to look at. */
  contested: readonly PolicyRule[]
}

/**
 * My changes once more, on top of what somebody else saved from the same base. Rule by rule the changed side counts;
 * where both changed one, mine does; one that either deleted goes, unless the other has changed it. The order is mine if I
 * have reordered, else theirs; what only the other side has stands below the rule it stood below there.
 */
export function onTopOf(base: Rules, mine: Rules, theirs: Rules): Combined {
  const [before, left, right] = [byId(base), byId(mine), byId(theirs)]
  const contested: PolicyRule[] = []
  const decided = new Map<string, PolicyRule>()
  for (const id of new Set([...left.keys(), ...right.keys()])) {
    const { rule, both } = decide(before.get(id), left.get(id), right.get(id))
    if (rule === undefined) continue
    decided.set(id, rule)
    if (both) contested.push(rule)
  }
  const [first, second] = reordered(base, mine) ? [mine, theirs] : [theirs, mine]
  const order = mergedOrder(idsOf(first), idsOf(second)).flatMap((id) => decided.get(id) ?? [])
  return { rules: order, contested }
}

function decide(
  base: PolicyRule | undefined,
  mine: PolicyRule | undefined,
  theirs: PolicyRule | undefined,
): { rule: PolicyRule | undefined; both: boolean } {
  const iChanged = !same(base, mine)
  const theyChanged = !same(base, theirs)
  if (!iChanged) return { rule: theirs, both: false }
  if (!theyChanged || same(mine, theirs)) return { rule: mine, both: false }
  return { rule: mine ?? theirs, both: true }
}

function same(a: PolicyRule | undefined, b: PolicyRule | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return changedParts(a, b).length === 0
}

/** Did somebody move any of the rules that are in both tables? */
function reordered(before: Rules, after: Rules): boolean {
  const [old, now] = [byId(before), byId(after)]
  const common = (rules: Rules, other: ReadonlyMap<string, PolicyRule>): Rules =>
    rules.filter(({ id }) => other.has(id)).map((rule) => before.find(({ id }) => id === rule.id) ?? rule)
  return !sameRules(common(before, now), common(after, old))
}

function mergedOrder(first: readonly string[], second: readonly string[]): string[] {
  const order = [...first]
  for (const [index, id] of second.entries()) {
    if (order.includes(id)) continue
    const above = second.slice(0, index).findLast((each) => order.includes(each))
    order.splice(above === undefined ? 0 : order.indexOf(above) + 1, 0, id)
  }
  return order
}

function byId(rules: Rules): ReadonlyMap<string, PolicyRule> {
  return new Map(rules.map((rule) => [rule.id, rule]))
}

function idsOf(rules: Rules): string[] {
  return rules.map(({ id }) => id)
}
