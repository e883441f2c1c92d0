import type { FeedHealth, FeedView } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { isWell } from '../../api/feeds.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'

const CLOCK_MS = 5000
const MINUTE_MS = 60_000

export type FeedWords = {
  state: string
  /** When it last gave something good. */
  last: string
  next: string
  /** What staff can do; null where nothing is wrong. */
  advice: string | null
}

/** How a source is, in plain words. */
export function useFeedWords(): (feed: FeedView) => FeedWords {
  const { t } = useTranslation()
  const when = useWhen()
  const nowMs = useNow(CLOCK_MS)
  const ago = (at: string): string => {
    const minutes = Math.floor((nowMs - Date.parse(at)) / MINUTE_MS)
    if (minutes < 1) return t('feeds.justNow')
    if (minutes < 60) return t('feeds.minutesAgo', { count: minutes })
    return when.dayAndTime(at)
  }
  return ({ health, source, timetable, key }) => {
    const { state, checkedAt, nextAt } = health
    const needsTimetable = source.kind === 'transit' && timetable === null
    return {
      state: t(`feeds.state.${state}`),
      last: checkedAt === null ? t('feeds.neverGood') : t('feeds.lastGood', { ago: ago(checkedAt) }),
      next: nextAt === null || state === 'off' ? '' : t('feeds.next', { time: when.exact(nextAt) }),
      advice: isWell(health)
        ? needsTimetable
          ? t('feeds.advice.timetable')
          : timetable?.isTooLarge === true
            ? t('feeds.advice.tooLarge')
            : timetable?.isExpired === true
              ? t('feeds.advice.expired')
              : null
        : state === 'down' && key !== null
          ? t('feeds.advice.downWithKey')
          : t(`feeds.advice.${adviceOf(state)}`),
    }
  }
}

function adviceOf(state: FeedHealth['state']): 'down' | 'mismatch' | 'frozen' | 'quarantined' {
  switch (state) {
    case 'mismatch':
    case 'frozen':
    case 'quarantined':
      return state
    case 'ok':
    case 'empty':
    case 'waiting':
    case 'off':
    case 'down':
      return 'down'
  }
}
