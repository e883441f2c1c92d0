import { type Weekday, WEEKDAYS } from '@akari/protocol'
import { Chip, Group } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** Days of the week to choose from. */
export function WeekdayChips({
  value,
  onChange,
  label,
}: {
  value: readonly Weekday[]
  onChange: (days: Weekday[]) => void
  label: string
}): ReactElement {
  const { t } = useTranslation()
  return (
    <Group gap={6} role="group" aria-label={label}>
      {WEEKDAYS.map((day) => (
        <Chip
          key={day}
          size="sm"
          checked={value.includes(day)}
          onChange={(checked) => onChange(WEEKDAYS.filter((each) => (each === day ? checked : value.includes(each))))}
        >
          {t(`weekday.${day}`)}
        </Chip>
      ))}
    </Group>
  )
}
