import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { isWell, useFeeds } from '../api/feeds.ts'
import classes from './schedule-nav.module.css'

const PLACES = [
  { to: '/boards', name: 'boards' },
  { to: '/feeds', name: 'feeds' },
] as const

/** The pages about the town and its traffic, above each of them. Sources with something wrong are counted. */
export function TownNav(): ReactElement {
  const { t } = useTranslation()
  const unwell = useFeeds().data?.filter(({ health }) => !isWell(health)).length ?? 0
  return (
    <nav aria-label={t('town.nav.label')} className={classes.nav}>
      {PLACES.map(({ to, name }) => (
        <NavLink key={to} to={to} className={classes.place ?? ''} data-testid={`town-nav-${name}`}>
          {t(`town.nav.${name}`)}
          {name === 'feeds' && unwell > 0 && (
            <span className={classes.count}>{t('town.nav.unwell', { count: unwell })}</span>
          )}
        </NavLink>
      ))}
    </nav>
  )
}
