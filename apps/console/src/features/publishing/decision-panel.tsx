import type { SubmissionDetail } from '@akari/protocol'
import { Button, Group, Textarea } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApprove, useSendBack, useWithdraw } from '../../api/publishing.ts'
import { useSession } from '../../api/session.ts'
import { Trouble } from '../../parts/trouble.tsx'
import classes from './publishing.module.css'

/** Approve (Ctrl + Enter), send back with a reason, or withdraw what is one's own. */
export function DecisionPanel({ detail }: { detail: SubmissionDetail }): ReactElement {
  const { t } = useTranslation()
  const { submission, seen, mine, groups } = detail
  const me = useSession().data
  const approve = useApprove(submission.id)
  const sendBack = useSendBack(submission.id)
  const withdraw = useWithdraw(submission.id)
  const [comment, setComment] = useState('')
  const isMine = submission.submittedBy === me?.id
  const mayApprove = mine === 'mayDecide' && submission.state === 'submitted' && groups.length > 0
  const maySendBack = mine === 'mayDecide' && !isMine
  const done = (message: string) => ({ onSuccess: () => notifications.show({ color: 'zelkova', message }) })
  const isLater = submission.publishAt !== null
  const run = (): void => {
    if (mayApprove && !approve.isPending) {
      approve.mutate({ seen, comment }, done(t(isLater ? 'approvals.approvedLater' : 'approvals.approvedNow')))
    }
  }
  useHotkeys([['mod+Enter', run]], [])
  return (
    <section className={classes.decision} aria-label={t('approvals.decision')}>
      {mine !== 'mayDecide' && mine !== 'closed' && <p className={classes.rule}>{t(`approvals.why.${mine}`)}</p>}
      {(mayApprove || maySendBack) && (
        <Textarea
          label={t('approvals.comment')}
          description={t('approvals.commentHint')}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          maxLength={1000}
          autosize
          minRows={2}
          data-testid="decision-comment"
        />
      )}
      <Trouble error={approve.error ?? sendBack.error ?? withdraw.error} />
      <Group gap="sm">
        {mayApprove && (
          <Button
            leftSection={<IconCheck size={18} />}
            loading={approve.isPending}
            onClick={run}
            aria-keyshortcuts="Control+Enter"
            data-testid="approve"
          >
            {t(isLater ? 'approvals.approveLater' : 'approvals.approve')}
          </Button>
        )}
        {maySendBack && (
          <Button
            variant="light"
            color="amber"
            leftSection={<IconArrowBackUp size={18} />}
            disabled={comment.trim() === ''}
            loading={sendBack.isPending}
            onClick={() => sendBack.mutate(comment.trim(), done(t('approvals.sentBackDone')))}
            data-testid="send-back"
          >
            {t('approvals.sendBack')}
          </Button>
        )}
        {isMine && (
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate('', done(t('approvals.withdrawn')))}
            data-testid="withdraw"
          >
            {t('approvals.withdraw')}
          </Button>
        )}
      </Group>
      {mayApprove && <p className={classes.quiet}>{t('approvals.keys')}</p>}
    </section>
  )
}
