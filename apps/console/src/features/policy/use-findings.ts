import type { PolicyFinding, PolicyInForce } from '@akari/protocol'
import { useDebouncedValue } from '@mantine/hooks'
import { usePolicyCheck } from '../../api/policy.ts'
import type { Rules } from './policy-draft.ts'

const TYPING_MS = 300

/** What the check says of the table as it is being edited. */
export type Checked = {
  findings: readonly PolicyFinding[]
  /** `checking`: the findings are of the table a moment ago. */
  state: 'checked' | 'checking' | 'failed'
  error: Error | null
}

/** Has the table checked while it is edited; what is in force was checked when it was fetched. */
export function useFindings(inForce: PolicyInForce, rules: Rules, unsaved: boolean): Checked {
  const [settled] = useDebouncedValue(rules, TYPING_MS)
  const check = usePolicyCheck({ rules: [...settled] }, unsaved)
  if (!unsaved) return { findings: inForce.findings, state: 'checked', error: null }
  const findings = check.data ?? inForce.findings
  if (check.error !== null) return { findings, state: 'failed', error: check.error }
  const late = settled !== rules || check.isPlaceholderData || check.data === undefined
  return { findings, state: late ? 'checking' : 'checked', error: null }
}

/** The findings that keep a table from being saved. */
export function errorsOf(findings: readonly PolicyFinding[]): PolicyFinding[] {
  return findings.filter(({ severity }) => severity === 'error')
}
