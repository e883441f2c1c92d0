import type { TakeoverView as Takeover } from '@akari/protocol'
import { IconBolt } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE, toLocal } from '../../../parts/local-time.ts'
import classes from './calendar.module.css'
import { minuteIn, type Span } from './span.ts'

/** An operator's takeover lies over everything that the row would show meanwhile. */
export function TakeoverView({ takeover, span }: { takeover: Takeover; span: Span }): ReactElement | null {
  const { t } = useTranslation()
  const minute = minuteIn(span)
  const from = Math.max(0, minute(Date.parse(takeover.startsAt)))
  const to = Math.min(span.minutes, minute(Date.parse(takeover.endsAt)))
  if (to <= from) return null
  const clock = (at: string): string => toLocal(at, TIME_ZONE).slice(5).replace('-', '/').replace('T', ' ')
  const label = t('calendar.takeover', {
    name: takeover.name,
    from: clock(takeover.startsAt),
    to: clock(takeover.endsAt),
  })
  return (
    <div
      role="gridcell"
      className={classes.takeover}
      style={{ left: `${(from / span.minutes) * 100}%`, width: `${((to - from) / span.minutes) * 100}%` }}
      title={label}
      data-testid="calendar-takeover"
    >
      <span>
        <IconBolt size={13} aria-hidden />
        {label}
      </span>
    </div>
  )
}
