import type { Instant, PublishJob, Review } from '@akari/protocol'
import { Button, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconClock, IconSend, IconUpload } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useStartPublishing, useStartSubmitting } from '../../api/publishing.ts'
import { MomentField } from '../../parts/moment-field.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useWhen } from '../../parts/when.ts'
import { JobProgress } from './job-progress.tsx'
import classes from './publishing.module.css'
import { useJob } from './use-job.ts'

/** Why, when, and the one button: publish, set for a time, or submit for approval, as the rules of the city hall say. */
export function PublishPanel({ review }: { review: Review }): ReactElement {
  const { seen, approvers } = review
  const { t } = useTranslation()
  const navigate = useNavigate()
  const when = useWhen()
  const [comment, setComment] = useState('')
  const [publishAt, setPublishAt] = useState<Instant | null>(null)
  const publish = useStartPublishing()
  const submit = useStartSubmitting()
  const tell = ({ result, submissionId }: PublishJob): void => {
    if (submissionId !== null) {
      notifications.show({
        color: 'zelkova',
        message: t(approvers === null ? 'publishing.set' : 'publishing.submitted'),
      })
      void navigate(`/approvals/${submissionId}`)
      return
    }
    const names = (result?.displays ?? []).filter(({ changed }) => changed).map(({ name }) => name)
    notifications.show({
      color: 'zelkova',
      title: t('publish.done', { count: names.length }),
      message: names.slice(0, 8).join(t('common.listSeparator')),
    })
  }
  const job = useJob(tell)
  const isSubmitted = approvers !== null || publishAt !== null

  const run = (): void => {
    job.forget()
    const follow = { onSuccess: job.follow }
    if (isSubmitted) submit.mutate({ seen, comment, publishAt }, follow)
    else publish.mutate({ seen, comment }, follow)
  }
  const isBusy = publish.isPending || submit.isPending || job.running !== null
  const words = publishing(approvers, publishAt)
  return (
    <aside className={classes.panel} aria-label={t('publishing.panel')}>
      <p className={classes.rule}>
        {approvers === null
          ? t('publishing.alone')
          : t('publishing.needsApproval', { names: approvers.join(t('common.listSeparator')) })}
      </p>
      <Textarea
        label={t('publishing.comment')}
        description={t('publishing.commentHint')}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        maxLength={1000}
        autosize
        minRows={2}
        data-testid="publish-comment"
      />
      <MomentField
        label={t('publishing.at')}
        placeholder={t('publishing.atOnce')}
        value={publishAt}
        onChange={setPublishAt}
      />
      <Trouble error={publish.error ?? submit.error ?? job.error} />
      {job.running !== null && <JobProgress job={job.running} />}
      <Button
        size="md"
        leftSection={ICONS[words]}
        loading={isBusy}
        onClick={run}
        data-testid="publish-button"
        data-guide="publish"
      >
        {t(`publishing.go.${words}`)}
      </Button>
      {publishAt !== null && <p className={classes.quiet}>{t('publishing.willBe', { at: when.full(publishAt) })}</p>}
    </aside>
  )
}

const ICONS = { publish: <IconUpload size={18} />, submit: <IconSend size={18} />, set: <IconClock size={18} /> }

function publishing(approvers: Review['approvers'], publishAt: Instant | null): keyof typeof ICONS {
  if (approvers !== null) return 'submit'
  return publishAt === null ? 'publish' : 'set'
}
