import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import mark from '@akari/scenes/akari.svg'
import { ClearWarning } from '../../app/clear-warning.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { CityHallAtDusk } from './city-hall-at-dusk.tsx'
import classes from './threshold.module.css'

/** What one sees before coming in: the city hall at dusk, and a form beside it. */
export function Threshold({
  title,
  lead,
  children,
}: {
  title: string
  lead: string
  children: ReactNode
}): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={classes.threshold}>
      <ClearWarning />
      <aside className={classes.scene} aria-label={t('app.name')}>
        <CityHallAtDusk />
        <p className={classes.motto}>{t('app.motto')}</p>
      </aside>
      <main className={classes.side}>
        <header className={classes.brand}>
          <img src={mark} alt="" width={40} height={40} />
          <span>{t('app.name')}</span>
          <small>{t('app.city')}</small>
          <LanguageSwitch />
        </header>
        <div className={classes.form}>
          <h1>{title}</h1>
          <p>{lead}</p>
          {children}
        </div>
        <footer className={classes.foot}>{t('app.what')}</footer>
      </main>
    </div>
  )
}
