import type { EntryView, Holiday } from '@akari/protocol'
import { type ReactElement, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useHolidays } from '../../api/holidays.ts'
import { addDays, TIME_ZONE, toInstant, toLocal } from '../../parts/local-time.ts'
import { useNow } from '../../parts/use-now.ts'
import { newRuleForm, WEEKDAYS } from './rule-form.ts'
import type { Opened } from './opened.ts'
import { WeekBlock } from './week-block.tsx'
import { type Block, weekOf } from './week-layout.ts'
import classes from './week.module.css'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const OPENS_AT_HOUR = 7
const MINUTE_MS = 60_000

type Props = {
  entries: readonly EntryView[]
  monday: string
  today: string
  onOpen: (opened: Opened) => void
  readOnly: boolean
}

/** Seven days from Monday, an hour a line. A click on an empty hour starts a new entry there. */
export function WeekGrid({ entries, monday, today, onOpen, readOnly }: Props): ReactElement {
  const { t } = useTranslation()
  const week = useMemo(() => weekOf(entries, monday), [entries, monday])
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const grid = scroller.current
    if (grid !== null) grid.scrollTop = (grid.scrollHeight / 24.6) * OPENS_AT_HOUR
  }, [])
  const holidays = useHolidays().data?.holidays ?? []
  return (
    <div
      className={classes.scroller}
      ref={scroller}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      role="region"
      aria-label={t('schedule.weekOf', { day: monday })}
    >
      <div className={classes.heads}>
        <span />
        {week.map((_, offset) => {
          const day = addDays(monday, offset)
          const holiday = holidays.find(({ date }) => date === day)
          return <DayHead key={day} day={day} offset={offset} isToday={day === today} holiday={holiday} />
        })}
      </div>
      <div className={classes.body}>
        <div className={classes.hours} aria-hidden>
          {HOURS.map((hour) => (
            <span key={hour}>{hour}:00</span>
          ))}
        </div>
        {week.map((blocks, offset) => (
          <DayColumn
            key={addDays(monday, offset)}
            day={addDays(monday, offset)}
            isToday={addDays(monday, offset) === today}
            blocks={blocks}
            onOpen={onOpen}
            readOnly={readOnly}
          />
        ))}
      </div>
    </div>
  )
}

/** The day of a column; a national holiday goes by its name and in the colour of a Sunday. */
function DayHead({
  day,
  offset,
  isToday,
  holiday,
}: {
  day: string
  offset: number
  isToday: boolean
  holiday: Holiday | undefined
}): ReactElement {
  const language = useTranslation().i18n.language
  const dayName = new Intl.DateTimeFormat(language, { timeZone: TIME_ZONE, day: 'numeric', weekday: 'short' })
  return (
    <span
      className={classes.dayHead}
      data-today={isToday || undefined}
      data-day={WEEKDAYS[offset]}
      data-holiday={holiday === undefined ? undefined : day}
    >
      {dayName.format(new Date(toInstant(`${day}T12:00`, TIME_ZONE)))}
      {holiday !== undefined && <small>{language === 'en' ? holiday.name.en : holiday.name.ja}</small>}
    </span>
  )
}

function DayColumn({
  day,
  isToday,
  blocks,
  onOpen,
  readOnly,
}: { day: string; isToday: boolean; blocks: readonly Block[] } & Pick<Props, 'onOpen' | 'readOnly'>): ReactElement {
  const { t } = useTranslation()
  const startAt = (hour: number): void => {
    const time = (value: number): string => `${String(value % 24).padStart(2, '0')}:00`
    onOpen({ from: { ...newRuleForm(day, time(hour), time(hour + 1)), repeats: 'once' } })
  }
  return (
    <div className={classes.day} data-today={isToday || undefined}>
      {HOURS.map((hour) => (
        <button
          key={hour}
          type="button"
          tabIndex={-1}
          disabled={readOnly}
          className={classes.hour}
          aria-label={t('schedule.newAt', { day, hour })}
          onClick={() => startAt(hour)}
        />
      ))}
      {blocks.map((block) => (
        <WeekBlock key={`${block.entry.id} ${block.originalStart}`} block={block} onOpen={onOpen} readOnly={readOnly} />
      ))}
      {isToday && <NowLine />}
    </div>
  )
}

/** A line at the present minute. */
function NowLine(): ReactElement {
  const [hours = 0, minutes = 0] = toLocal(useNow(MINUTE_MS / 2), TIME_ZONE)
    .slice(11)
    .split(':')
    .map(Number)
  return <div className={classes.now} style={{ top: `${((hours * 60 + minutes) / 1440) * 100}%` }} />
}
