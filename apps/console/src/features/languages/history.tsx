import type { Language, PhraseConfirmation } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../parts/when.ts'
import classes from './languages.module.css'
import { useAccountWords } from './who.ts'

/** Who stood for the language, ever: newest first, withdrawals with their reason. */
export function History({
  language,
  confirmations,
}: {
  language: Language
  confirmations: readonly PhraseConfirmation[]
}): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  const account = useAccountWords()
  if (confirmations.length === 0) return null
  return (
    <section className={classes.history} data-testid={`history-${language}`}>
      <h2>{t('languages.history.title')}</h2>
      <ol>
        {confirmations.map(({ id, name, capacity, at, by, phrases, note, withdrawn }) => (
          <li key={id}>
            <b>{t('languages.by', { name, capacity })}</b>
            <span className="numbers">{t('languages.on', { at: when.full(at), by: account(by) })}</span>
            <span>{t('languages.history.phrases', { count: phrases })}</span>
            {note !== '' && <q>{note}</q>}
            {withdrawn !== null && (
              <em>
                {t('languages.history.withdrawn', {
                  at: when.full(withdrawn.at),
                  by: account(withdrawn.by),
                  reason: withdrawn.reason,
                })}
              </em>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
