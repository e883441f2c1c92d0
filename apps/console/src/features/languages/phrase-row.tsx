import type { Language, PhraseInReview } from '@akari/protocol'
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconMessageReport } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import page from './languages.module.css'
import classes from './phrases.module.css'
import { PhraseText } from './phrase-text.tsx'
import { partOf } from './sections.ts'

const BESIDE: readonly Language[] = ['ja', 'en']

/** A phrase in the language beside Japanese and English, and how it stands. */
export function PhraseRow({
  phrase,
  language,
  onReport,
}: {
  phrase: PhraseInReview
  language: Language
  onReport: (key: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const { key, texts, status, before } = phrase
  const own = texts[language]
  return (
    <div className={classes.row} data-testid={`phrase-${key}`} data-status={status}>
      <span className={classes.part}>{t(`languages.part.${partOf(key) ?? 'single'}`)}</span>
      <div className={classes.beside}>
        {BESIDE.filter((each) => each !== language).map((each) => (
          <PhraseText key={each} text={texts[each] ?? ''} language={each} />
        ))}
      </div>
      <div className={classes.ownText}>
        {own === undefined ? (
          <span className={page.quiet}>
            {t('languages.status.missing')} — {t('languages.falls')}
          </span>
        ) : (
          <PhraseText text={own} language={language} />
        )}
        {before !== null && (
          <small className={classes.before}>
            {t('languages.before')}: <PhraseText text={before} language={language} />
          </small>
        )}
      </div>
      <span className={classes.status} data-status={status}>
        {t(`languages.status.${status}`)}
      </span>
      {own !== undefined && (
        <Tooltip label={t('languages.report.open')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={() => onReport(key)}
            aria-label={t('languages.report.of', { text: texts.ja })}
            data-testid={`report-${key}`}
          >
            <IconMessageReport size={20} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  )
}
