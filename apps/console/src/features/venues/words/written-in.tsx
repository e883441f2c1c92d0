import type { Texts } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '../../../parts/texts-in.ts'
import classes from './words.module.css'

/** In which languages all of these texts are written, and in which something is missing. */
export function WrittenIn({ texts }: { texts: readonly Texts[] }): ReactElement {
  const { t } = useTranslation()
  const missing = LANGUAGES.filter((language) => texts.some((each) => (each[language] ?? '') === ''))
  if (missing.length === 0) return <span className={classes.whole}>{t('venues.words.whole')}</span>
  return (
    <span className={classes.missing}>
      {missing.length > 3
        ? t('venues.words.missingMany', { count: missing.length })
        : t('venues.words.missing', {
            names: missing.map((language) => t(`language.${language}`)).join(t('common.listSeparator')),
          })}
    </span>
  )
}
