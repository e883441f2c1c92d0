import { Chip, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ClockField } from '../../parts/clock-field.tsx'
import { endsNextDay, isWeekday, type RuleForm, WEEKDAYS } from './rule-form.ts'

/** Days and times, in the order one says them: on which days, from when to when, since, until. */
export function RuleFields({ form, onChange }: { form: RuleForm; onChange: (form: RuleForm) => void }): ReactElement {
  const { t } = useTranslation()
  const change = (part: Partial<RuleForm>): void => onChange({ ...form, ...part })
  const weekly = form.repeats === 'weekly'
  return (
    <Stack gap="sm">
      <SegmentedControl
        value={form.repeats}
        onChange={(next) => change({ repeats: next === 'once' ? 'once' : 'weekly' })}
        data={[
          { value: 'weekly', label: t('schedule.weekly') },
          { value: 'once', label: t('schedule.once') },
        ]}
        data-testid="entry-repeats"
      />
      {weekly && (
        <div role="group" aria-label={t('schedule.days')}>
          <Chip.Group multiple value={[...form.days]} onChange={(next) => change({ days: next.filter(isWeekday) })}>
            <Group gap={6}>
              {WEEKDAYS.map((day) => (
                <Chip key={day} value={day} variant="filled" data-testid={`entry-day-${day}`}>
                  {t(`weekday.${day}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          {form.days.length === 0 && (
            <Text size="sm" c="vermilion" mt={4} role="alert">
              {t('schedule.noDays')}
            </Text>
          )}
        </div>
      )}
      <Group gap="sm" align="flex-start">
        <ClockField
          label={t('schedule.from')}
          value={form.from}
          onChange={(from) => change({ from })}
          testId="entry-from"
        />
        <ClockField label={t('schedule.to')} value={form.to} onChange={(to) => change({ to })} testId="entry-to" />
        {endsNextDay(form) && <Text pt={32}>{t('schedule.nextDay')}</Text>}
        {form.from === form.to && <Text pt={32}>{t('schedule.wholeDay')}</Text>}
      </Group>
      <Group grow align="flex-start">
        <DatePickerInput
          label={weekly ? t('schedule.startDay') : t('schedule.onDay')}
          valueFormat={t('common.dateFormat')}
          value={form.startDay}
          onChange={(day) => day !== null && change({ startDay: day })}
          data-testid="entry-start-day"
        />
        {weekly && (
          <DatePickerInput
            label={t('schedule.until')}
            placeholder={t('schedule.noEnd')}
            valueFormat={t('common.dateFormat')}
            value={form.untilDay}
            minDate={form.startDay}
            onChange={(untilDay) => change({ untilDay })}
            clearable
            data-testid="entry-until-day"
          />
        )}
      </Group>
    </Stack>
  )
}
