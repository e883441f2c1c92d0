import type { Publication, PublicationChanges } from '@akari/protocol'
import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePublicationChanges, useStartRestoring } from '../../api/publishing.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { ChangeGroups } from './change-groups.tsx'
import { JobProgress } from './job-progress.tsx'
import classes from './publishing.module.css'
import { useJob } from './use-job.ts'

type Props = { publication: Publication; onClose: () => void }

/** この版に戻す: what it would change on the displays, that drafts stay as they are, and the button. */
export function RestoreDialog({ publication, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const changes = usePublicationChanges(publication.sequence, 'now')
  return (
    <Modal opened onClose={onClose} size="xl" title={t('publications.restoreTitle', { number: publication.sequence })}>
      <Loaded query={changes}>{(data) => <Body changes={data} onClose={onClose} />}</Loaded>
    </Modal>
  )
}

function Body({ changes, onClose }: { changes: PublicationChanges; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { publication, groups, seen, missing } = changes
  const restore = useStartRestoring(publication.sequence)
  const [comment, setComment] = useState('')
  const job = useJob(() => {
    notifications.show({ color: 'zelkova', message: t('publications.restored', { number: publication.sequence }) })
    onClose()
  })
  if (groups.length === 0 || seen === null) return <p className={classes.quiet}>{t('publications.sameAsNow')}</p>
  return (
    <Stack>
      <p>{t('publications.restoreText')}</p>
      {missing.length > 0 && (
        <Alert color="vermilion" variant="light">
          {t('publications.missing', { names: missing.join(t('common.listSeparator')) })}
        </Alert>
      )}
      <ChangeGroups groups={groups} />
      <Textarea
        label={t('publishing.comment')}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        maxLength={1000}
        autosize
      />
      <Trouble error={restore.error ?? job.error} />
      {job.running !== null && <JobProgress job={job.running} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.stop')}
        </Button>
        <Button
          leftSection={<IconArrowBackUp size={18} />}
          disabled={missing.length > 0}
          loading={restore.isPending || job.running !== null}
          onClick={() => restore.mutate({ seen, comment }, { onSuccess: job.follow })}
          data-testid="restore-yes"
        >
          {t('publications.restore')}
        </Button>
      </Group>
    </Stack>
  )
}
