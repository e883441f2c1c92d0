import type { Language, PhraseInReview } from '@akari/protocol'
import { Button, Text } from '@mantine/core'
import { IconDeviceTv } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import page from './languages.module.css'
import classes from './phrases.module.css'
import { PhraseRow } from './phrase-row.tsx'
import { inSections, type Unit } from './sections.ts'

type Actions = { onPreview: (key: string) => void; onReport: (key: string) => void }

/** The phrases in the order of the book, in sections; what stands together on the glass stands together here. */
export function PhraseList({
  language,
  phrases,
  ...actions
}: { language: Language; phrases: readonly PhraseInReview[] } & Actions): ReactElement {
  const { t } = useTranslation()
  const sections = inSections(phrases)
  if (sections.length === 0) return <Text c="gray.6">{t('languages.noneFound')}</Text>
  const hasGaps = phrases.some(({ texts }) => texts.ja.includes('{'))
  return (
    <>
      {sections.map(({ section, units }) => (
        <section key={section} className={classes.section} data-testid={`phrases-${section}`}>
          <h2>
            {t(`languages.section.${section}`)}
            <small>{t('languages.phraseCount', { count: units.flatMap((unit) => unit.phrases).length })}</small>
          </h2>
          <ul>
            {units.map((unit) => (
              <UnitItem key={unit.id} unit={unit} language={language} {...actions} />
            ))}
          </ul>
        </section>
      ))}
      {hasGaps && <p className={page.quiet}>{t('languages.gaps')}</p>}
    </>
  )
}

function UnitItem({ unit, language, onPreview, onReport }: { unit: Unit; language: Language } & Actions): ReactElement {
  const { t } = useTranslation()
  const [first] = unit.phrases
  return (
    <li className={classes.unit} data-testid={`unit-${unit.id}`}>
      <div className={classes.phrases}>
        {unit.phrases.map((phrase) => (
          <PhraseRow key={phrase.key} phrase={phrase} language={language} onReport={onReport} />
        ))}
      </div>
      {first !== undefined && (
        <Button
          variant="light"
          size="xs"
          leftSection={<IconDeviceTv size={16} aria-hidden />}
          onClick={() => onPreview(first.key)}
          aria-label={`${t('languages.preview.open')}: ${first.texts.ja}`}
          data-testid={`preview-${unit.id}`}
        >
          {t('languages.preview.open')}
        </Button>
      )}
    </li>
  )
}
