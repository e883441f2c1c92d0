import { IconLockOpen } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './clear-warning.module.css'
import { isInTheClear } from './in-the-clear.ts'

/** Says that passwords travel readable, and what to do. Nothing on TLS or on the server's own machine. */
export function ClearWarning(): ReactElement | null {
  const { t } = useTranslation()
  if (!isInTheClear(window.location)) return null
  return (
    <aside className={classes.warning} aria-label={t('clear.label')} data-testid="clear-warning">
      <IconLockOpen size={20} stroke={1.8} aria-hidden />
      <p>
        <strong>{t('clear.what')}</strong> {t('clear.why')} <span>{t('clear.next')}</span>
      </p>
    </aside>
  )
}
