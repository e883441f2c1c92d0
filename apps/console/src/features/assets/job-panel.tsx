import type { MediaJob } from '@akari/protocol'
import { Button, Group, Progress } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isGoingOn, useJobAction, useMediaJobs } from '../../api/library.ts'
import { useMay } from '../../api/session.ts'
import { ownLanguageOf } from '../../parts/trouble.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import classes from '../../parts/uploads/uploads.module.css'

/** Videos being converted and documents being drawn, with how far they are and what became of them. */
export function JobPanel({ onFolder }: { onFolder: (folderId: string) => void }): ReactElement | null {
  const { t } = useTranslation()
  const jobs = useMediaJobs()
  // A video that is done needs no more words: its card says that it can be shown.
  const worth = (jobs.data ?? []).filter(({ kind, state }) => kind === 'document' || state !== 'done')
  if (worth.length === 0) return null
  return (
    <section className={classes.uploads} aria-label={t('library.jobs.label')}>
      <h2>{t('library.jobs.label')}</h2>
      <ul>
        {worth.map((job) => (
          <JobRow key={job.id} job={job} onFolder={onFolder} />
        ))}
      </ul>
    </section>
  )
}

function JobRow({ job, onFolder }: { job: MediaJob; onFolder: (folderId: string) => void }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const action = useJobAction()
  const mayChange = useMay('content')
  const title = textIn(job.title)
  const act = (what: 'cancel' | 'retry' | 'dismiss'): ReactElement => (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={`${t(`library.jobs.${what}`)}: ${title}`}
      onClick={() => action.mutate({ id: job.id, what })}
    >
      {t(`library.jobs.${what}`)}
    </Button>
  )
  const { folderId } = job
  return (
    <li data-state={job.state} data-testid="job-row">
      <div className={classes.uploadName}>
        <span>{title}</span>
        <small>{t(`library.jobs.${job.kind}`)}</small>
      </div>
      <Progress
        value={job.total === 0 ? 0 : (job.done / job.total) * 100}
        color={job.state === 'failed' ? 'vermilion' : job.state === 'done' ? 'zelkova' : 'kingfisher'}
        animated={job.state === 'running'}
        aria-label={title}
      />
      <div className={classes.uploadState} role="status">
        {stateWords(t, job)}
        {job.note !== null && ` ${ownLanguageOf(job.note)}`}
      </div>
      <Group gap={4} wrap="nowrap" justify="flex-end">
        {folderId !== null && job.state === 'done' && (
          <Button size="compact-sm" variant="light" onClick={() => onFolder(folderId)}>
            {t('library.jobs.openFolder')}
          </Button>
        )}
        {mayChange && (
          <>
            {isGoingOn(job) && act('cancel')}
            {(job.state === 'failed' || job.state === 'cancelled') && act('retry')}
            {!isGoingOn(job) && act('dismiss')}
          </>
        )}
      </Group>
    </li>
  )
}

function stateWords(t: TFunction, { kind, state, done, total }: MediaJob): string {
  switch (state) {
    case 'waiting':
      return t('library.jobs.waiting')
    case 'running':
      return kind === 'document'
        ? t('library.jobs.pages', { done, total })
        : t('library.jobs.percent', { percent: done })
    case 'done':
      return kind === 'document' ? t('library.jobs.pagesDone', { total }) : t('library.jobs.converted')
    case 'failed':
      return t('library.jobs.failed')
    case 'cancelled':
      return t('library.jobs.cancelled')
  }
}
