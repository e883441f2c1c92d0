import { IconChevronDown, IconChevronRight, IconDeviceTv } from '@tabler/icons-react'
import type { TakeoverView as Takeover } from '@akari/protocol'
import { memo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type BarWords, BarView } from './bar-view.tsx'
import type { Lanes } from './bars.ts'
import classes from './calendar.module.css'
import type { Gesture } from './drag.ts'
import { isInPart, type Row } from './rows.ts'
import { localAt, type Span } from './span.ts'
import { slotOf, type Stop } from './stops.ts'
import { TakeoverView } from './takeover-view.tsx'

/** The id that names what the keyboard is on. */
export const ACTIVE_ID = 'calendar-active'

type Props = {
  row: Row
  index: number
  top: number
  height: number
  trackPx: number
  span: Span
  lanes: Lanes
  takeovers: readonly Takeover[]
  /** Occurrences that others go before, by entry and original start. */
  behind: ReadonlySet<string>
  stop: Stop | null
  gesture: Gesture | null
  readOnly: boolean
  shadeOf: (playlistId: string) => number
  words: BarWords
  onToggle: (key: string) => void
  onMore: (key: string) => void
}

/** A group or a display, and what it shows. */
export const CalendarRow = memo(function CalendarRow(props: Props): ReactElement {
  const { row, index, top, height, trackPx, span, lanes, stop, gesture, readOnly } = props
  const { t } = useTranslation()
  const inGroup = row.kind === 'display' && row.group !== null
  const moved = gesture !== null && gesture.grip.kind !== 'create' ? gesture.grip.bar.key : null
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={inGroup ? 2 : 1}
      aria-expanded={row.kind === 'group' ? row.open : undefined}
      className={classes.row}
      style={{ top, height }}
      data-kind={row.kind}
      data-testid="calendar-row"
    >
      <div role="rowheader" className={classes.label} data-inner={inGroup || undefined}>
        <RowName row={row} onToggle={props.onToggle} />
        {lanes.hidden > 0 && (
          <button type="button" tabIndex={-1} className={classes.more} onClick={() => props.onMore(row.key)}>
            {t('calendar.more', { count: lanes.hidden })}
          </button>
        )}
      </div>
      <div role="presentation" className={classes.track} style={{ width: trackPx }} data-track>
        {lanes.bars.map((bar) => (
          <BarView
            key={bar.key}
            bar={bar}
            span={span}
            id={stop?.bar?.key === bar.key ? ACTIVE_ID : `${row.key} ${bar.key}`}
            inPart={isInPart(row, bar.entry.targets)}
            active={stop?.bar?.key === bar.key}
            dragged={bar.key === moved}
            readOnly={readOnly}
            givesWay={bar.occurrences.some(({ entryId, originalStart }) =>
              props.behind.has(`${entryId} ${originalStart}`),
            )}
            shade={props.shadeOf(bar.entry.playlistId)}
            words={props.words}
          />
        ))}
        {props.takeovers.map((takeover) => (
          <TakeoverView key={takeover.id} takeover={takeover} span={span} />
        ))}
        {stop !== null && stop.bar === null && <Slot stop={stop} span={span} />}
        {gesture !== null && gesture.row.key === row.key && <Preview gesture={gesture} span={span} />}
      </div>
    </div>
  )
})

function RowName({ row, onToggle }: { row: Row; onToggle: (key: string) => void }): ReactElement {
  const { t } = useTranslation()
  if (row.kind === 'display') {
    return (
      <span className={classes.rowName}>
        <IconDeviceTv size={16} aria-hidden />
        <span>{row.display.profile.name}</span>
      </span>
    )
  }
  return (
    <button type="button" tabIndex={-1} className={classes.rowName} onClick={() => onToggle(row.key)}>
      {row.open ? <IconChevronDown size={18} aria-hidden /> : <IconChevronRight size={18} aria-hidden />}
      <b>{row.group ?? t('calendar.noGroup')}</b>
      <small className="numbers">{t('calendar.displayCount', { count: row.displays.length })}</small>
    </button>
  )
}

/** The empty time that the keyboard stands on. */
function Slot({ stop, span }: { stop: Stop; span: Span }): ReactElement {
  const { t } = useTranslation()
  const { day, time } = localAt(span, stop.minute)
  const style = {
    left: `${(stop.minute / span.minutes) * 100}%`,
    width: `${(slotOf(span.view) / span.minutes) * 100}%`,
  }
  const label = span.view === 'day' ? `${day} ${time}` : day
  return (
    <div
      role="gridcell"
      id={ACTIVE_ID}
      className={classes.slot}
      style={style}
      aria-label={t('calendar.empty', { label })}
    />
  )
}

/** Where something would be if one let go now. */
function Preview({ gesture, span }: { gesture: Gesture; span: Span }): ReactElement {
  const [from, to] = [localAt(span, gesture.from), localAt(span, gesture.to)]
  const style = {
    left: `${(gesture.from / span.minutes) * 100}%`,
    width: `${((gesture.to - gesture.from) / span.minutes) * 100}%`,
  }
  return (
    <div className={classes.preview} style={style} data-testid="calendar-preview">
      <span className="numbers">
        {span.view === 'month' ? from.day.slice(5).replace('-', '/') : `${from.time}–${to.time}`}
      </span>
    </div>
  )
}
