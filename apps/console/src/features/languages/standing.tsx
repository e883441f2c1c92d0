import type { LanguageInReview } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../api/session.ts'
import { useWhen } from '../../parts/when.ts'
import { ConfirmLanguage } from './confirm-language.tsx'
import classes from './languages.module.css'
import { StateMark } from './state-mark.tsx'
import { useAccountWords } from './who.ts'
import { WithdrawLanguage } from './withdraw-language.tsx'
import '../../parts/world-fonts.ts'

/** Where the language stands, what that means on the displays, and the two decisions: confirm, withdraw. */
export function Standing({ data }: { data: LanguageInReview }): ReactElement {
  const { t } = useTranslation()
  const { review } = data
  const { language, state, phrases, waiting, changed, openReports } = review
  return (
    <section className={classes.standing} data-state={state.is} data-testid="language-standing">
      <div>
        <p className={classes.own}>
          <b lang={language}>{t(`language.${language}`)}</b>
          <StateMark review={review} />
        </p>
        <p className={classes.effect}>{t(`languages.head.${state.is}`, { language: t(`languageIn.${language}`) })}</p>
        <WhoAndWhen data={data} />
        <p className={classes.numbers}>{t('languages.numbers', { phrases, waiting, changed, reports: openReports })}</p>
      </div>
      <Decisions data={data} />
    </section>
  )
}

function WhoAndWhen({ data: { review } }: { data: LanguageInReview }): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  const account = useAccountWords()
  const { state } = review
  switch (state.is) {
    case 'always':
      return null
    case 'confirmed':
    case 'held':
    case 'changed': {
      const { name, capacity, at, by } = state.confirmation
      return (
        <p className={classes.byWhom}>
          <b>{t('languages.by', { name, capacity })}</b>
          <span className="numbers">{t('languages.on', { at: when.full(at), by: account(by) })}</span>
        </p>
      )
    }
    case 'waiting': {
      const withdrawn = state.withdrawn?.withdrawn
      if (withdrawn == null) return null
      const { at, by, reason } = withdrawn
      return <p>{t('languages.head.withdrawn', { at: when.full(at), by: account(by), reason })}</p>
    }
  }
}

function Decisions({ data }: { data: LanguageInReview }): ReactElement | null {
  const { t } = useTranslation()
  const mayDecide = useMay('alerts')
  const [open, setOpen] = useState<'confirm' | 'withdraw' | null>(null)
  const { state, holding, phrases } = data.review
  if (state.is === 'always') return null
  if (!mayDecide) return <p className={classes.quiet}>{t('languages.looksOnly')}</p>
  const canConfirm = state.is === 'waiting' || state.is === 'changed'
  const blocked = holding > 0 ? t('languages.confirm.blocked') : phrases === 0 ? t('languages.confirm.empty') : null
  return (
    <div className={classes.decisions}>
      {canConfirm && (
        <Button
          size="md"
          leftSection={<IconCircleCheck size={20} aria-hidden />}
          disabled={blocked !== null}
          onClick={() => setOpen('confirm')}
          data-testid="language-confirm"
        >
          {t('languages.confirm.open')}
        </Button>
      )}
      {canConfirm && blocked !== null && <p className={classes.quiet}>{blocked}</p>}
      {state.is !== 'waiting' && (
        <Button
          variant={canConfirm ? 'subtle' : 'default'}
          color="vermilion"
          onClick={() => setOpen('withdraw')}
          data-testid="language-withdraw"
        >
          {t('languages.withdraw.open')}
        </Button>
      )}
      {open === 'confirm' && <ConfirmLanguage data={data} onClose={() => setOpen(null)} />}
      {open === 'withdraw' && state.is !== 'waiting' && (
        <WithdrawLanguage
          language={data.review.language}
          confirmationId={state.confirmation.id}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
