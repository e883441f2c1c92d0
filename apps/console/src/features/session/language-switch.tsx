import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CONSOLE_LANGUAGES } from '../../app/languages.ts'
import classes from './language-switch.module.css'

/** 日本語 / English. */
export function LanguageSwitch({ dark = false }: { dark?: boolean }): ReactElement {
  const { t, i18n } = useTranslation()
  return (
    <div className={classes.switch} role="group" aria-label={t('shell.language')} data-dark={dark || undefined}>
      {CONSOLE_LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          data-testid={`language-${language}`}
          onClick={() => void i18n.changeLanguage(language)}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </div>
  )
}
