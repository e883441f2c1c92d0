import type { PolicyFinding, PolicyRule } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFindingWords } from './finding-words.ts'
import { type Checked, errorsOf } from './use-findings.ts'
import classes from './findings.module.css'

const SHOWN_AT_FIRST = 4

/** Above the table: what has to be mended, then what a person should consider; each names its rule and opens it. */
export function FindingSummary({
  checked,
  rules,
  onOpen,
}: {
  checked: Checked
  rules: readonly PolicyRule[]
  onOpen: ((ruleId: string) => void) | null
}): ReactElement {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const errors = errorsOf(checked.findings)
  const warnings = checked.findings.filter(({ severity }) => severity === 'warning')
  const ordered = [...errors, ...warnings]
  const shown = all ? ordered : ordered.slice(0, SHOWN_AT_FIRST)
  const left = ordered.length - shown.length
  return (
    <section className={classes.summary} aria-label={t('policy.findings.title')} data-testid="policy-findings">
      <p className={classes.count} role="status" data-state={checked.state} data-errors={errors.length}>
        {ordered.length === 0 && checked.state === 'checked' && (
          <>
            <IconCircleCheck size={18} aria-hidden /> {t('policy.findings.clear')}
          </>
        )}
        {errors.length > 0 && <b data-severity="error">{t('policy.findings.errors', { count: errors.length })}</b>}
        {warnings.length > 0 && <b>{t('policy.findings.warnings', { count: warnings.length })}</b>}
        {checked.state === 'checking' && <span>{t('policy.findings.checking')}</span>}
      </p>
      <FindingList findings={shown} rules={rules} onOpen={onOpen} />
      {(left > 0 || all) && ordered.length > SHOWN_AT_FIRST && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(!all)}>
          {all ? t('policy.findings.fewer') : t('policy.findings.more', { count: left })}
        </Button>
      )}
    </section>
  )
}

/** Findings as sentences; nothing for none. */
export function FindingList({
  findings,
  rules,
  onOpen = null,
}: {
  findings: readonly PolicyFinding[]
  rules: readonly PolicyRule[]
  onOpen?: ((ruleId: string) => void) | null
}): ReactElement | null {
  const { t } = useTranslation()
  const words = useFindingWords(rules)
  if (findings.length === 0) return null
  return (
    <ul className={classes.list}>
      {findings.map((finding) => {
        const [ruleId] = finding.ruleIds
        return (
          <li key={keyOf(finding)} data-severity={finding.severity} data-code={finding.code}>
            {finding.severity === 'error' ? (
              <IconAlertTriangle size={18} aria-hidden />
            ) : (
              <IconInfoCircle size={18} aria-hidden />
            )}
            <span>
              <b>{t(`policy.findings.${finding.severity}`)}</b> {words(finding)}
            </span>
            {onOpen !== null && ruleId !== undefined && rules.some(({ id }) => id === ruleId) && (
              <button type="button" onClick={() => onOpen(ruleId)}>
                {t('policy.findings.open')}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function keyOf({ code, ruleIds, hazard, group }: PolicyFinding): string {
  return JSON.stringify([code, ruleIds, hazard, group])
}
