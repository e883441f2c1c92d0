import type { SittingView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { Calendar } from '@mantine/dates'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE, toLocal } from '../../parts/local-time.ts'
import { useWhen } from '../../parts/when.ts'
import { useOverlaps } from './overlaps.tsx'
import classes from './sittings.module.css'

/** A month in which days with sittings are marked; pressing one shows its sittings alone. */
export function MonthOfSittings({
  sittings,
  day: chosen,
  onDay,
}: {
  sittings: readonly SittingView[]
  /** `YYYY-MM-DD`; null: every day. */
  day: string | null
  onDay: (day: string | null) => void
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const [shown, setShown] = useState(() => toLocal(Date.now(), TIME_ZONE).slice(0, 10))
  const overlapsOf = useOverlaps()
  const overlapping = new Set(
    sittings
      .filter((sitting) => !sitting.isOver && overlapsOf(sitting).length > 0)
      .map(({ startsAt }) => toLocal(startsAt, TIME_ZONE).slice(0, 10)),
  )
  const counts = Map.groupBy(sittings, ({ startsAt }) => toLocal(startsAt, TIME_ZONE).slice(0, 10))
  return (
    <section className={classes.month} aria-label={t('sittings.calendar')}>
      <Calendar
        date={shown}
        onDateChange={setShown}
        maxLevel="month"
        hideOutsideDates
        size="sm"
        previousLabel={t('calendar.before')}
        nextLabel={t('calendar.after')}
        getDayProps={(day) => {
          const count = counts.get(day)?.length ?? 0
          return {
            selected: day === chosen,
            'data-sittings': count === 0 ? undefined : true,
            'data-overlap': overlapping.has(day) || undefined,
            'aria-label': t(overlapping.has(day) ? 'sittings.dayOverlapping' : 'sittings.dayWith', {
              day: when.date(day),
              count,
            }),
            onClick: () => onDay(day === chosen ? null : day),
            className: classes.day ?? '',
          }
        }}
      />
      {overlapping.size > 0 && <p className={classes.overlapKey}>{t('sittings.overlapKey')}</p>}
      {chosen !== null && (
        <Button variant="default" size="xs" onClick={() => onDay(null)}>
          {t('sittings.everyDay')}
        </Button>
      )}
    </section>
  )
}
