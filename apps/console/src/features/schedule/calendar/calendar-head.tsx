import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { dateFormat } from '../../../parts/when.ts'
import classes from './calendar.module.css'
import { type DayMark, tintOf } from './day-marks.ts'
import type { Span } from './span.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

type Props = { span: Span; marks: readonly DayMark[]; today: string; trackPx: number; onDay: (day: string) => void }

/** The days above the rows, with what the city hall calls them; a press opens that day. A day has its hours. */
export function CalendarHead({ span, marks, today, trackPx, onDay }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <div role="row" aria-rowindex={1} className={classes.head}>
      <div role="columnheader" className={classes.corner}>
        {t('calendar.rows')}
      </div>
      <div role="presentation" className={classes.headTrack} style={{ width: trackPx }}>
        {span.view === 'day' ? (
          <Hours mark={marks[0]} />
        ) : (
          marks.map((mark) => (
            <DayHead key={mark.day} mark={mark} view={span.view} isToday={mark.day === today} onDay={onDay} />
          ))
        )}
      </div>
    </div>
  )
}

function Hours({ mark }: { mark: DayMark | undefined }): ReactElement {
  const name = useDayName(mark)
  return (
    <>
      {HOURS.map((hour) => (
        <div role="columnheader" key={hour} className={classes.hour} style={{ left: `${(hour / 24) * 100}%` }}>
          {hour}:00
        </div>
      ))}
      {name !== null && <span className={classes.dayName}>{name}</span>}
    </>
  )
}

function DayHead({
  mark,
  view,
  isToday,
  onDay,
}: { mark: DayMark; view: Span['view']; isToday: boolean } & Pick<Props, 'onDay'>): ReactElement {
  const { t, i18n } = useTranslation()
  const name = useDayName(mark)
  const write = (options: Intl.DateTimeFormatOptions): string =>
    dateFormat(i18n.language, { timeZone: 'UTC', ...options }).format(new Date(`${mark.day}T12:00:00Z`))
  return (
    <div
      role="columnheader"
      className={classes.dayHead}
      data-today={isToday || undefined}
      data-tint={tintOf(mark)}
      data-weekday={mark.weekday}
    >
      <button
        type="button"
        tabIndex={-1}
        onClick={() => onDay(mark.day)}
        title={t('calendar.openDay', { day: write({ month: 'long', day: 'numeric', weekday: 'long' }) })}
      >
        {view === 'month' ? (
          <>
            <b>{Number(mark.day.slice(8))}</b>
            <span>{write({ weekday: 'short' })}</span>
          </>
        ) : (
          <b>{write({ month: 'short', day: 'numeric', weekday: 'short' })}</b>
        )}
      </button>
      {name !== null && <small title={name}>{name}</small>}
    </div>
  )
}

/** What the city hall calls a day; null for a day like others. */
function useDayName(mark: DayMark | undefined): string | null {
  const { t } = useTranslation()
  if (mark === undefined) return null
  if (mark.holiday !== null) return mark.holiday
  if (mark.yearEnd) return t('dayKind.yearEnd')
  return mark.closed ? t('calendar.closed') : null
}
