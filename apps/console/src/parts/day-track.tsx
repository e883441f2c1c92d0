import type { TimeRange } from '@akari/protocol'
import { type PointerEvent, type ReactElement, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockOf, minutesOf, partsOf, snapped } from './day-minutes.ts'
import classes from './day-track.module.css'

/** Minutes from which a bar is wide enough to say its times. */
const NAMED_FROM = 330

/** A day from midnight to midnight with its times as bars. With `onAdd` one draws another by pulling over an empty stretch. */
export function DayTrack({
  times,
  unused = [],
  label,
  onAdd,
  hours = false,
}: {
  times: readonly TimeRange[]
  /** What the weekday says, where the day is 閉庁日 every week and something else counts. */
  unused?: readonly TimeRange[]
  label: string
  onAdd?: (range: TimeRange) => void
  /** Writes the hours below. */
  hours?: boolean
}): ReactElement {
  const { t } = useTranslation()
  const strip = useRef<HTMLDivElement>(null)
  const [pulled, setPulled] = useState<{ from: number; to: number } | null>(null)
  const minuteAt = (event: PointerEvent): number => {
    const box = strip.current?.getBoundingClientRect()
    return box === undefined ? 0 : snapped(((event.clientX - box.left) / box.width) * 1440)
  }
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    if (onAdd === undefined || event.button !== 0 || !event.isPrimary) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = minuteAt(event)
    setPulled({ from: at, to: at })
  }
  const finish = (event: PointerEvent): void => {
    if (pulled === null) return
    const [from, to] = [pulled.from, minuteAt(event)]
    setPulled(null)
    if (from !== to) onAdd?.({ start: clockOf(Math.min(from, to)), end: clockOf(Math.max(from, to)) })
  }
  const written = (ranges: readonly TimeRange[]): string =>
    ranges.map(({ start, end }) => `${start}–${end}`).join(t('common.listSeparator'))
  const counted = times.length === 0 ? t('timing.noTimes') : written(times)
  const text = unused.length === 0 ? counted : `${counted} · ${t('timing.unusedTimes', { times: written(unused) })}`
  return (
    <div className={classes.day}>
      <div
        ref={strip}
        className={classes.track}
        role="img"
        aria-label={`${label}: ${text}`}
        title={text}
        data-pull={onAdd !== undefined || undefined}
        onPointerDown={begin}
        onPointerMove={(event) => pulled !== null && setPulled({ ...pulled, to: minuteAt(event) })}
        onPointerUp={finish}
        onPointerCancel={() => setPulled(null)}
      >
        {unused.flatMap((range) =>
          partsOf(range).map(({ from, to }) => (
            <span
              key={`${range.start} ${range.end} ${from}`}
              className={classes.unused}
              style={{ left: `${(from / 1440) * 100}%`, width: `${((to - from) / 1440) * 100}%` }}
            />
          )),
        )}
        {times.flatMap((range) =>
          partsOf(range).map(({ from, to, continues }) => (
            <span
              key={`${range.start} ${range.end} ${from}`}
              className={classes.bar}
              data-continues={continues || undefined}
              style={{ left: `${(from / 1440) * 100}%`, width: `${((to - from) / 1440) * 100}%` }}
            >
              {!continues &&
                to - from >= (onAdd === undefined ? NAMED_FROM : NAMED_FROM / 2) &&
                `${range.start}–${range.end}`}
            </span>
          )),
        )}
        {pulled !== null && (
          <span
            className={classes.pulled}
            style={{
              left: `${(Math.min(pulled.from, pulled.to) / 1440) * 100}%`,
              width: `${(Math.abs(pulled.to - pulled.from) / 1440) * 100}%`,
            }}
          >
            {`${clockOf(Math.min(pulled.from, pulled.to))}–${clockOf(Math.max(pulled.from, pulled.to))}`}
          </span>
        )}
      </div>
      {hours && <Hours />}
    </div>
  )
}

function Hours(): ReactElement {
  return (
    <div className={classes.hours} aria-hidden>
      {[0, 6, 12, 18, 24].map((hour) => (
        <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
          {hour}
        </span>
      ))}
    </div>
  )
}

/** Is its bar wide enough to say its times? */
export function isNamed(range: TimeRange): boolean {
  return partsOf(range).some(({ from, to, continues }) => !continues && to - from >= NAMED_FROM)
}

/** Is a time of day in the morning of the day after (an end at or before its start)? */
export function endsOnNextDay({ start, end }: TimeRange): boolean {
  return minutesOf(end) <= minutesOf(start)
}
