import { TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readClock } from './read-clock.ts'

/** A time of day on the 24-hour clock, however it is typed; what cannot be read is marked and not taken over. */
export function ClockField({
  label,
  value,
  onChange,
  onUnreadable,
  testId,
  id,
  error,
  w = 110,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is typed is no time: it stays to be mended. Left out: the time before it comes back. */
  onUnreadable?: () => void
  testId: string
  id?: string
  /** What is wrong with the time, where it can be read. */
  error?: string | undefined
  w?: number | undefined
}): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const unreadable = typed !== null && readClock(typed) === null
  return (
    <TextInput
      {...(id !== undefined && { id })}
      w={w}
      label={label}
      value={typed ?? value}
      inputMode="numeric"
      placeholder="8:30"
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        const clock = readClock(text)
        if (clock !== null) onChange(clock)
        else onUnreadable?.()
      }}
      onBlur={() => setTyped(unreadable && typed !== '' && onUnreadable !== undefined ? typed : null)}
      error={unreadable ? t('schedule.notATime') : error}
      data-testid={testId}
    />
  )
}
