import { notifications } from '@mantine/notifications'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CONSOLE_LANGUAGES, type ConsoleLanguage } from '../../app/languages.ts'
import { changeLanguage } from '../../app/texts.ts'
import classes from './language-switch.module.css'

/** 日本語 / English. */
export function LanguageSwitch({ dark = false }: { dark?: boolean }): ReactElement {
  const { t, i18n } = useTranslation()
  const choose = async (language: ConsoleLanguage): Promise<void> => {
    const changed = await changeLanguage(language)
    if (!changed) notifications.show({ color: 'vermilion', message: t('shell.languageAway') })
  }
  return (
    <div className={classes.switch} role="group" aria-label={t('shell.language')} data-dark={dark || undefined}>
      {CONSOLE_LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          data-testid={`language-${language}`}
          onClick={() => void choose(language)}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </div>
  )
}
