import type { DisplayView, EntryTargets, EntryView } from '@akari/protocol'
import { type ReactElement, useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShade } from '../entry-words.ts'
import type { Days } from '../../../parts/use-office-days.ts'
import { useBarWords } from './bar-view.tsx'
import { BarPopover, type Pressed } from './bar-popover.tsx'
import { barsOf, folded, type Lanes } from './bars.ts'
import classes from './calendar.module.css'
import { CalendarHead } from './calendar-head.tsx'
import { ACTIVE_ID, CalendarRow } from './calendar-row.tsx'
import { marksOf, tintOf } from './day-marks.ts'
import { changesAnything, type Gesture } from './drag.ts'
import { NowLine } from './now-line.tsx'
import { remembered } from './remembered.ts'
import { isIn, type Row, rowsOf, targetsOfRow } from './rows.ts'
import { DAY_MINUTES, localAt, type Span, type View } from './span.ts'
import { gripOn, useDrag } from './use-drag.ts'
import { firstMinuteInSight, LABEL_PX, useGeometry } from './use-geometry.ts'
import { useKeys } from './use-keys.ts'
import { useMeetings, useTakeoversIn } from './use-around.ts'
import { useOccurrences } from './use-occurrences.ts'

/** Pixels of a lane, of the lowest row, and of the days above; the style sheet has the same. */
const LANE_PX = 25
const LEAST_PX = 44
const HEAD_PX = 66
/** More lanes than this are folded until somebody asks for them. */
const FOLDED_LANES = 5

/** Local day and times of something new, and where it is to be shown. */
type Fresh = { day: string; from: string; to: string; targets: EntryTargets | null }

type Props = {
  span: Span
  entries: readonly EntryView[]
  displays: readonly DisplayView[]
  days: Days
  today: string
  readOnly: boolean
  onNew: (fresh: Fresh) => void
  onEdit: (entry: EntryView) => void
  onMove: (gesture: Gesture) => void
  onView: (view: View, day?: string) => void
  onToday: () => void
  onStep: (direction: 1 | -1) => void
}

