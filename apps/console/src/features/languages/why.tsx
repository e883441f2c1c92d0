import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './languages.module.css'

/** What confirmation means, in plain words: no machine writes on the glass, and what happens without. */
export function Why(): ReactElement {
  const { t } = useTranslation()
  return (
    <section className={classes.why} aria-label={t('languages.why.label')}>
      <IconInfoCircle size={26} stroke={1.6} aria-hidden />
      <div>
        <p>
          <b>{t('languages.why.noMachine')}</b>
        </p>
        <p>{t('languages.why.without')}</p>
        <p>{t('languages.why.drills')}</p>
      </div>
    </section>
  )
}
