import { DAY_KINDS, type OperatingHours, type Weekday } from '@akari/protocol'
import { Button, Chip, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './hours-fields.module.css'
import { useStoredOfficeDays } from '../../api/schedule.ts'
import { TimeRanges } from '../time-ranges.tsx'
import { WeekdayChips } from '../weekday-chips.tsx'

type Fields = { hours: OperatingHours; onChange: (hours: OperatingHours) => void }

/** Sets of weekdays with their times. */
export function WeeklyFields({ hours, onChange }: Fields): ReactElement {
  const { t } = useTranslation()
  const { weekly } = hours
  const change = (n: number, part: Partial<OperatingHours['weekly'][number]>): void =>
    onChange({ ...hours, weekly: weekly.map((each, index) => (index === n ? { ...each, ...part } : each)) })
  return (
    <Stack gap="sm">
      {weekly.map((set, n) => (
        <Box
          key={n}
          title={t('timing.hours.weekdays')}
          onRemove={() => onChange({ ...hours, weekly: weekly.filter((_, index) => index !== n) })}
        >
          <WeekdayChips
            label={t('timing.hours.weekdays')}
            value={set.weekdays}
            onChange={(weekdays) => change(n, { weekdays })}
          />
          <TimeRanges
            label={set.weekdays.map((day) => t(`weekday.${day}`)).join('')}
            times={set.times}
            onChange={(times) => change(n, { times })}
            testId={`hours-weekly-${n}`}
          />
          <UnusedNote hours={hours} weekdays={set.weekdays} />
        </Box>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() =>
          onChange({ ...hours, weekly: [...weekly, { weekdays: [], times: [{ start: '08:00', end: '17:30' }] }] })
        }
      >
        {t('timing.hours.addWeekdays')}
      </Button>
    </Stack>
  )
}

/** Kinds of days with other times, or none; `empty` says what that means: dark all day when left out. */
export function ExceptionFields({ hours, onChange, empty }: Fields & { empty?: string }): ReactElement {
  const { t } = useTranslation()
  const { exceptions } = hours
  const change = (n: number, part: Partial<OperatingHours['exceptions'][number]>): void =>
    onChange({ ...hours, exceptions: exceptions.map((each, index) => (index === n ? { ...each, ...part } : each)) })
  return (
    <Stack gap="sm">
      {exceptions.map((exception, n) => (
        <Box
          key={n}
          title={t('timing.hours.specialDays')}
          onRemove={() => onChange({ ...hours, exceptions: exceptions.filter((_, index) => index !== n) })}
        >
          <Group gap={6} role="group" aria-label={t('timing.hours.specialDays')}>
            {DAY_KINDS.map((kind) => (
              <Chip
                key={kind}
                size="sm"
                checked={exception.days.includes(kind)}
                onChange={(checked) =>
                  change(n, {
                    days: DAY_KINDS.filter((each) => (each === kind ? checked : exception.days.includes(each))),
                  })
                }
              >
                {t(`timing.dayKind.${kind}`)}
              </Chip>
            ))}
          </Group>
          {exception.times.length === 0 && <Text>{empty ?? t('timing.hours.dark')}</Text>}
          <TimeRanges
            label={t('timing.hours.specialDays')}
            times={exception.times}
            onChange={(times) => change(n, { times })}
            testId={`hours-exception-${n}`}
          />
        </Box>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange({ ...hours, exceptions: [...exceptions, { days: ['holiday'], times: [] }] })}
      >
        {t('timing.hours.addSpecialDays')}
      </Button>
    </Stack>
  )
}

/** Says of weekdays that are always 閉庁日 that their times are not used, because those of 閉庁日 are; nothing for others. */
function UnusedNote({
  hours,
  weekdays,
}: Pick<Fields, 'hours'> & { weekdays: readonly Weekday[] }): ReactElement | null {
  const { t } = useTranslation()
  const closedWeekdays = useStoredOfficeDays().data?.closedWeekdays ?? []
  const unused = weekdays.filter((day) => closedWeekdays.includes(day))
  if (unused.length === 0 || !hours.exceptions.some(({ days }) => days.includes('closed'))) return null
  const days = unused.map((day) => t(`weekday.${day}`)).join(t('common.listSeparator'))
  return (
    <Text size="sm" role="status" data-testid="hours-unused">
      {t('timing.hours.unusedWeekdays', { days })}
    </Text>
  )
}

function Box({
  title,
  onRemove,
  children,
}: {
  title: string
  onRemove: () => void
  children: ReactNode
}): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={classes.box}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={700}>{title}</Text>
          <Button variant="subtle" color="gray" size="xs" onClick={onRemove}>
            {t('timing.remove')}
          </Button>
        </Group>
        {children}
      </Stack>
    </div>
  )
}
