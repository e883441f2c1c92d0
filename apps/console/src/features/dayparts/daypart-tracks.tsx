import type { DaypartInput } from '@akari/protocol'
import { Fragment, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { DayTrack } from '../../parts/day-track.tsx'
import classes from './dayparts.module.css'

/** The times of a daypart as bars over a day, and those of the weekdays on which they are others. */
export function DaypartTracks({ times, exceptions }: Pick<DaypartInput, 'times' | 'exceptions'>): ReactElement {
  const { t } = useTranslation()
  const rows = [
    { label: exceptions.length === 0 ? t('timing.words.everyDay') : t('timing.dayparts.otherDays'), times },
    ...exceptions.map((exception) => ({
      label: exception.weekdays.map((day) => t(`weekday.${day}`)).join(t('common.listSeparator')),
      times: exception.times,
    })),
  ]
  return (
    <div className={classes.tracks}>
      {rows.map((row, n) => (
        <Fragment key={row.label}>
          <span>
            {row.label}
            <small>{row.times.map(({ start, end }) => `${start}–${end}`).join(t('common.listSeparator'))}</small>
          </span>
          <DayTrack times={row.times} label={row.label} hours={n === rows.length - 1} />
        </Fragment>
      ))}
    </div>
  )
}
