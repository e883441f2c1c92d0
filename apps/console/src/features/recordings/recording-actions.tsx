import type { Id, RecordingView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconPlayerRecord, IconPlayerStop, IconReload, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useAssets } from '../../api/content.ts'
import { useDeleteRecording, useMoveRecording } from '../../api/recordings.ts'
import { useMay } from '../../api/session.ts'
import { ask } from '../../parts/ask.tsx'
import { useTextIn } from '../../parts/texts-in.ts'

/** What can be done with a recording as it stands: ended, gone on with, put together once more, deleted. */
export function RecordingActions({ recording }: { recording: RecordingView }): ReactElement | null {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const [mayChange, mayAnswer] = [useMay('content'), useMay('approval')]
  const [end, retry] = [useMoveRecording('end'), useMoveRecording('retry')]
  const remove = useDeleteRecording(() => void navigate('/recordings'))
  const { id, state, assetId, onKiosk } = recording
  const users = (useAssets().data ?? [])
    .filter((asset) => asset.id === assetId)
    .flatMap(({ usedIn }) => usedIn.flatMap(({ kind, name }) => (kind === 'recording' ? [] : [name])))
  const deleteText = (): string => {
    if (onKiosk) return t('recordings.deleteOnKiosk')
    if (users.length > 0) return t('recordings.deleteUsed', { names: users.join(t('common.listSeparator')) })
    return t('recordings.deleteText')
  }
  const title = textIn(recording.title)
  const stay = { no: t('common.stop') }
  switch (state) {
    case 'recording':
      if (!mayChange) return null
      return (
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={18} />}
          onClick={() =>
            ask({
              ...stay,
              title: t('recordings.endNamed', { title }),
              text: t('recordings.endText'),
              yes: t('recordings.end'),
              onYes: () => end.mutate(id),
            })
          }
          data-testid="recording-end"
        >
          {t('recordings.end')}
        </Button>
      )
    case 'finishing':
      return recording.mayGoOn && mayChange ? <GoOn id={id} /> : null
    case 'ready':
    case 'failed':
      return (
        <>
          {recording.mayGoOn && mayChange && <GoOn id={id} />}
          {state === 'failed' && mayChange && (
            <Button leftSection={<IconReload size={18} />} loading={retry.isPending} onClick={() => retry.mutate(id)}>
              {t('recordings.retry')}
            </Button>
          )}
          {mayAnswer && (
            <Button
              variant="default"
              leftSection={<IconTrash size={18} />}
              onClick={() =>
                ask({
                  ...stay,
                  title: t('recordings.deleteNamed', { title }),
                  text: deleteText(),
                  barred: onKiosk || users.length > 0,
                  yes: t('recordings.delete'),
                  onYes: () => remove.mutate(id),
                })
              }
              data-testid="recording-delete"
            >
              {t('recordings.delete')}
            </Button>
          )}
        </>
      )
  }
}

function GoOn({ id }: { id: Id }): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const goOn = useMoveRecording('go-on')
  return (
    <Button
      variant="default"
      leftSection={<IconPlayerRecord size={18} />}
      loading={goOn.isPending}
      onClick={() => goOn.mutate(id, { onSuccess: (next) => void navigate(`/recordings/${next.id}`) })}
      data-testid="recording-go-on"
    >
      {t('recordings.goOn')}
    </Button>
  )
}
