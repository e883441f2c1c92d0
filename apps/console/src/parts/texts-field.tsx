import { type Language, type Texts } from '@akari/protocol'
import { Tabs, Textarea, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, isLanguage, withText } from './texts-in.ts'
import classes from './texts-field.module.css'
import './world-fonts.ts'

/** A text in every language: a tab each, a dot where something is written. Japanese is never left out. */
export function TextsField({
  label,
  value,
  onChange,
  lines = 1,
  testId,
}: {
  label: string
  value: Texts
  onChange: (value: Texts) => void
  lines?: number
  testId?: string
}): ReactElement {
  const { t } = useTranslation()
  const [language, setLanguage] = useState<Language>('ja')
  const input = {
    'aria-label': `${label} (${t(`language.${language}`)})`,
    lang: language,
    value: value[language] ?? '',
    required: language === 'ja',
    ...(testId === undefined ? {} : { 'data-testid': testId }),
  }
  const write = (text: string): void => onChange(withText(value, language, text))
  return (
    <fieldset className={classes.field}>
      <legend>{label}</legend>
      <Tabs
        value={language}
        onChange={(next) => isLanguage(next) && setLanguage(next)}
        variant="unstyled"
        classNames={{ list: classes.list ?? '', tab: classes.tab ?? '' }}
      >
        <Tabs.List>
          {LANGUAGES.map((each) => (
            <Tabs.Tab
              key={each}
              value={each}
              lang={each}
              data-written={value[each] === undefined || value[each] === '' ? undefined : true}
            >
              {t(`language.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={language} pt={6}>
          {lines === 1 ? (
            <TextInput {...input} onChange={(event) => write(event.currentTarget.value)} />
          ) : (
            <Textarea
              {...input}
              minRows={lines}
              autosize
              maxRows={12}
              onChange={(event) => write(event.currentTarget.value)}
            />
          )}
        </Tabs.Panel>
      </Tabs>
    </fieldset>
  )
}
