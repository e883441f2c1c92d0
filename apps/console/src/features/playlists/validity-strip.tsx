import type { DraftItem, Id, Instant } from '@akari/protocol'
import { type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, TIME_ZONE, toInstant, toLocal, weekdayOf } from '../../parts/local-time.ts'
import { useLibrary } from '../../parts/use-library.ts'
import { useNow } from '../../parts/use-now.ts'
import { dateFormat, useWhen } from '../../parts/when.ts'
import { useSceneWords } from './item-words.ts'
import { axisOf, type Dated, datesOf } from './validity-axis.ts'
import classes from './validity.module.css'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A line for every Monday as long as that is not too many; then for the first day of every month. */
const WEEKS_UP_TO_MS = 63 * DAY_MS
const SHORT = { timeZone: TIME_ZONE, month: 'numeric', day: 'numeric' } as const

/** The dates of the items that have any, over the coming days; pressing one brings it to the side. */
export function ValidityStrip({
  items,
  shownId,
  onPick,
}: {
  items: readonly DraftItem[]
  shownId: Id | null
  onPick: (id: Id) => void
}): ReactElement | null {
  const { t } = useTranslation()
  const words = useSceneWords()
  const dates = useDatesInWords()
  const { assets, posters } = useLibrary()
  const nowMs = useNow(HOUR_MS)
  const dated = useMemo(
    () =>
      items.flatMap((item) => {
        const { scene } = item
        const picture = scene.kind === 'poster' ? posters.find(({ id }) => id === scene.posterId)?.pictureId : null
        const found = datesOf(item, assets, scene.kind === 'asset' ? scene.assetId : (picture ?? null))
        return found === null ? [] : [found]
      }),
    [items, assets, posters],
  )
  if (dated.length === 0) return null
  const { bars, ticks, nowAt } = axisOf(dated, nowMs, lineDays)
  const titleOf = (id: Id): string => {
    const item = items.find((each) => each.id === id)
    return item === undefined ? '' : words(item.scene).title
  }
  return (
    <section className={classes.strip} aria-label={t('validity.title')} data-testid="validity">
      <h2>{t('validity.title')}</h2>
      <div className={classes.scale} aria-hidden>
        <div className={classes.scaleTrack}>
          {ticks.map(({ at, left }) => (
            <span key={at} style={{ left: `${left}%` }}>
              {dates.day(at)}
            </span>
          ))}
        </div>
      </div>
      <ul>
        {bars.map(({ id, left, width, state, ...span }) => (
          <li key={id}>
            <button type="button" aria-pressed={id === shownId} onClick={() => onPick(id)}>
              <b>{titleOf(id)}</b>
              <span className={classes.track} aria-hidden>
                {ticks.map((tick) => (
                  <s key={tick.at} style={{ left: `${tick.left}%` }} />
                ))}
                <i data-state={state} style={{ left: `${left}%`, width: `${width}%` }} />
                <em style={{ left: `${nowAt}%` }} />
              </span>
              <small data-state={state}>{dates.span(span)}</small>
            </button>
          </li>
        ))}
      </ul>
      {items.length > dated.length && (
        <p className={classes.rest}>{t('validity.always', { count: items.length - dated.length })}</p>
      )}
    </section>
  )
}

function useDatesInWords(): { day: (at: Instant) => string; span: (dates: Pick<Dated, 'from' | 'until'>) => string } {
  const { t, i18n } = useTranslation()
  const when = useWhen()
  return {
    day: (at) => dateFormat(i18n.language, SHORT).format(new Date(at)),
    span: ({ from, until }) => {
      if (from !== null && until !== null)
        return t('validity.between', { from: when.day(from), until: when.dayAndTime(until) })
      return from === null
        ? t('validity.until', { until: until === null ? '' : when.dayAndTime(until) })
        : t('validity.from', { from: when.dayAndTime(from) })
    },
  }
}

/** The local days on which a line is drawn: Mondays, or where that would be many the first of every month. */
function lineDays(fromMs: number, toMs: number): Instant[] {
  const first = toLocal(fromMs, TIME_ZONE).slice(0, 10)
  const days = Array.from({ length: Math.ceil((toMs - fromMs) / DAY_MS) }, (_, n) => addDays(first, n + 1))
  const wanted = days.filter((day) => (toMs - fromMs <= WEEKS_UP_TO_MS ? weekdayOf(day) === 0 : day.endsWith('-01')))
  return wanted.map((day) => toInstant(`${day}T00:00`, TIME_ZONE)).filter((at) => Date.parse(at) < toMs)
}
