import type { Language, Texts } from '@akari/protocol'
import { Textarea, UnstyledButton } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, withText } from '../../../parts/texts-in.ts'
import '../../../parts/world-fonts.ts'
import classes from './words.module.css'

type SideField = { label: string; value: Texts; onChange: (value: Texts) => void; lines: number; testId: string }

/** Texts in Japanese, and beside them in another language of one's choice; languages with something missing are marked. */
export function SideBySide({ fields }: { fields: readonly SideField[] }): ReactElement {
  const { t } = useTranslation()
  const [beside, setBeside] = useState<Language>('en')
  /** The same text stands at one height in both. */
  const rows = `span ${fields.length + 1}`
  const isMissing = (language: Language): boolean => fields.some(({ value }) => (value[language] ?? '') === '')
  const input = ({ label, value, onChange, lines, testId }: SideField, language: Language): ReactElement => (
    <Textarea
      key={`${testId} ${language}`}
      label={label}
      aria-label={`${label} (${t(`language.${language}`)})`}
      lang={language}
      value={value[language] ?? ''}
      minRows={lines}
      autosize
      maxRows={12}
      maxLength={2000}
      required={language === 'ja'}
      withAsterisk={false}
      onChange={(event) => onChange(withText(value, language, event.currentTarget.value))}
      data-testid={`${testId}-${language}`}
    />
  )
  return (
    <div className={classes.sides}>
      <section aria-label={t('language.ja')} style={{ gridRow: rows }}>
        <h3>{t('language.ja')}</h3>
        {fields.map((field) => input(field, 'ja'))}
      </section>
      <section aria-label={t(`language.${beside}`)} style={{ gridRow: rows }}>
        <div className={classes.languages} role="group" aria-label={t('venues.words.beside')}>
          {LANGUAGES.filter((language) => language !== 'ja').map((language) => (
            <UnstyledButton
              key={language}
              lang={language}
              aria-pressed={language === beside}
              data-missing={isMissing(language) || undefined}
              onClick={() => setBeside(language)}
            >
              {t(`language.${language}`)}
              {isMissing(language) && <small lang={undefined}>{t('venues.words.gap')}</small>}
            </UnstyledButton>
          ))}
        </div>
        {fields.map((field) => input(field, beside))}
      </section>
    </div>
  )
}
