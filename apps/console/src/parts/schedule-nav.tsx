import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTakeovers } from '../api/schedule.ts'
import { useNow } from './use-now.ts'
import { SectionNav } from './section-nav.tsx'

const PLACES = [
  { to: '/schedule', name: 'calendar' },
  { to: '/schedule/takeovers', name: 'takeovers' },
  { to: '/schedule/ticker', name: 'ticker' },
  { to: '/schedule/dayparts', name: 'dayparts' },
  { to: '/schedule/days', name: 'days' },
  { to: '/schedule/hours', name: 'hours' },
  { to: '/schedule/sound', name: 'sound' },
] as const

const LOOK_AGAIN_MS = 15_000

/** The pages of the schedule, above each of them. What takes over now is marked. */
export function ScheduleNav(): ReactElement {
  const { t } = useTranslation()
  const nowMs = useNow(LOOK_AGAIN_MS)
  const running =
    useTakeovers().data?.filter(
      ({ state, startsAt, endsAt }) => state !== 'ended' && Date.parse(startsAt) <= nowMs && nowMs < Date.parse(endsAt),
    ).length ?? 0
  const mark = running > 0 ? t('timing.nav.running', { count: running }) : null
  const places = PLACES.map(({ to, name }) => ({
    to,
    name,
    text: t(`timing.nav.${name}`),
    mark: name === 'takeovers' ? mark : null,
  }))
  return <SectionNav label={t('timing.nav.label')} section="schedule" places={places} />
}
