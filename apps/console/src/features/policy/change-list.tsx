import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleChange } from './policy-diff.ts'
import { useRuleWords } from './rule-words.ts'
import classes from './changes.module.css'

/** What is different between two tables, in sentences. */
export function ChangeList({ changes, label }: { changes: readonly RuleChange[]; label: string }): ReactElement {
  const { t } = useTranslation()
  if (changes.length === 0) return <p className={classes.none}>{t('policy.change.none')}</p>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <ul className={classes.changes} aria-label={label} tabIndex={0}>
      {changes.map((change) => (
        <Change key={`${change.kind} ${idOf(change)}`} change={change} />
      ))}
    </ul>
  )
}

function idOf(change: RuleChange): string {
  return change.kind === 'changed' ? change.after.id : change.rule.id
}

function Change({ change }: { change: RuleChange }): ReactElement {
  const { t } = useTranslation()
  const words = useRuleWords()
  const named = (name: string): string => t('policy.findings.named', { name })
  switch (change.kind) {
    case 'added':
      return (
        <li data-kind="added">
          <b>{t('policy.change.added', { name: named(words.name(change.rule)) })}</b>
          <span>{words.sentence(change.rule)}</span>
        </li>
      )
    case 'removed':
      return (
        <li data-kind="removed">
          <b>{t('policy.change.removed', { name: named(words.name(change.rule)) })}</b>
          <span>{words.sentence(change.rule)}</span>
        </li>
      )
    case 'moved':
      return (
        <li data-kind="moved">
          <b>
            {t('policy.change.moved', {
              name: named(words.name(change.rule)),
              from: change.from + 1,
              to: change.to + 1,
            })}
          </b>
        </li>
      )
    case 'changed':
      return (
        <li data-kind="changed">
          <b>{t('policy.change.changed', { name: named(words.name(change.before)) })}</b>
          {change.parts.map((part) => (
            <span key={part}>
              {t('policy.change.fromTo', {
                part: t(`policy.change.part.${part}`),
                before: words.part(change.before, part),
                after: words.part(change.after, part),
              })}
            </span>
          ))}
        </li>
      )
  }
}
