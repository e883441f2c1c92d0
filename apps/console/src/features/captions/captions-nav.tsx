import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import classes from '../../parts/schedule-nav.module.css'

const PLACES = [
  { to: '/captions', name: 'transcripts' },
  { to: '/captions/terms', name: 'terms' },
  { to: '/captions/settings', name: 'settings' },
] as const

/** The pages about captions, above each of them. */
export function CaptionsNav(): ReactElement {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('captions.nav.label')} className={classes.nav}>
      {PLACES.map(({ to, name }) => (
        <NavLink key={to} to={to} end className={classes.place ?? ''} data-testid={`captions-nav-${name}`}>
          {t(`captions.nav.${name}`)}
        </NavLink>
      ))}
    </nav>
  )
}
