import { isOpen } from '@akari/wayfinding'
import { Button, Group, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

const OFFICE = 'Mo-Fr 08:30-17:15; PH off'
const MONDAY_MORNING = { day: 0, minutes: 600, isHoliday: false }

/** Opening hours as IMDF and OpenStreetMap write them, with those of the city hall at hand. */
export function HoursField({
  value,
  onChange,
}: {
  value: string | null
  onChange: (hours: string | null) => void
}): ReactElement {
  const { t } = useTranslation()
  const isRead = value === null || isOpen(value, MONDAY_MORNING) !== null
  return (
    <div>
      <TextInput
        label={t('venues.hours.label')}
        description={t('venues.hours.hint')}
        placeholder={OFFICE}
        value={value ?? ''}
        maxLength={500}
        error={isRead ? null : t('venues.hours.unread')}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      />
      <Group gap={4} mt={4}>
        <Button size="compact-xs" variant="default" onClick={() => onChange(OFFICE)}>
          {t('venues.hours.office')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onChange('24/7')}>
          {t('venues.hours.always')}
        </Button>
      </Group>
    </div>
  )
}
