import { type OperatingHours, WEEKDAYS } from '@akari/protocol'
import { Fragment, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useStoredOfficeDays } from '../../api/schedule.ts'
import { DayTrack, isNamed } from '../day-track.tsx'
import classes from './week-picture.module.css'

/** Times of a week, from Monday to Sunday, and on special days; weekdays that are always 閉庁日 follow what is said of those. */
export function WeekPicture({ hours }: { hours: OperatingHours }): ReactElement {
  const { t } = useTranslation()
  const closedWeekdays = useStoredOfficeDays().data?.closedWeekdays ?? []
  const onClosed = hours.exceptions.find(({ days }) => days.includes('closed'))
  const rows = [
    ...WEEKDAYS.map((day) => {
      const times = hours.weekly.filter(({ weekdays }) => weekdays.includes(day)).flatMap((set) => set.times)
      return onClosed !== undefined && closedWeekdays.includes(day)
        ? { label: t('timing.alwaysClosed', { day: t(`weekday.${day}`) }), times: onClosed.times, unused: times }
        : { label: t(`weekday.${day}`), times, unused: [] }
    }),
    ...hours.exceptions.map(({ days, times }) => ({
      label: days.map((day) => t(`timing.dayKind.${day}`)).join(t('common.listSeparator')),
      times,
      unused: [],
    })),
  ]
  return (
    <div className={classes.week}>
      {rows.map(({ label, times, unused }, n) => (
        <Fragment key={label}>
          <span className={classes.label}>{label}</span>
          <div>
            <DayTrack times={times} unused={unused} label={label} hours={n === rows.length - 1} />
            {!times.every(isNamed) && (
              <small className={`${classes.times} numbers`} aria-hidden>
                {times.map(({ start, end }) => `${start}–${end}`).join(t('common.listSeparator'))}
              </small>
            )}
          </div>
        </Fragment>
      ))}
    </div>
  )
}
