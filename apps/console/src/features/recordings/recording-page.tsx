import type { RecordingView } from '@akari/protocol'
import { Button, Switch } from '@mantine/core'
import { IconArrowLeft, IconFileOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useRecordings, useSaveRecording } from '../../api/recordings.ts'
import { useMay } from '../../api/session.ts'
import { nthOfSitting } from '../../parts/council/recordings-of-sitting.ts'
import { SittingWays } from '../../parts/council/sitting-ways.tsx'
import { CouncilNav } from '../../parts/council-nav.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { useWhen } from '../../parts/when.ts'
import { clockOf, sizeOf } from './lengths.ts'
import { RecordingActions } from './recording-actions.tsx'
import { RecordingMark, RecordingTrouble } from './recording-state.tsx'
import { RecordingFilm } from './recording-film.tsx'
import classes from './recordings.module.css'

/** One recording: its film with chapters, how it came about, and whether kiosks show it. */
export function RecordingPage(): ReactElement {
  const { t } = useTranslation()
  const { id } = useParams()
  return (
    <Loaded query={useRecordings()}>
      {({ recordings }) => {
        const recording = recordings.find((each) => each.id === id)
        return recording === undefined ? (
          <Page title={t('recordings.title')}>
            <Empty icon={IconFileOff} title={t('recordings.goneTitle')} hint={t('recordings.goneHint')}>
              <Button component={Link} to="/recordings">
                {t('recordings.toList')}
              </Button>
            </Empty>
          </Page>
        ) : (
          <Recording key={recording.id} recording={recording} nth={nthOfSitting(recording, recordings)} />
        )
      }}
    </Loaded>
  )
}

/** `nth`: of several of one sitting. */
function Recording({ recording, nth }: { recording: RecordingView; nth: number | null }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const { title, startedAt, sittingId, captionsId } = recording
  return (
    <Page
      title={nth === null ? textIn(title) : t('recordings.nth', { title: textIn(title), n: nth })}
      lead={when.full(startedAt)}
      actions={
        <>
          <RecordingActions recording={recording} />
          <Button component={Link} to="/recordings" variant="default" leftSection={<IconArrowLeft size={18} />}>
            {t('recordings.toList')}
          </Button>
        </>
      }
    >
      <CouncilNav />
      <div className={classes.status}>
        <RecordingMark recording={recording} />
        <Facts recording={recording} />
        <SittingWays sittingId={sittingId} captionsId={captionsId} to={['plan', 'clerk', 'transcript']} />
        {recording.state === 'ready' && <KioskSwitch recording={recording} />}
      </div>
      <RecordingTrouble recording={recording} />
      <RecordingFilm recording={recording} />
    </Page>
  )
}

function Facts({ recording: { durationMs, bytes, parts } }: { recording: RecordingView }): ReactElement {
  const { t } = useTranslation()
  return (
    <span className={`${classes.facts} numbers`}>
      <span>{clockOf(durationMs)}</span>
      <span>{sizeOf(bytes)}</span>
      {parts.length > 1 && <span>{t('recordings.partCount', { count: parts.length })}</span>}
    </span>
  )
}

function KioskSwitch({ recording }: { recording: RecordingView }): ReactElement {
  const { t } = useTranslation()
  const mayShow = useMay('approval')
  const save = useSaveRecording()
  const { id, title, chapters, onKiosk, version } = recording
  return (
    <Switch
      className={classes.kiosk ?? ''}
      label={t('recordings.onKiosk')}
      checked={onKiosk}
      disabled={!mayShow || save.isPending}
      onChange={(event) =>
        save.mutate({ id, recording: { title, chapters, version, onKiosk: event.currentTarget.checked } })
      }
      data-testid="recording-kiosk"
    />
  )
}
