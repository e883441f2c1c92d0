import { Alert, Stack, Title } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useEntryWords } from '../entry-words.ts'
import { DayFields } from '../recurrence/day-fields.tsx'
import { MiniMonth } from '../recurrence/mini-month.tsx'
import type { Plan } from '../../../parts/recurrence/plan.ts'
import { RepetitionFields } from '../recurrence/repetition-fields.tsx'
import { SentenceField } from '../recurrence/sentence-field.tsx'
import { TimesFields } from '../recurrence/times-fields.tsx'
import { ruleOfDraft } from './draft.ts'
import type { SectionProps } from './what-section.tsx'

/** When: as a sentence, by choosing, and as days of a month. A rule that no plan says is told and kept. */
export function WhenSection({ draft, onChange }: SectionProps): ReactElement {
  const { t } = useTranslation()
  const words = useEntryWords()
  const { plan } = draft
  const change = (next: Plan): void => onChange({ ...draft, plan: next, unread: null })
  return (
    <Stack gap="sm" component="section">
      <Title order={3}>{t('schedule.when')}</Title>
      {plan === null ? (
        <Alert color="amber">{t('entry.otherRule', { rule: words.rule(draft.rule) })}</Alert>
      ) : (
        <>
          <SentenceField
            plan={plan}
            unread={draft.unread}
            onChange={change}
            onUnread={(unread) => onChange({ ...draft, unread })}
          />
          <RepetitionFields plan={plan} onChange={change} />
          <TimesFields times={plan.times} onChange={(times) => change({ ...plan, times })} />
          <DayFields plan={plan} onChange={change} />
        </>
      )}
      <MiniMonth
        rule={ruleOfDraft(draft)}
        onChange={({ exdates, rdates }) => onChange({ ...draft, rule: { ...draft.rule, exdates, rdates } })}
      />
    </Stack>
  )
}
