import type { Alert } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../parts/texts-in.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './desk.module.css'

/** Signed ahead to follow what is in force: nobody can end it before it is on the glass, and a newer word takes its place. */
export function Coming({ alert }: { alert: Alert }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  return (
    <li className={classes.alert} data-phase="coming" data-testid={`coming-${alert.id}`}>
      <div className={classes.alertWords}>
        <b>{textIn(alert.words.headline)}</b>
        <span>{textIn(alert.words.instruction)}</span>
        <small>{t('desk.comingWhat')}</small>
      </div>
      {alert.effectiveAt != null && (
        <span className={classes.phase}>{t('desk.coming', { at: when.exact(alert.effectiveAt) })}</span>
      )}
    </li>
  )
}

/** In force, but on no display: the city's policy says so. */
export function NotShown({ alerts }: { alerts: readonly Alert[] }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  return (
    <div className={classes.notShown} data-testid="not-shown">
      <h3>{t('desk.notShown', { count: alerts.length })}</h3>
      <ul>
        {alerts.map((alert) => (
          <li key={alert.id}>
            <b>{textIn(alert.words.headline)}</b>
            <small>{t('desk.from', { source: textIn(alert.source.name), at: when.dayAndTime(alert.sentAt) })}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}
