import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './venues.module.css'

export const VIEWS = ['check', 'plan', 'words', 'try'] as const
export type View = (typeof VIEWS)[number]

/** Reads a view from the address; the first where there is none. */
export function viewOf(name: string | null): View {
  return VIEWS.find((view) => view === name) ?? 'check'
}

/** The pages of one venue. Those of the draft are one page with several views: a draft is not left by looking at another. */
export function VenueNav({
  id,
  at,
  inTheWay = 0,
  closures,
}: {
  id: string
  at: View | 'closures' | 'desk'
  /** Rooms that keep it from being published. */
  inTheWay?: number
  closures: number
}): ReactElement {
  const { t } = useTranslation()
  const here = `/venues/${encodeURIComponent(id)}`
  const places = [
    ...VIEWS.map((view) => ({ name: view, to: view === 'check' ? here : `${here}?view=${view}` })),
    { name: 'closures' as const, to: `${here}/closures` },
    { name: 'desk' as const, to: `${here}/desk` },
  ]
  return (
    <nav className={classes.nav} aria-label={t('venues.nav.label')}>
      {places.map(({ name, to }) => (
        <Link key={name} to={to} aria-current={name === at ? 'page' : undefined} data-testid={`venue-nav-${name}`}>
          {t(`venues.nav.${name}`)}
          {name === 'check' && inTheWay > 0 && <span className={classes.count}>{inTheWay}</span>}
          {name === 'closures' && closures > 0 && (
            <span className={classes.count} data-kind="closed">
              {t('venues.nav.closed', { count: closures })}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
