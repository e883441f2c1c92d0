import type { Instant, Review } from '@akari/protocol'
import { Button, Textarea } from '@mantine/core'
import { IconClock, IconSend, IconUpload } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MomentField } from '../../parts/moment-field.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useWhen } from '../../parts/when.ts'
import { JobProgress } from './job-progress.tsx'
import classes from './publishing.module.css'
import type { Publishing } from './use-publishing.tsx'

type Props = { review: Review; publishing: Publishing }

/** Why, when, and the one button: publish, set for a time, or submit for approval, as the rules of the city hall say. */
export function PublishPanel({ review: { seen, approvers }, publishing }: Props): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const [comment, setComment] = useState('')
  const [publishAt, setPublishAt] = useState<Instant | null>(null)
  const way = wayOf(approvers, publishAt)
  const run = (): void => {
    if (way === 'publish') return publishing.publish({ seen, comment })
    publishing.submit({ seen, comment, publishAt }, t(approvers === null ? 'publishing.set' : 'publishing.submitted'))
  }
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
      <Trouble error={publishing.error} />
      {publishing.running !== null && <JobProgress job={publishing.running} />}
      <Button
        size="md"
        leftSection={ICONS[way]}
        loading={publishing.isBusy}
        onClick={run}
        data-testid="publish-button"
        data-guide="publish"
      >
        {t(`publishing.go.${way}`)}
      </Button>
      {publishAt !== null && <p className={classes.quiet}>{t('publishing.willBe', { at: when.full(publishAt) })}</p>}
    </aside>
  )
}

const ICONS = { publish: <IconUpload size={18} />, submit: <IconSend size={18} />, set: <IconClock size={18} /> }

function wayOf(approvers: Review['approvers'], publishAt: Instant | null): keyof typeof ICONS {
  if (approvers !== null) return 'submit'
  return publishAt === null ? 'publish' : 'set'
}
