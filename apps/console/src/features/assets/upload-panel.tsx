import { ActionIcon, Button, Group, Progress } from '@mantine/core'
import { IconCircleCheck, IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { describeTrouble } from '../../parts/trouble.tsx'
import { asSize } from '../../parts/when.ts'
import { percentOf, type UploadEntry } from './upload-list.ts'
import type { Uploads } from './use-uploads.ts'
import classes from './assets.module.css'

/** Files on their way, each with its progress and, when it was refused, the reason. */
export function UploadPanel({ uploads }: { uploads: Uploads }): ReactElement | null {
  const { t } = useTranslation()
  if (uploads.list.length === 0) return null
  const done = uploads.list.filter(({ progress }) => progress.state === 'done').length
  return (
    <section className={classes.uploads} aria-label={t('assets.uploads')}>
      <Group justify="space-between">
        <h2>{t('assets.uploadsTitle', { done, count: uploads.list.length })}</h2>
        {done > 0 && (
          <Button size="xs" variant="subtle" onClick={uploads.tidy}>
            {t('assets.tidy')}
          </Button>
        )}
      </Group>
      <ul>
        {uploads.list.map((entry) => (
          <UploadRow key={entry.id} entry={entry} uploads={uploads} />
        ))}
      </ul>
    </section>
  )
}

function UploadRow({ entry, uploads }: { entry: UploadEntry; uploads: Uploads }): ReactElement {
  const { t } = useTranslation()
  const { id, name, bytes, progress } = entry
  const percent = percentOf(entry)
  const failed = progress.state === 'failed'
  const button = (label: string, icon: ReactElement, onClick: () => void): ReactElement => (
    <ActionIcon variant="subtle" color="gray" aria-label={`${label}: ${name}`} onClick={onClick}>
      {icon}
    </ActionIcon>
  )
  return (
    <li data-state={progress.state} data-testid="upload-row">
      <div className={classes.uploadName}>
        <span>{name}</span>
        <small className="numbers">{asSize(bytes)}</small>
      </div>
      <Progress
        value={percent}
        color={failed ? 'vermilion' : progress.state === 'done' ? 'zelkova' : 'kingfisher'}
        animated={progress.state === 'checking'}
        aria-label={name}
      />
      <div className={classes.uploadState} role="status">
        {failed ? describeTrouble(t, progress.error) : t(`assets.upload.${progress.state}`, { percent })}
      </div>
      <Group gap={4} wrap="nowrap">
        {progress.state === 'sending' &&
          button(t('assets.pause'), <IconPlayerPause size={18} />, () => uploads.pause(id))}
        {progress.state === 'paused' &&
          button(t('assets.resume'), <IconPlayerPlay size={18} />, () => uploads.resume(id))}
        {failed && button(t('common.retry'), <IconRefresh size={18} />, () => uploads.resume(id))}
        {progress.state === 'done' ? (
          <IconCircleCheck size={22} color="#3f6b4b" aria-hidden />
        ) : (
          button(t('assets.cancel'), <IconX size={18} />, () => uploads.cancel(id))
        )}
      </Group>
    </li>
  )
}
