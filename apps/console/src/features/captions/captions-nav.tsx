import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import classes from '../../parts/schedule-nav.module.css'

const PLACES = [
  { to: '/captions', name: 'transcripts' },
  { to: '/captions/terms', name: 'terms' },
  { to: '/captions/settings', name: 'settings' },
] as const

/** The pages about captions, above each of them; whoever reads one transcript is still among the transcripts. */
export function CaptionsNav(): ReactElement {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const here = PLACES.find(({ to }) => to === pathname) ?? PLACES[0]
  return (
    <nav aria-label={t('captions.nav.label')} className={classes.nav}>
      {PLACES.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          className={classes.place ?? ''}
          aria-current={here.to === to ? 'page' : undefined}
          data-testid={`captions-nav-${name}`}
        >
          {t(`captions.nav.${name}`)}
        </Link>
      ))}
    </nav>
  )
}
