import type { Proposal } from '@akari/protocol'
import { Button, Group, Popover, Textarea } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfirm, useSendBack, useWithdraw } from '../../api/desk-messages.ts'
import { useShownDisplays } from '../../api/displays.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import { BreakGlassButton } from './break-glass-button.tsx'
import { EffectWords } from './effect-words.tsx'
import { effectOf } from './effect.ts'
import { GlassPair } from './glass-pair.tsx'
import { HoldButton } from './hold-button.tsx'
import { usePerson } from './person.ts'
import { ShelterNames } from './shelter-names.tsx'
import styles from './proposals.module.css'

/** A message that waits: exactly what the glass will show, where, and what who looks at it may do. */
export function ProposalCard({ proposal, mayAct }: { proposal: Proposal; mayAct: boolean }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const person = usePerson()
  const displays = useShownDisplays().data ?? []
  const minutesLeft = Math.max(0, Math.ceil((Date.parse(proposal.expiresAt) - useNow(10_000)) / 60_000))
  const { alert, message, proposedBy, proposedAt, you } = proposal
  const effect = effectOf(alert, message.target, displays)
  return (
    <article className={styles.card} data-testid={`proposal-${proposal.id}`}>
      <header>
        <strong>{t(`proposal.badge.${you === 'proposed' ? 'own' : 'other'}`)}</strong>
        <span>{t('proposal.by', { who: person(proposedBy), at: when.time(proposedAt) })}</span>
        <span className="numbers">{t('proposal.left', { count: minutesLeft })}</span>
      </header>
      {message.corrects !== null && <p className={styles.note}>{t('proposal.corrects')}</p>}
      <GlassPair alert={alert} channel={message.channel} />
      <ShelterNames shelters={alert.shelters ?? []} />
      <EffectWords channel={message.channel} words={alert.words} effect={effect} minutes={message.minutes} />
      {mayAct && <Actions proposal={proposal} />}
    </article>
  )
}

function Actions({ proposal }: { proposal: Proposal }): ReactElement | null {
  switch (proposal.you) {
    case 'confirm':
      return <Deciding proposal={proposal} />
    case 'proposed':
      return <Own proposal={proposal} />
    case 'look':
      return null
  }
}

function Deciding({ proposal: { id, message } }: { proposal: Proposal }): ReactElement {
  const { t } = useTranslation()
  const confirm = useConfirm()
  return (
    <>
      <HoldButton
        onHeld={() => confirm.mutate(id)}
        disabled={confirm.isPending}
        hint={t('desk.holdHint')}
        testId={`proposal-confirm-${id}`}
        label={t(`proposal.confirm.${message.channel}`)}
      />
      <SendBack id={id} />
    </>
  )
}

function SendBack({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const sendBack = useSendBack()
  const [open, setOpen] = useState(false)
  const [comment, setComment] = useState('')
  return (
    <Popover opened={open} onChange={setOpen} width={360} withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setOpen(!open)}
          data-testid={`proposal-return-${id}`}
        >
          {t('proposal.sendBack')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Textarea
          label={t('proposal.comment')}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
          data-testid={`proposal-comment-${id}`}
        />
        <Group justify="flex-end" mt="sm">
          <Button
            color="dark"
            disabled={comment.trim() === ''}
            loading={sendBack.isPending}
            onClick={() => sendBack.mutate({ id, comment: comment.trim() })}
            data-testid={`proposal-return-yes-${id}`}
          >
            {t('proposal.sendBackYes')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}

/** The proposer waits, takes it back, or, when waiting would be worse, breaks the glass. A drill they may do alone. */
function Own({ proposal: { id, message } }: { proposal: Proposal }): ReactElement {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const withdraw = useWithdraw()
  return (
    <>
      <p className={styles.note}>{t('proposal.waitFor')}</p>
      {message.channel === 'drill' && (
        <HoldButton
          onHeld={() => confirm.mutate(id)}
          disabled={confirm.isPending}
          hint={t('proposal.aloneHint')}
          testId={`proposal-alone-${id}`}
          label={t('proposal.alone')}
        />
      )}
      <Group justify="space-between">
        <BreakGlassButton id={id} message={message} disabled={false} onSent={() => undefined} />
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(id)}
          data-testid={`proposal-withdraw-${id}`}
        >
          {t('proposal.withdraw')}
        </Button>
      </Group>
    </>
  )
}
