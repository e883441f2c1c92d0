import { KIOSK_LANGUAGES, type KioskLanguage } from '@akari/protocol'
import { Tabs } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './language-tabs.module.css'
import './world-fonts.ts'

/** A form that is written language by language: a tab each, with a word on those in which something is still missing. */
export function LanguageTabs({
  label,
  language,
  missing,
  onLanguage,
  kind,
  children,
}: {
  label: string
  language: KioskLanguage
  missing: readonly KioskLanguage[]
  onLanguage: (language: KioskLanguage) => void
  /** Begins the names that tests find the tabs by. */
  kind: string
  children: ReactNode
}): ReactElement {
  const { t } = useTranslation()
  return (
    <Tabs
      value={language}
      onChange={(next) => onLanguage(KIOSK_LANGUAGES.find((each) => each === next) ?? 'ja')}
      variant="pills"
    >
      <Tabs.List aria-label={label}>
        {KIOSK_LANGUAGES.map((each) => (
          <Tabs.Tab key={each} value={each} lang={each} data-testid={`${kind}-language-${each}`}>
            {t(`language.${each}`)}
            {missing.includes(each) && <span className={classes.missing}> {t('posters.missing')}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={language} pt="md">
        {children}
      </Tabs.Panel>
    </Tabs>
  )
}