/** Groups and displays as rows, time to the right; only the rows in sight are in the page. */
export function Calendar(props: Props): ReactElement {
  const { span, displays, days, readOnly } = props
  const { t } = useTranslation()
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set())
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(() => new Set())
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const shadeOf = useShade()
  const words = useBarWords(span)
  const occurrences = useOccurrences(props.entries, span, days)
  const rows = useMemo(() => rowsOf(displays, open), [displays, open])
  const meetings = useMeetings(props, occurrences.complete)
  const takeoversIn = useTakeoversIn()
  const lanesOf = useLanes(props, occurrences.of, unfolded)
  const heights = rows.map((row) => Math.max(LEAST_PX, lanesOf(row).lanes * LANE_PX + 9))
  const place = useGeometry(span, heights, HEAD_PX)
  const marks = useMemo(() => marksOf(span.days, days.calendar), [span, days.calendar])
  const toggle = useCallback((key: string) => setOpen((before) => toggled(before, key)), [])
  const unfold = useCallback((key: string) => setUnfolded((before) => toggled(before, key)), [])

  const press = (row: Row, barKey: string, minute: number, x: number, y: number): void => {
    const bar = lanesOf(row).bars.find(({ key }) => key === barKey)
    const grip = bar === undefined ? null : gripOn('move', row, bar, minute, span)
    if (grip !== null && grip.kind !== 'create')
      setPressed({ entry: grip.bar.entry, occurrence: grip.occurrence, x, y })
  }
  const makeAt = (row: Row | undefined, from: number, to: number): void => {
    if (!readOnly) props.onNew(freshOf(span, row, from, to))
  }
  const drop = (gesture: Gesture): void => {
    if (gesture.grip.kind === 'create') makeAt(gesture.row, gesture.from, gesture.to)
    else if (changesAnything(gesture)) props.onMove(gesture)
  }
  const keys = useKeys({
    span,
    rows,
    lanesOf,
    readOnly,
    reveal: place.reveal,
    onOpen: (row, { bar, minute }) => {
      if (bar === null) return makeAt(row, ...slotAt(span, minute))
      const box = document.getElementById(ACTIVE_ID)?.getBoundingClientRect()
      press(row, bar.key, Math.max(minute, bar.fromMinute), box?.left ?? 0, box?.bottom ?? 0)
    },
    onNew: (row, minute) => makeAt(row, ...slotAt(span, minute)),
    onDrop: drop,
    onToggle: toggle,
    onView: props.onView,
    onToday: props.onToday,
    onStep: props.onStep,
  })
  const drag = useDrag({
    span,
    rows,
    at: place.at,
    readOnly,
    barOf: (row, key) => lanesOf(row).bars.find((bar) => bar.key === key),
    onDrop: drop,
    onClick: (row, bar, minute, { clientX, clientY }) => {
      keys.place(row, { minute, bar })
      if (bar !== null) press(row, bar.key, minute, clientX, clientY)
      else makeAt(row, ...slotAt(span, minute))
    },
  })
  const { view } = span
  const lookAt = useEffectEvent(() => place.lookAt(firstMinuteInSight(span, props.today)))
  useEffect(() => {
    // Without an answer: what scrolling gives back in newer browsers is no clean-up.
    lookAt()
  }, [view])
  const gesture = drag.gesture ?? keys.carried
  const { from, to } = place.visible
  return (
    <div
      ref={place.measured}
      className={classes.calendar}
      role="treegrid"
      aria-label={t('calendar.label', { from: span.days[0], to: span.days.at(-1) })}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={keys.row === null ? undefined : ACTIVE_ID}
      aria-busy={!occurrences.complete}
      tabIndex={0}
      data-testid="calendar"
      data-view={span.view}
      onScroll={place.onScroll}
      onFocus={(event) => event.target === event.currentTarget && keys.onFocus()}
      onKeyDown={keys.onKeyDown}
    >
      <CalendarHead
        span={span}
        marks={marks}
        today={props.today}
        trackPx={place.trackPx}
        onDay={(day) => props.onView('day', day)}
      />
      <div
        role="presentation"
        className={classes.body}
        style={{ height: place.tops.at(-1), width: place.trackPx + LABEL_PX }}
        {...drag.handlers}
      >
        <div className={classes.columns} style={{ width: place.trackPx }} aria-hidden>
          {marks.map((mark) => (
            <i key={mark.day} data-tint={tintOf(mark)} data-today={mark.day === props.today || undefined} />
          ))}
        </div>
        {rows.slice(from, to).map((row, offset) => (
          <CalendarRow
            key={row.key}
            row={row}
            index={from + offset}
            top={place.tops[from + offset] ?? 0}
            height={heights[from + offset] ?? LEAST_PX}
            trackPx={place.trackPx}
            span={span}
            lanes={lanesOf(row)}
            takeovers={takeoversIn(row)}
            behind={meetings.behind}
            stop={keys.row?.key === row.key ? keys.stop : null}
            gesture={gesture !== null && concerns(gesture, row) ? gesture : null}
            readOnly={readOnly}
            shadeOf={shadeOf}
            words={words}
            onToggle={toggle}
            onMore={unfold}
          />
        ))}
        <NowLine span={span} trackPx={place.trackPx} />
      </div>
      {pressed !== null && (
        <BarPopover
          pressed={pressed}
          conflicts={meetings.conflicts}
          entries={props.entries}
          readOnly={readOnly}
          onEdit={props.onEdit}
          onClose={() => setPressed(null)}
        />
      )}
    </div>
  )
}

/** Bars by row, each row worked out once while nothing changes. */
function useLanes(
  { span, entries }: Props,
  of: Parameters<typeof barsOf>[2],
  unfolded: ReadonlySet<string>,
): (row: Row) => Lanes {
  const entriesIn = useMemo(
    () => remembered((row: Row) => entries.filter(({ targets }) => isIn(row, targets))),
    [entries],
  )
  return useMemo(
    () =>
      remembered((row: Row) =>
        folded(barsOf(span, entriesIn(row), of), unfolded.has(row.key) ? Number.POSITIVE_INFINITY : FOLDED_LANES),
      ),
    [span, entriesIn, of, unfolded],
  )
}

/** Is the row where it is carried from, or to? */
function concerns(gesture: Gesture, row: Row): boolean {
  return gesture.row.key === row.key || gesture.grip.row.key === row.key
}

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(key)) after.add(key)
  return after
}

/** The hour, or the office hours of the day, that a press on empty time means. */
function slotAt({ view }: Span, minute: number): [number, number] {
  if (view === 'month') {
    const day = Math.floor(minute / DAY_MINUTES) * DAY_MINUTES
    return [day, day + DAY_MINUTES]
  }
  const from = Math.floor(minute / 60) * 60
  return [from, from + 60]
}

function freshOf(span: Span, row: Row | undefined, from: number, to: number): Fresh {
  const [start, end] = [localAt(span, from), localAt(span, to)]
  const targets = row === undefined ? null : targetsOfRow(row)
  if (span.view === 'month') return { day: start.day, from: '08:30', to: '17:15', targets }
  return { day: start.day, from: start.time, to: end.time, targets }
}
