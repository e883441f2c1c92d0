import type { PolicyFinding, PolicyRule } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useRuleWords } from './rule-words.ts'

/** Says of a finding what to do, with the names of the rules it is about. */
export function useFindingWords(rules: readonly PolicyRule[]): (finding: PolicyFinding) => string {
  const { t } = useTranslation()
  const words = useRuleWords()
  const named = (id: string): string => {
    const rule = rules.find((each) => each.id === id)
    return rule === undefined ? '' : t('policy.findings.named', { name: words.name(rule) })
  }
  return (finding) => {
    const names = finding.ruleIds.map(named).filter((name) => name !== '')
    const [rule = '', ...others] = names
    const and = t('policy.findings.and')
    return t(`policy.findings.code.${textOf(finding)}`, {
      rule,
      rules: names.join(and),
      others: others.join(and),
      hazard: finding.hazard === null ? '' : t(`hazard.${finding.hazard}`),
      channel: finding.channel == null ? '' : t(`policy.rule.channel.${finding.channel}`),
      group: finding.group ?? '',
    })
  }
}

/** Two codes say something else when they name less, or more. */
function textOf({ code, ruleIds, hazard }: PolicyFinding) {
  if (code === 'never-reached' && ruleIds.length < 2) return 'never-reachedAlone'
  if (code === 'impossible-match' && hazard !== null) return 'impossible-matchHazard'
  return code
}
