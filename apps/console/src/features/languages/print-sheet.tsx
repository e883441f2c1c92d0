import type { Language, PhraseInReview } from '@akari/protocol'
import { type ReactElement, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../parts/when.ts'
import { PhraseText } from './phrase-text.tsx'
import './print-sheet.css'
import { inSections } from './sections.ts'

/** Where somebody writes by hand. */
const BLANK = '\u00A0'

/** What goes to paper instead of the page: each phrase beside Japanese and English, with a column to write in. */
export function PrintSheet({
  language,
  phrases,
}: {
  language: Language
  phrases: readonly PhraseInReview[]
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const name = t(`languageIn.${language}`)
  const [printedAt] = useState(() => new Date().toISOString())
  const at = when.full(printedAt)
  return createPortal(
    <div className="phrases-on-paper" aria-hidden>
      <h1>{t('languages.hand.printLead', { city: t('app.city'), language: name, at })}</h1>
      <p>{t('languages.hand.printAsk')}</p>
      {inSections(phrases).map(({ section, units }) => (
        <table key={section}>
          <caption>{t(`languages.section.${section}`)}</caption>
          <thead>
            <tr>
              <th>{t('languages.hand.column.ja', { language: name })}</th>
              <th>{t('languages.hand.column.en', { language: name })}</th>
              <th>{t('languages.hand.column.own', { language: name })}</th>
              <th>{t('languages.hand.column.answer', { language: name })}</th>
            </tr>
          </thead>
          <tbody>
            {units.flatMap((unit) =>
              unit.phrases.map(({ key, texts }) => (
                <tr key={key}>
                  <td>
                    <PhraseText text={texts.ja} language="ja" />
                  </td>
                  <td>
                    <PhraseText text={texts.en ?? ''} language="en" />
                  </td>
                  <td>
                    <PhraseText text={texts[language] ?? ''} language={language} />
                  </td>
                  <td>{BLANK}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      ))}
      <p className="phrases-on-paper-sign">{t('languages.hand.sign')}</p>
    </div>,
    document.body,
  )
}
