import { type Language, type LocalDate, type PosterDays, type PosterTimes, type Texts, textIn } from '@akari/protocol'
import { Group, Textarea, TextInput } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ClockField } from '../../parts/clock-field.tsx'
import { withText } from '../../parts/texts-in.ts'
import { useFaultOf } from './fault-line.tsx'

/** A text in the language that is being written; the Japanese one stands in it as a hint. */
export function OneText({
  label,
  value,
  language,
  lines = 1,
  onChange,
  testId,
}: {
  label: string
  value: Texts | undefined
  language: Language
  lines?: number
  onChange: (value: Texts) => void
  testId: string
}): ReactElement {
  const texts = value ?? { ja: '' }
  const fault = useFaultOf(testId)
  const input = {
    id: testId,
    error: fault,
    label,
    lang: language,
    value: texts[language] ?? '',
    placeholder: language === 'ja' ? '' : textIn(texts, language).text,
    'data-testid': testId,
  }
  const write = (text: string): void => onChange(withText(texts, language, text))
  if (lines === 1) return <TextInput {...input} onChange={(event) => write(event.currentTarget.value)} />
  return (
    <Textarea {...input} autosize minRows={lines} maxRows={8} onChange={(event) => write(event.currentTarget.value)} />
  )
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
