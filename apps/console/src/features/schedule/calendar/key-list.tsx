import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './calendar.module.css'

const KEYS = ['walk', 'open', 'new', 'today', 'views', 'carry'] as const

/** Which keys do what in the calendar. */
export function KeyList(): ReactElement {
  const { t } = useTranslation()
  return (
    <p className={classes.keys}>
      {KEYS.map((key) => (
        <span key={key}>
          <kbd>{t(`calendar.key.${key}`)}</kbd> {t(`calendar.does.${key}`)}
        </span>
      ))}
    </p>
  )
}
