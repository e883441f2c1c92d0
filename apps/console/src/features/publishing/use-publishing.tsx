import type { PublishJob, PublishResult } from '@akari/protocol'
import { notifications } from '@mantine/notifications'
import type { TFunction } from 'i18next'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useStartPublishing, useStartSubmitting } from '../../api/publishing.ts'
import { UndoPublish } from './undo-publish.tsx'
import { useJob } from './use-job.ts'

/**
 * Publishing or submitting what was looked at, from the press of the button to its end. Belongs to the page and not to the
 * panel with the button: as soon as it is out there is nothing left to publish, and the panel goes.
 */
export function usePublishing() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const publish = useStartPublishing()
  const submit = useStartSubmitting()
  const saying = useRef('')
  const job = useJob(({ result, submissionId }: PublishJob) => {
    if (result !== null) tellOut(t, result)
    if (submissionId === null) return
    notifications.show({ color: 'zelkova', message: saying.current })
    void navigate(`/approvals/${submissionId}`)
  })
  return {
    publish: (request: Parameters<typeof publish.mutate>[0]): void => {
      job.forget()
      publish.mutate(request, { onSuccess: job.follow })
    },
    /** `said`: what to tell when it is handed in. */
    submit: (request: Parameters<typeof submit.mutate>[0], said: string): void => {
      saying.current = said
      job.forget()
      submit.mutate(request, { onSuccess: job.follow })
    },
    running: job.running,
    isBusy: publish.isPending || submit.isPending || job.running !== null,
    error: publish.error ?? submit.error ?? job.error,
  }
}

export type Publishing = ReturnType<typeof usePublishing>

/** It is out, on which displays, and how it is taken back. */
function tellOut(t: TFunction, result: PublishResult): void {
  const names = result.displays.filter(({ changed }) => changed).map(({ name }) => name)
  const onUndone = (number: number): void => {
    notifications.update({
      id,
      color: 'zelkova',
      title: t('publications.restored', { number }),
      message: t('publish.draftKept'),
    })
  }
  const id = notifications.show({
    color: 'zelkova',
    autoClose: UNDO_WITHIN_MS,
    title: t('publish.done', { count: names.length }),
    message: (
      <>
        {names.slice(0, NAMES_AT_MOST).join(t('common.listSeparator'))}
        <div>
          <UndoPublish result={result} onUndone={onUndone} />
        </div>
      </>
    ),
  })
}

const NAMES_AT_MOST = 8
const UNDO_WITHIN_MS = 30_000
