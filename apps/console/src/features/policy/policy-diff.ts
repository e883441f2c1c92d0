import type { PolicyRule } from '@akari/protocol'
import { type Rules } from './policy-draft.ts'

/** The parts of a rule that staff know by name. */
const RULE_PARTS = ['name', 'match', 'mode', 'groups', 'sound', 'dwell', 'returns', 'stages'] as const
export type RulePart = (typeof RULE_PARTS)[number]

/** One thing that is different between two tables. Places are counted from 0. */
export type RuleChange =
  | { kind: 'added'; rule: PolicyRule; at: number }
  | { kind: 'removed'; rule: PolicyRule; at: number }
  | { kind: 'changed'; before: PolicyRule; after: PolicyRule; parts: readonly RulePart[]; at: number }
  | { kind: 'moved'; rule: PolicyRule; from: number; to: number }

/** What somebody changed from one table to another, in the order of the newer one; what was taken out comes last. */
export function changesBetween(before: Rules, after: Rules): RuleChange[] {
  const old = new Map(before.map((rule, at) => [rule.id, { rule, at }]))
  const steady = steadyIds(before, after)
  const found: RuleChange[] = []
  for (const [at, rule] of after.entries()) {
    const was = old.get(rule.id)
    if (was === undefined) {
      found.push({ kind: 'added', rule, at })
      continue
    }
    const parts = changedParts(was.rule, rule)
    if (parts.length > 0) found.push({ kind: 'changed', before: was.rule, after: rule, parts, at })
    if (!steady.has(rule.id)) found.push({ kind: 'moved', rule, from: was.at, to: at })
  }
  const kept = new Set(after.map(({ id }) => id))
  for (const [at, rule] of before.entries()) if (!kept.has(rule.id)) found.push({ kind: 'removed', rule, at })
  return found
}

/** Which parts of a rule are not as before. */
export function changedParts(before: PolicyRule, after: PolicyRule): RulePart[] {
  return RULE_PARTS.filter((part) => JSON.stringify(valueOf(before, part)) !== JSON.stringify(valueOf(after, part)))
}

function valueOf({ name, match, act }: PolicyRule, part: RulePart): unknown {
  switch (part) {
    case 'name':
      return name
    case 'match':
      return [match.hazards, match.levels, match.classes, match.intensityAtLeast, match.channel]
    case 'mode':
      return act.mode
    case 'groups':
      return act.groups
    case 'sound':
      return [act.sound.chime, act.sound.speak, act.sound.times]
    case 'dwell':
      return act.dwellSeconds
    case 'returns':
      return act.returns
    case 'stages':
      return act.stages
  }
}

/**
 * Rules that kept their order among each other: the longest run of them, so that one rule that was carried upwards is one
 * move and not a move of all that it passed.
 */
function steadyIds(before: Rules, after: Rules): ReadonlySet<string> {
  const placeBefore = new Map(before.map(({ id }, at) => [id, at]))
  const both = after.filter(({ id }) => placeBefore.has(id)).map(({ id }) => ({ id, at: placeBefore.get(id) ?? 0 }))
  const longest: string[][] = []
  for (const [index, { id, at }] of both.entries()) {
    let best: string[] = []
    for (let earlier = 0; earlier < index; earlier += 1) {
      const run = longest[earlier] ?? []
      if ((both[earlier]?.at ?? 0) < at && run.length > best.length) best = run
    }
    longest.push([...best, id])
  }
  return new Set(longest.reduce<string[]>((best, run) => (run.length > best.length ? run : best), []))
}
