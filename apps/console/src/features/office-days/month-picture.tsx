import type { Holiday } from '@akari/protocol'
import type { KeyboardEvent, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, TIME_ZONE, toInstant } from '../../parts/local-time.ts'
import { dateFormat } from '../../parts/when.ts'
import classes from './office-days.module.css'
import { type DayState, weeksOf } from './year-days.ts'

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** One month; a click on a day changes it. Arrow keys go from day to day. */
export function MonthPicture({
  month,
  state,
  holidays,
  today,
  onToggle,
  readOnly,
}: {
  month: string
  state: (date: string) => DayState
  holidays: ReadonlyMap<string, Holiday>
  today: string
  onToggle: (date: string) => void
  readOnly: boolean
}): ReactElement {
  const { t, i18n } = useTranslation()
  const at = (date: string): Date => new Date(toInstant(`${date}T12:00`, TIME_ZONE))
  const write = (options: Intl.DateTimeFormatOptions, date: string): string =>
    dateFormat(i18n.language, { timeZone: TIME_ZONE, ...options }).format(at(date))
  const name = (date: string): string => {
    const holiday = holidays.get(date)
    const parts = [
      write({ month: 'long', day: 'numeric', weekday: 'short' }, date),
      t(`timing.days.state.${state(date)}`),
      holiday === undefined ? '' : i18n.language === 'en' ? holiday.name.en : holiday.name.ja,
    ]
    return parts.filter((part) => part !== '').join(t('common.listSeparator'))
  }
  return (
    <section className={classes.month} aria-label={write({ year: 'numeric', month: 'long' }, `${month}-01`)}>
      <h2 className={classes.monthName}>{write({ month: 'long' }, `${month}-01`)}</h2>
      <div className={classes.weekdays} aria-hidden>
        {(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const).map((day) => (
          <span key={day} data-day={day}>
            {t(`weekday.${day}`)}
          </span>
        ))}
      </div>
      <div className={classes.cells}>
        {weeksOf(month)
          .flat()
          .map((date, n) =>
            date === null ? (
              <span key={n} />
            ) : (
              <button
                key={date}
                type="button"
                className={classes.cell}
                data-state={state(date)}
                data-today={date === today || undefined}
                data-testid={`day-${date}`}
                aria-label={name(date)}
                title={name(date)}
                aria-disabled={readOnly || undefined}
                onClick={() => !readOnly && onToggle(date)}
                onKeyDown={(event) => goOn(event, date)}
              >
                {Number(date.slice(8))}
              </button>
            ),
          )}
      </div>
    </section>
  )
}

function goOn(event: KeyboardEvent<HTMLButtonElement>, date: string): void {
  const step = STEPS[event.key]
  if (step === undefined) return
  const next = document.querySelector<HTMLButtonElement>(`[data-testid="day-${addDays(date, step)}"]`)
  if (next === null) return
  event.preventDefault()
  next.focus()
}
