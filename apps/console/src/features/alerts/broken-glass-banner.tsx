import { Button } from '@mantine/core'
import { IconHammer } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useAcknowledgeBreakGlass, useProposals } from '../../api/desk-messages.ts'
import { useMay, useSession } from '../../api/session.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { useWhen } from '../../parts/when.ts'
import { usePerson } from './person.ts'
import styles from './proposals.module.css'

/** What one person sent out alone, over the whole desk of administrators until another than that person has seen it. */
export function BrokenGlassBanner(): ReactElement | null {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const person = usePerson()
  const acknowledge = useAcknowledgeBreakGlass()
  const administers = useMay('administration')
  const username = useSession().data?.username
  const records = useProposals().data?.brokenGlass ?? []
  if (!administers || records.length === 0) return null
  return (
    <section className={styles.broken} aria-label={t('breakGlass.flag')} role="status" data-testid="broken-glass">
      {records.map(({ alertId, at, by, reason, headline }) => (
        <div key={`${alertId} ${at}`}>
          <IconHammer size={24} aria-hidden />
          <p>
            <b>{t('breakGlass.told', { who: person(by), at: when.dayAndTime(at), title: textIn(headline) })}</b>
            <span>{t('breakGlass.because', { reason })}</span>
          </p>
          {by === `user:${username}` ? (
            <small>{t('breakGlass.anotherAdmin')}</small>
          ) : (
            <Button
              variant="white"
              color="dark"
              loading={acknowledge.isPending}
              onClick={() => acknowledge.mutate(alertId)}
              data-testid={`broken-glass-seen-${alertId}`}
            >
              {t('breakGlass.seen')}
            </Button>
          )}
        </div>
      ))}
    </section>
  )
}
