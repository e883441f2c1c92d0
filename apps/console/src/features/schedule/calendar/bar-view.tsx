import { PRIORITIES, type Priority } from '@akari/protocol'
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconArrowsShuffle,
  IconChevronsUp,
  IconChevronUp,
  IconRepeat,
  IconTextCaption,
} from '@tabler/icons-react'
import { memo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE, toLocal } from '../../../parts/local-time.ts'
import { useShade } from '../entry-words.ts'
import type { Bar } from './bars.ts'
import classes from './calendar.module.css'
import { isResizable } from './drag.ts'
import type { Span } from './span.ts'

type Props = {
  bar: Bar
  span: Span
  id: string
  /** On some displays of the row only. */
  inPart: boolean
  active: boolean
  dragged: boolean
  readOnly: boolean
}

/** What an entry shows, as a bar; role and priority by shape, icon and word, never by colour alone. */
export const BarView = memo(function BarView({
  bar,
  span,
  id,
  inPart,
  active,
  dragged,
  readOnly,
}: Props): ReactElement {
  const { t } = useTranslation()
  const shade = useShade()
  const words = useBarWords()
  const { entry } = bar
  const from = Math.max(0, bar.fromMinute)
  const to = Math.min(span.minutes, bar.toMinute)
  const labelTo = Math.min(span.minutes, Math.max(to, bar.labelTo))
  const percent = (minutes: number): string => `${(minutes / span.minutes) * 100}%`
  const role = entry.role?.kind ?? 'scheduled'
  return (
    <div
      role="gridcell"
      id={id}
      className={classes.bar}
      style={{
        left: percent(from),
        width: percent(labelTo - from),
        top: `calc(${bar.lane} * var(--lane) + 4px)`,
      }}
      aria-label={words.full(bar)}
      data-bar={bar.key}
      data-entry={entry.id}
      data-role={role}
      data-priority={PRIORITIES.indexOf(entry.priority)}
      data-shade={shade(entry.playlistId)}
      data-part={inPart || undefined}
      data-before={bar.fromMinute < 0 || undefined}
      data-after={bar.toMinute > span.minutes || undefined}
      data-active={active || undefined}
      data-dragged={dragged || undefined}
    >
      <span className={classes.solid} style={{ width: `${((to - from) / (labelTo - from)) * 100}%` }}>
        {!readOnly && isResizable(bar, span.view) && (
          <>
            {bar.fromMinute >= 0 && <i className={classes.edge} data-edge="start" />}
            {bar.toMinute <= span.minutes && <i className={classes.edge} data-edge="end" />}
          </>
        )}
      </span>
      <span className={classes.text} aria-hidden>
        {role === 'interrupt' && <IconArrowsShuffle size={13} />}
        {role === 'overlay' && <IconTextCaption size={13} />}
        {entry.priority !== 'normal' && (
          <em>
            <PriorityIcon priority={entry.priority} />
            {span.view === 'day' && t(`priority.${entry.priority}`)}
          </em>
        )}
        <b>{entry.name}</b>
        <span className="numbers">{words.time(bar)}</span>
        {entry.rule.rrule !== null && span.view === 'day' && <IconRepeat size={12} />}
      </span>
    </div>
  )
})

function PriorityIcon({ priority }: { priority: Exclude<Priority, 'normal'> }): ReactElement {
  switch (priority) {
    case 'raised':
      return <IconChevronUp size={12} stroke={3} />
    case 'high':
      return <IconChevronsUp size={12} stroke={3} />
    case 'urgent':
      return <IconAlertTriangle size={12} />
    case 'top':
      return <IconAlertOctagon size={12} />
  }
}

/** A bar in words: its time, and everything about it for those who do not see it. */
export function useBarWords(): { time: (bar: Bar) => string; full: (bar: Bar) => string } {
  const { t, i18n } = useTranslation()
  const day = new Intl.DateTimeFormat(i18n.language, { timeZone: TIME_ZONE, month: 'long', day: 'numeric' })
  const time = ({ occurrences, entry }: Bar): string => {
    if (entry.rule.allDay === true) return t('calendar.allDay')
    const [first] = occurrences
    if (first === undefined) return ''
    return `${toLocal(first.startsAt, TIME_ZONE).slice(11)}–${toLocal(first.endsAt, TIME_ZONE).slice(11)}`
  }
  return {
    time,
    full: (bar) => {
      const [first, last] = [bar.occurrences[0], bar.occurrences.at(-1)]
      const role = bar.entry.role?.kind ?? 'scheduled'
      const when =
        first === undefined || last === undefined
          ? ''
          : first === last
            ? day.format(new Date(first.startsAt))
            : day.formatRange(new Date(first.startsAt), new Date(last.startsAt))
      return t('calendar.barLabel', {
        name: bar.entry.name,
        when,
        time: time(bar),
        priority: t(`priority.${bar.entry.priority}`),
        role: t(`calendar.role.${role}`),
      })
    },
  }
}
