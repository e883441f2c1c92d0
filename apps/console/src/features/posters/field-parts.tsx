import type { LocalDate, PosterDays, PosterTimes } from '@akari/protocol'
import { Group } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import type { ComponentProps, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ClockField } from '../../parts/clock-field.tsx'
import { OneText as PlainText } from '../../parts/one-text.tsx'
import { useFaultOf } from './use-fault-of.ts'

/** A text of the poster in the language that is being written, with what is wrong with it. */
export function OneText(props: Omit<ComponentProps<typeof PlainText>, 'fault'>): ReactElement {
  return <PlainText {...props} fault={useFaultOf(props.testId)} />
}

export function DayField({
  label,
  value,
  clearable = false,
  onChange,
}: {
  label: string
  value: LocalDate | undefined
  clearable?: boolean
  onChange: (value: LocalDate | undefined) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <DatePickerInput
      label={label}
      styles={{ input: { paddingInline: '0.6rem', fontSize: '0.875rem', whiteSpace: 'nowrap' } }}
      valueFormat={t('common.dateFormat')}
      value={value ?? null}
      clearable={clearable}
      onChange={(day) => onChange(day ?? undefined)}
    />
  )
}

/** First and last day; the last one may be left out. */
export function DaysFields({
  days,
  onChange,
}: {
  days: PosterDays
  onChange: (days: PosterDays) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <Group grow align="flex-end" gap="xs">
      <DayField
        label={t('posters.from')}
        value={days.from}
        onChange={(from) => from !== undefined && onChange({ ...days, from })}
      />
      <DayField
        label={t('posters.to')}
        value={days.to}
        clearable
        onChange={(to) => onChange(to === undefined ? { from: days.from } : { ...days, to })}
      />
    </Group>
  )
}

export function TimesFields({
  times,
  testId,
  onChange,
}: {
  times: PosterTimes
  testId: string
  onChange: (times: PosterTimes) => void
}): ReactElement {
  const { t } = useTranslation()
  const endId = `${testId}-end`
  const fault = useFaultOf(endId)
  return (
    <Group align="flex-start">
      <ClockField
        label={t('posters.start')}
        value={times.start}
        onChange={(start) => onChange({ ...times, start })}
        testId={`${testId}-start`}
      />
      <ClockField
        label={t('posters.end')}
        value={times.end ?? ''}
        onChange={(end) => onChange({ ...times, end })}
        testId={endId}
        id={endId}
        error={fault}
        w={fault === undefined ? undefined : 240}
      />
    </Group>
  )
}
