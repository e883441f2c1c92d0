import { DAY_KINDS, type DayKind } from '@akari/protocol'
import { Group, Select } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { firstDay, type Plan, startingOn } from '../../../parts/recurrence/plan.ts'
import { repetitionOn } from '../../../parts/recurrence/repetition.ts'

const CHOICES = ['any', 'except', 'only'] as const
type Choice = (typeof CHOICES)[number]

/** First and last day, and 祝日・閉庁日・年末年始: left out, meant alone, or days like others. */
export function DayFields({ plan, onChange }: { plan: Plan; onChange: (plan: Plan) => void }): ReactElement {
  const { t } = useTranslation()
  const once = plan.repetition.kind === 'once'
  const from = (day: string | null): void => {
    if (day === null) return
    const next = startingOn(plan, day)
    const { kind } = plan.repetition
    onChange(kind === 'yearDay' || kind === 'yearWeekday' ? { ...next, repetition: repetitionOn(kind, day) } : next)
  }
  return (
    <>
      <Group grow align="flex-start">
        <DatePickerInput
          label={once ? t('schedule.onDay') : t('schedule.startDay')}
          valueFormat={t('common.dateFormat')}
          value={firstDay(plan)}
          onChange={from}
          data-testid="entry-start-day"
        />
        {!once && (
          <DatePickerInput
            label={t('schedule.until')}
            placeholder={t('schedule.noEnd')}
            valueFormat={t('common.dateFormat')}
            value={plan.until}
            minDate={firstDay(plan)}
            onChange={(until) => onChange({ ...plan, until })}
            clearable
            data-testid="entry-until-day"
          />
        )}
      </Group>
      <Group grow>
        {DAY_KINDS.map((kind) => (
          <Select
            key={kind}
            label={t(`dayKind.${kind}`)}
            data={CHOICES.map((choice) => ({ value: choice, label: t(`entry.dayChoice.${choice}`) }))}
            value={choiceOf(plan, kind)}
            onChange={(next) => onChange(chosen(plan, kind, CHOICES.find((choice) => choice === next) ?? 'any'))}
            allowDeselect={false}
            data-testid={`entry-days-${kind}`}
          />
        ))}
      </Group>
    </>
  )
}

function choiceOf({ only, except }: Plan, kind: DayKind): Choice {
  if (except.includes(kind)) return 'except'
  return only?.includes(kind) === true ? 'only' : 'any'
}

function chosen(plan: Plan, kind: DayKind, choice: Choice): Plan {
  const among = (before: readonly DayKind[], wanted: Choice): DayKind[] =>
    DAY_KINDS.filter((each) => (each === kind ? choice === wanted : before.includes(each)))
  const only = among(plan.only ?? [], 'only')
  return { ...plan, only: only.length === 0 ? null : only, except: among(plan.except, 'except') }
}
