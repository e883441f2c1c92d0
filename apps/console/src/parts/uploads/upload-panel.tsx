import { ActionIcon, Button, Group, Progress } from '@mantine/core'
import { IconCircleCheck, IconPlayerPause, IconPlayerPlay, IconRefresh, IconX } from '@tabler/icons-react'
import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviousUpload } from 'tus-js-client'
import { describeTrouble } from '../trouble.tsx'
import { asSize } from '../when.ts'
import { forget, interrupted } from './tus-upload.ts'
import { type Outcome, percentOf, totalPercentOf, type UploadEntry } from './upload-list.ts'
import type { Uploads } from './use-uploads.ts'
import classes from './uploads.module.css'

type Props = { uploads: Uploads; onOpen: (assetId: string) => void }

/** Files on their way: all together and each for itself, with the reason when it was refused. */
export function UploadPanel({ uploads, onOpen }: Props): ReactElement | null {
  const { t } = useTranslation()
  const { list } = uploads
  if (list.length === 0) return <Interrupted />
  const count = (state: UploadEntry['progress']['state']): number =>
    list.filter(({ progress }) => progress.state === state).length
  const [done, failed, percent] = [count('done'), count('failed'), totalPercentOf(list)]
  const isUnderWay = count('sending') + count('waiting') > 0
  return (
    <section className={classes.uploads} aria-label={t('assets.uploads')}>
      <Group justify="space-between">
        <h2>{t('library.uploads.total', { done, count: list.length, percent })}</h2>
        <Group gap="xs">
          {isUnderWay && (
            <Button size="xs" variant="subtle" onClick={uploads.pauseAll}>
              {t('library.uploads.pauseAll')}
            </Button>
          )}
          {count('paused') > 0 && (
            <Button size="xs" variant="subtle" onClick={uploads.resumeAll}>
              {t('library.uploads.resumeAll')}
            </Button>
          )}
          {done > 0 && (
            <Button size="xs" variant="subtle" onClick={uploads.tidy}>
              {t('assets.tidy')}
            </Button>
          )}
        </Group>
      </Group>
      {list.length > 1 && <Progress value={percent} size="lg" mt={6} aria-label={t('assets.uploads')} />}
      {failed > 0 && list.length > 1 && (
        <p className={classes.refused} role="status">
          {t('library.uploads.refused', { count: failed })}
        </p>
      )}
      <ul>
        {list.map((entry) => (
          <UploadRow key={entry.id} entry={entry} uploads={uploads} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  )
}

function UploadRow({ entry, uploads, onOpen }: Props & { entry: UploadEntry }): ReactElement {
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
        {progress.state === 'done' ? (
          <Done outcome={progress.outcome} name={name} onOpen={onOpen} />
        ) : failed ? (
          describeTrouble(t, progress.error)
        ) : (
          t(`assets.upload.${progress.state}`, { percent })
        )}
      </div>
      <Group gap={4} wrap="nowrap" justify="flex-end">
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

/** What became of a file, with the way to it. */
function Done({
  outcome,
  name,
  onOpen,
}: {
  outcome: Outcome | null
  name: string
  onOpen: (assetId: string) => void
}): ReactElement {
  const { t } = useTranslation()
  switch (outcome?.how) {
    case undefined:
    case 'new':
      return <>{t('assets.upload.done')}</>
    case 'document':
    case 'replaced':
      return <>{t(`library.uploads.${outcome.how}`)}</>
    case 'present':
    case 'restored':
      return <Found outcome={{ how: outcome.how, assetId: outcome.assetId }} name={name} onOpen={onOpen} />
  }
}

function Found({
  outcome,
  name,
  onOpen,
}: {
  outcome: { how: 'present' | 'restored'; assetId: string }
  name: string
  onOpen: (assetId: string) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {t(`library.uploads.${outcome.how}`)}
      <Button
        ml={8}
        size="compact-xs"
        variant="light"
        aria-label={`${t('library.uploads.open')}: ${name}`}
        onClick={() => onOpen(outcome.assetId)}
      >
        {t('library.uploads.open')}
      </Button>
    </>
  )
}

/** Uploads that the closing of the page cut off. */
function Interrupted(): ReactElement | null {
  const { t } = useTranslation()
  const [left, setLeft] = useState<readonly PreviousUpload[]>([])
  useEffect(() => {
    let wanted = true
    // Without a storage of the browser there is nothing that could go on.
    interrupted().then(
      (found) => wanted && setLeft(found),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [])
  if (left.length === 0) return null
  const names = left.map(({ metadata }) => metadata['filename'] ?? '').join(t('common.listSeparator'))
  return (
    <section className={classes.uploads} aria-label={t('library.uploads.left')} data-testid="uploads-left">
      <Group justify="space-between">
        <div>
          <h2>{t('library.uploads.left')}</h2>
          <p className={classes.none}>{t('library.uploads.leftText', { names })}</p>
        </div>
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            setLeft([])
            void forget(left)
          }}
        >
          {t('library.uploads.forget')}
        </Button>
      </Group>
    </section>
  )
}
