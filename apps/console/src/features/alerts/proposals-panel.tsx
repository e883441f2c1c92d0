import type { Channel, Proposal } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useProposals } from '../../api/desk-messages.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { useWhen } from '../../parts/when.ts'
import { usePerson } from './person.ts'
import { ProposalCard } from './proposal-card.tsx'
import classes from './desk.module.css'
import styles from './proposals.module.css'

/** What waits for a second person on this channel, and what was said to who asks. Nothing while there is none. */
export function ProposalsPanel({ channel, mayAct }: { channel: Channel; mayAct: boolean }): ReactElement | null {
  const { t } = useTranslation()
  const all = (useProposals().data?.proposals ?? []).filter(({ message }) => message.channel === channel)
  const waiting = all.filter(({ state }) => state === 'waiting')
  const answered = all.filter(({ state, you }) => state === 'returned' && you === 'proposed').slice(0, 3)
  if (waiting.length === 0 && answered.length === 0) return null
  return (
    <section className={styles.panel} aria-label={t('proposal.title')} aria-live="polite" data-testid="proposals">
      {waiting.length > 0 && (
        <h2>
          {t(`proposal.waiting.${channel}`)}
          <span className={classes.tally}>{waiting.length}</span>
        </h2>
      )}
      {waiting.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} mayAct={mayAct} />
      ))}
      {answered.map((proposal) => (
        <Returned key={proposal.id} proposal={proposal} />
      ))}
    </section>
  )
}

function Returned({ proposal }: { proposal: Proposal }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const person = usePerson()
  const { alert, decidedBy, decidedAt, comment } = proposal
  return (
    <p className={styles.returned} data-testid={`returned-${proposal.id}`}>
      <b>{t('proposal.returned', { title: textIn(alert.words.headline), who: person(decidedBy ?? '') })}</b>
      <span>{comment}</span>
      <small className="numbers">{decidedAt === null ? '' : when.time(decidedAt)}</small>
    </p>
  )
}
