import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useWatch } from '../api/fleet.ts'
import classes from './schedule-nav.module.css'

const PLACES = [
  { to: '/displays', name: 'list' },
  { to: '/displays/map', name: 'map' },
  { to: '/displays/plays', name: 'plays' },
  { to: '/displays/watch', name: 'watch' },
] as const

/** The pages about displays, above each of them. Displays that are missing are counted. */
export function DeviceNav(): ReactElement {
  const { t } = useTranslation()
  const missing = useWatch().data?.alarms.length ?? 0
  return (
    <nav aria-label={t('fleet.nav.label')} className={classes.nav}>
      {PLACES.map(({ to, name }) => (
        <NavLink key={to} to={to} end className={classes.place ?? ''} data-testid={`device-nav-${name}`}>
          {t(`fleet.nav.${name}`)}
          {name === 'watch' && missing > 0 && (
            <span className={classes.count}>{t('fleet.nav.missing', { count: missing })}</span>
          )}
        </NavLink>
      ))}
    </nav>
  )
}
