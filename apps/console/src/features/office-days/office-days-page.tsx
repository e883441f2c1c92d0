import type { Holiday, OfficeDaysInput, OfficeDaysView } from '@akari/protocol'
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHolidays } from '../../api/holidays.ts'
import { useStoredOfficeDays, useSaveOfficeDays } from '../../api/schedule.ts'
import { useMay } from '../../api/session.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { TIME_ZONE, toLocal } from '../../parts/local-time.ts'
import { Page } from '../../parts/page.tsx'
import { ScheduleNav } from '../../parts/schedule-nav.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useNow } from '../../parts/use-now.ts'
import { WeekdayChips } from '../../parts/weekday-chips.tsx'
import { MonthPicture } from './month-picture.tsx'
import classes from './office-days.module.css'
import { closedIn, type DayState, stateOf, toggled } from './year-days.ts'
import { YearEndFields } from './year-end-fields.tsx'

type Days = Omit<OfficeDaysInput, 'version'>
/** What somebody does to the days, kept as a deed so that it can be done again to what another person saved meanwhile. */
type Deed = (days: Days) => Days

const STATES: readonly DayState[] = ['open', 'weekend', 'holiday', 'yearEnd', 'closedByHand', 'openByHand']
const HOUR_MS = 3_600_000

/** 開庁日・閉庁日: a picture of the year in which one clicks days. */
export function OfficeDaysPage(): ReactElement {
  const { t } = useTranslation()
  const days = useStoredOfficeDays()
  const holidays = useHolidays()
  return (
    <Page title={t('timing.days.title')} lead={t('timing.days.lead')}>
      <ScheduleNav />
      <Loaded query={days}>
        {(held) => (
          <Loaded query={holidays}>
            {({ years, holidays: all }) => <Year held={held} years={years} holidays={all} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}

function Year({
  held,
  years,
  holidays,
}: {
  held: OfficeDaysView
  years: readonly number[]
  holidays: readonly Holiday[]
}): ReactElement {
  const { t } = useTranslation()
  const today = toLocal(useNow(HOUR_MS), TIME_ZONE).slice(0, 10)
  const readOnly = !useMay('content')
  const save = useSaveOfficeDays()
  const [year, setYear] = useState(() => years[0] ?? Number(today.slice(0, 4)))
  const [deeds, setDeeds] = useState<readonly Deed[]>([])
  const named = useMemo(() => holidays.map(({ date, name }) => ({ date, name: name.ja })), [holidays])
  const byDate = useMemo(() => new Map(holidays.map((holiday) => [holiday.date, holiday])), [holidays])
  const { version } = held
  const before = useMemo((): Days => {
    const { closedWeekdays, closedDates, openDates, yearEnd } = held
    return { closedWeekdays, closedDates, openDates, yearEnd }
  }, [held])
  const days = useMemo(() => deeds.reduce((all: Days, deed) => deed(all), before), [deeds, before])
  const does = (deed: Deed): void => setDeeds([...deeds, deed])
  const submit = (): void =>
    save.mutate(
      { ...days, version },
      {
        onSuccess: () => {
          setDeeds([])
          notifications.show({ color: 'zelkova', message: t('timing.days.saved') })
        },
      },
    )
  return (
    <Stack gap="lg">
      <div className={classes.settings}>
        <Stack gap={6}>
          <Text fw={700} size="sm">
            {t('timing.days.closedWeekdays')}
          </Text>
          <WeekdayChips
            label={t('timing.days.closedWeekdays')}
            value={days.closedWeekdays}
            onChange={(closedWeekdays) => !readOnly && does((all) => ({ ...all, closedWeekdays }))}
          />
        </Stack>
        <YearEndFields
          value={days.yearEnd}
          onChange={(yearEnd) => does((all) => ({ ...all, yearEnd }))}
          readOnly={readOnly}
        />
        <Group gap="lg" align="center">
          <SegmentedControl
            aria-label={t('timing.days.year')}
            value={String(year)}
            onChange={(next) => setYear(Number(next))}
            data={years.map((each) => ({ value: String(each), label: t('timing.days.yearName', { year: each }) }))}
          />
          <Text className="numbers" role="status">
            {t('timing.days.closedCount', { count: closedIn(year, days, named) })}
          </Text>
        </Group>
      </div>
      <Legend />
      <div className={classes.year}>
        {Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`).map((month) => (
          <MonthPicture
            key={month}
            month={month}
            state={(date) => stateOf(date, days, named)}
            holidays={byDate}
            today={today}
            onToggle={(date) => does((all) => toggled(date, all, named))}
            readOnly={readOnly}
          />
        ))}
      </div>
      {deeds.length > 0 && (
        <div className={classes.bar}>
          <Stack gap={4}>
            <span>{t('timing.days.unsaved')}</span>
            <Trouble error={save.error} />
          </Stack>
          <Group>
            <Button variant="default" onClick={() => setDeeds([])}>
              {t('timing.days.discard')}
            </Button>
            <Button color="kingfisher.5" c="black" onClick={submit} loading={save.isPending} data-testid="days-save">
              {t('common.save')}
            </Button>
          </Group>
        </div>
      )}
    </Stack>
  )
}

function Legend(): ReactElement {
  const { t } = useTranslation()
  return (
    <ul className={classes.legend}>
      {STATES.map((state) => (
        <li key={state}>
          <span className={classes.sample} data-state={state} aria-hidden />
          {t(`timing.days.state.${state}`)}
        </li>
      ))}
    </ul>
  )
}
