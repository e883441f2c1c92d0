import { DateTimePicker, type DateTimePickerProps } from '@mantine/dates'
import type { KeyboardEvent, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

type Props = Pick<DateTimePickerProps, 'label' | 'placeholder' | 'error' | 'clearable'> & {
  /** `2026-11-22T10:00`, in the city's zone; null: none. */
  value: string | null
  onChange: (value: string | null) => void
}

/** A day and a time of that day on the city's clock. */
export function LocalMomentField({ value, onChange, ...field }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <DateTimePicker
      {...field}
      valueFormat={t('common.dateTimeFormat')}
      timePickerProps={{
        hoursInputLabel: t('common.hours'),
        minutesInputLabel: t('common.minutes'),
        hoursInputProps: { onKeyDownCapture: replaceAll },
        minutesInputProps: { onKeyDownCapture: replaceAll },
      }}
      value={value === null ? null : `${value.replace('T', ' ')}:00`}
      onChange={(local) => onChange(local === null ? null : local.replace(' ', 'T').slice(0, 16))}
    />
  )
}

/** A figure typed before those that stand there takes their place: a 0 before 03 would be taken for 00, and be the end of the hour. */
function replaceAll({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): void {
  if (/^\d$/.test(key) && currentTarget.selectionEnd === 0) currentTarget.select()
}
