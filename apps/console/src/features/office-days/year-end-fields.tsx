import type { OfficeDaysInput } from '@akari/protocol'
import { Group, Select, Stack, Switch, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

type YearEnd = OfficeDaysInput['yearEnd']

const USUAL = { from: '12-29', to: '01-03' }
const FROM_DAYS = Array.from({ length: 12 }, (_, n) => `12-${20 + n}`)
const TO_DAYS = Array.from({ length: 15 }, (_, n) => `01-${String(n + 1).padStart(2, '0')}`)

/** 年末年始: from a day in December to one in January, or none. */
export function YearEndFields({
  value,
  onChange,
  readOnly,
}: {
  value: YearEnd
  onChange: (value: YearEnd) => void
  readOnly: boolean
}): ReactElement {
  const { t } = useTranslation()
  const named = (days: readonly string[], chosen: string) =>
    [...new Set([...days, chosen])].map((day) => ({
      value: day,
      label: t('timing.days.monthDay', { month: Number(day.slice(0, 2)), day: Number(day.slice(3)) }),
    }))
  return (
    <Stack gap={6}>
      <Switch
        label={
          <Text fw={700} size="sm" span>
            {t('timing.days.yearEnd')}
          </Text>
        }
        checked={value !== null}
        disabled={readOnly}
        onChange={(event) => onChange(event.currentTarget.checked ? USUAL : null)}
      />
      {value !== null && (
        <Group gap="xs" wrap="nowrap">
          <Select
            w={125}
            aria-label={t('timing.days.yearEndFrom')}
            data={named(FROM_DAYS, value.from)}
            value={value.from}
            onChange={(from) => from !== null && onChange({ ...value, from })}
            allowDeselect={false}
            disabled={readOnly}
          />
          <span aria-hidden>–</span>
          <Select
            w={125}
            aria-label={t('timing.days.yearEndTo')}
            data={named(TO_DAYS, value.to)}
            value={value.to}
            onChange={(to) => to !== null && onChange({ ...value, to })}
            allowDeselect={false}
            disabled={readOnly}
          />
        </Group>
      )}
    </Stack>
  )
}
