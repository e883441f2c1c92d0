import type { Instant } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LocalMomentField } from './local-moment-field.tsx'
import { TIME_ZONE, toInstant, toLocal } from './local-time.ts'

/** A moment, written and read in the city's zone; empty for none. */
export function MomentField({
  label,
  placeholder,
  value,
  onChange,
  required = false,
  error,
}: {
  label: string
  /** What no moment means; always, when left out. */
  placeholder?: string
  value: Instant | null
  onChange: (value: Instant | null) => void
  /** There has to be a moment: it can be changed, not taken out. */
  required?: boolean
  /** What is wrong with it, in words. */
  error?: string | null
}): ReactElement {
  const { t } = useTranslation()
  return (
    <LocalMomentField
      label={label}
      placeholder={placeholder ?? t('common.always')}
      clearable={!required}
      error={error}
      value={value === null ? null : toLocal(value, TIME_ZONE)}
      onChange={(local) => onChange(local === null ? null : toInstant(local, TIME_ZONE))}
    />
  )
}
