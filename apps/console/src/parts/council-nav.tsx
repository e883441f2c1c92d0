import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import classes from './schedule-nav.module.css'

const PLACES = [
  { to: '/sittings', name: 'sittings' },
  { to: '/recordings', name: 'recordings' },
  { to: '/streams', name: 'streams' },
] as const

/** The pages about the council's sittings, above each of them. */
export function CouncilNav(): ReactElement {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('recordings.nav.label')} className={classes.nav}>
      {PLACES.map(({ to, name }) => (
        <NavLink key={to} to={to} className={classes.place ?? ''} data-testid={`council-nav-${name}`}>
          {t(`recordings.nav.${name}`)}
        </NavLink>
      ))}
    </nav>
  )
}
