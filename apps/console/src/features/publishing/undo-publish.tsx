import { PublicationChanges, PublishJob, type PublishResult } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { get, send } from '../../api/client.ts'
import { AFTER_PUBLISHING, usePublications } from '../../api/publishing.ts'
import { useWrite } from '../../api/write.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { JobProgress } from './job-progress.tsx'
import { useJob } from './use-job.ts'

type Props = {
  /** What was let out a moment ago. */
  result: PublishResult
  onUndone: (edition: number) => void
}

/** «元に戻す» beside the word that something is out: the edition before it, in one click. Nothing where there is none. */
export function UndoPublish({ result, onUndone }: Props): ReactElement | null {
  const { t } = useTranslation()
  const [newest, before] = usePublications().data ?? []
  const undo = useUndo()
  const job = useJob(() => before !== undefined && onUndone(before.sequence))
  // Somebody let out something else since: what they did is not undone from here.
  if (before === undefined || newest?.at !== result.publishedAt) return null
  return (
    <>
      <Trouble error={undo.error ?? job.error} />
      {job.running !== null && <JobProgress job={job.running} />}
      <Button
        mt="xs"
        size="xs"
        variant="default"
        leftSection={<IconArrowBackUp size={16} />}
        loading={undo.isPending || job.running !== null}
        onClick={() => undo.mutate(before.sequence, { onSuccess: job.follow })}
        data-testid="undo-publish"
      >
        {t('publish.undo')}
      </Button>
    </>
  )
}

/** What it changes is asked for first, so that only what is out now is replaced. */
function useUndo() {
  return useWrite(
    async (sequence: number) => {
      const path = `/api/programme/publications/${sequence}`
      const { seen } = await get(PublicationChanges, `${path}?against=now`)
      return send(PublishJob, 'POST', `${path}/restore`, { seen, comment: '' })
    },
    { touches: AFTER_PUBLISHING, quiet: true },
  )
}
