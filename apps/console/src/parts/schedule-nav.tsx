import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useTakeovers } from '../api/schedule.ts'
import { useNow } from './use-now.ts'
import classes from './schedule-nav.module.css'

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
  return (
    <nav aria-label={t('timing.nav.label')} className={classes.nav}>
      {PLACES.map(({ to, name }) => (
        <NavLink key={to} to={to} end className={classes.place ?? ''} data-testid={`schedule-nav-${name}`}>
          {t(`timing.nav.${name}`)}
          {name === 'takeovers' && running > 0 && (
            <span className={classes.count}>{t('timing.nav.running', { count: running })}</span>
          )}
        </NavLink>
      ))}
    </nav>
  )
}
