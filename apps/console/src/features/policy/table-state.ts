import type { PolicyFinding, PolicyRule } from '@akari/protocol'
import type { RuleChange } from './policy-diff.ts'

/** What rows show beside the rules themselves. */
export type TableState = {
  /** Every rule of the table, for sentences that name others. */
  rules: readonly PolicyRule[]
  findings: readonly PolicyFinding[]
  changes: readonly RuleChange[]
  /** The rule that decides the case that is being tried. */
  decidingId: string | null
  readOnly: boolean
  /** A part of the list only: its order cannot be changed. */
  filtered: boolean
}

/** Findings that a person mends at this rule. */
export function findingsAt(findings: readonly PolicyFinding[], ruleId: string): PolicyFinding[] {
  return findings.filter(({ ruleIds }) => ruleIds[0] === ruleId)
}

/** Is the rule new, or not as it was saved? A move alone is told by its number. */
export function markOf(changes: readonly RuleChange[], ruleId: string): 'new' | 'changed' | null {
  for (const change of changes) {
    if (change.kind === 'added' && change.rule.id === ruleId) return 'new'
    if (change.kind === 'changed' && change.after.id === ruleId) return 'changed'
    if (change.kind === 'moved' && change.rule.id === ruleId) return 'changed'
  }
  return null
}
