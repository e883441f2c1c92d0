import { PRIORITIES, type Priority } from '@akari/protocol'
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconArrowsShuffle,
  IconChevronsUp,
  IconChevronUp,
  IconEyeOff,
  IconRepeat,
  IconTextCaption,
} from '@tabler/icons-react'
import { memo, type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE } from '../../../parts/local-time.ts'
import { dateFormat } from '../../../parts/when.ts'
import type { Bar } from './bars.ts'
import classes from './calendar.module.css'
import { isResizable } from './drag.ts'
import { DAY_MINUTES, localAt, type Span, type View } from './span.ts'

/** A bar this long has room for the word of its priority beside the icon. */
const WORD_MINUTES = 180

type Props = {
  bar: Bar
  span: Span
  id: string
  /** On some displays of the row only. */
  inPart: boolean
  active: boolean
  dragged: boolean
  readOnly: boolean
  /** Somewhere in it another entry goes before. */
  givesWay: boolean
  shade: number
  words: BarWords
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
  givesWay,
  shade,
  words,
}: Props): ReactElement {
  const { entry } = bar
  const from = Math.max(0, bar.fromMinute)
  const to = Math.min(span.minutes, bar.toMinute)
  const label = { from: bar.label.from, to: Math.min(span.minutes, bar.label.to) }
  const room = label.to - label.from
  const percent = (minutes: number): string => `${(minutes / span.minutes) * 100}%`
  const role = entry.role?.kind ?? 'scheduled'
  return (
    <div
      role="gridcell"
      id={id}
      className={classes.bar}
      style={{
        left: percent(label.from),
        width: percent(room),
        top: `calc(${bar.lane} * var(--lane) + 4px)`,
      }}
      data-bar={bar.key}
      data-entry={entry.id}
      data-role={role}
      data-priority={PRIORITIES.indexOf(entry.priority)}
      data-shade={shade}
      data-gives-way={givesWay || undefined}
      data-part={inPart || undefined}
      data-short={label.to > to || label.from < from || undefined}
      data-before={bar.fromMinute < 0 || undefined}
      data-after={bar.toMinute > span.minutes || undefined}
      data-active={active || undefined}
      data-dragged={dragged || undefined}
    >
      <span
        className={classes.solid}
        style={{ left: `${((from - label.from) / room) * 100}%`, width: `${((to - from) / room) * 100}%` }}
      >
        {!readOnly && isResizable(bar, span.view) && (
          <>
            {bar.fromMinute >= 0 && <i className={classes.edge} data-edge="start" />}
            {bar.toMinute <= span.minutes && <i className={classes.edge} data-edge="end" />}
          </>
        )}
      </span>
      <span className={classes.spoken}>
        {words.full(bar)} {givesWay && words.givesWay}
      </span>
      <span className={classes.text} aria-hidden>
        {/* The text begins with its bar, and earlier only as far as it has no room. */}
        <i className={classes.lead} style={{ flexBasis: `${((from - label.from) / room) * 100}%` }} />
        {givesWay && <IconEyeOff size={13} />}
        {role === 'interrupt' && <IconArrowsShuffle size={13} />}
        {role === 'overlay' && <IconTextCaption size={13} />}
        {entry.priority !== 'normal' && (
          <em>
            <PriorityIcon priority={entry.priority} />
            {span.view === 'day' && to - from >= WORD_MINUTES && words.priority[entry.priority]}
          </em>
        )}
        <b>{entry.name}</b>
        {showsTime(span.view, to - from) && <span className="numbers">{words.time(bar)}</span>}
        {entry.rule.rrule !== null && span.view === 'day' && <IconRepeat size={12} />}
      </span>
    </div>
  )
})

/** In a week the place tells the time; in a month only a long bar has room for it. */
function showsTime(view: View, minutes: number): boolean {
  return view === 'day' || (view === 'month' && minutes >= 5 * DAY_MINUTES)
}

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

/** A bar in words: its time, its priority, and everything about it for those who do not see it. */
export type BarWords = {
  time: (bar: Bar) => string
  full: (bar: Bar) => string
  priority: Readonly<Record<Priority, string>>
  givesWay: string
}

/** The words of a span's bars; the same as long as span and language are the same. Hundreds of bars ask for the same few. */
export function useBarWords(span: Span): BarWords {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  return useMemo(() => {
    const day = dateFormat(language, { timeZone: TIME_ZONE, month: 'long', day: 'numeric' })
    const allDay = t('calendar.allDay')
    const roles = {
      scheduled: t('calendar.role.scheduled'),
      interrupt: t('calendar.role.interrupt'),
      overlay: t('calendar.role.overlay'),
    }
    const priority = {
      normal: t('priority.normal'),
      raised: t('priority.raised'),
      high: t('priority.high'),
      urgent: t('priority.urgent'),
      top: t('priority.top'),
    }
    const written = new Map<string, string>()
    const days = ({ occurrences }: Bar): string => {
      const [first, last] = [occurrences[0], occurrences.at(-1)]
      if (first === undefined || last === undefined) return ''
      const key = `${first.startsAt} ${last.startsAt}`
      const known = written.get(key) ?? day.formatRange(new Date(first.startsAt), new Date(last.startsAt))
      written.set(key, known)
      return known
    }
    const time = ({ first, entry }: Bar): string =>
      entry.rule.allDay === true ? allDay : `${localAt(span, first.from).time}–${localAt(span, first.to).time}`
    return {
      time,
      full: (bar) =>
        t('calendar.barLabel', {
          name: bar.entry.name,
          when: days(bar),
          time: time(bar),
          priority: priority[bar.entry.priority],
          role: roles[bar.entry.role?.kind ?? 'scheduled'],
        }),
      priority,
      givesWay: t('conflicts.gives'),
    }
  }, [t, language, span])
}
