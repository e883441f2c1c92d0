import { type OperatingHours, WEEKDAYS } from '@akari/protocol'
import { Fragment, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { DayTrack } from './day-track.tsx'
import classes from './week-picture.module.css'

/** Times of a week, from Monday to Sunday, and on special days. */
export function WeekPicture({ hours }: { hours: OperatingHours }): ReactElement {
  const { t } = useTranslation()
  const rows = [
    ...WEEKDAYS.map((day) => ({
      label: t(`weekday.${day}`),
      times: hours.weekly.filter(({ weekdays }) => weekdays.includes(day)).flatMap(({ times }) => times),
    })),
    ...hours.exceptions.map(({ days, times }) => ({
      label: days.map((day) => t(`timing.dayKind.${day}`)).join(t('common.listSeparator')),
      times,
    })),
  ]
  return (
    <div className={classes.week}>
      {rows.map(({ label, times }, n) => (
        <Fragment key={label}>
          <span className={classes.label}>{label}</span>
          <DayTrack times={times} label={label} hours={n === rows.length - 1} />
        </Fragment>
      ))}
    </div>
  )
}
