import type { RecordingsView, RecordingView } from '@akari/protocol'
import { Alert, Button, Progress } from '@mantine/core'
import { IconAlertTriangle, IconSettings, IconVideo } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRecordings } from '../../api/recordings.ts'
import { useMay } from '../../api/session.ts'
import { nthOfSitting } from '../../parts/council/recordings-of-sitting.ts'
import { CouncilNav } from '../../parts/council-nav.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { useWhen } from '../../parts/when.ts'
import { clockOf, sizeOf } from './lengths.ts'
import { RecordingMark, RecordingTrouble } from './recording-state.tsx'
import { RoomDrawer } from './room-drawer.tsx'
import rows from '../../parts/record-rows.module.css'
import classes from './recordings.module.css'

const TONE = { recording: 'now', finishing: 'past', ready: 'good', failed: 'past' } as const

/** 録画: what was recorded of the council's sittings, what is being recorded now, and the room for more. */
export function RecordingsPage(): ReactElement {
  const { t } = useTranslation()
  const mayAnswer = useMay('approval')
  const recordings = useRecordings()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Page
      title={t('recordings.title')}
      lead={t('recordings.lead')}
      actions={
        mayAnswer && (
          <Button
            variant="default"
            leftSection={<IconSettings size={18} />}
            onClick={() => setIsOpen(true)}
            data-testid="recordings-room"
          >
            {t('recordings.room.title')}
          </Button>
        )
      }
    >
      <CouncilNav />
      <Loaded query={recordings}>
        {(all) => (
          <>
            <Room all={all} />
            {all.recordings.length === 0 ? (
              <Empty icon={IconVideo} title={t('recordings.emptyTitle')} hint={t('recordings.emptyHint')} />
            ) : (
              <ul className={rows.list}>
                {all.recordings.map((recording) => (
                  <Row key={recording.id} recording={recording} nth={nthOfSitting(recording, all.recordings)} />
                ))}
              </ul>
            )}
            {isOpen && <RoomDrawer settings={all.settings} onClose={() => setIsOpen(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** How much of the room is taken; what to install where nothing can be recorded. */
function Room({ all: { canRecord, usedBytes, freeBytes, settings } }: { all: RecordingsView }): ReactElement {
  const { t } = useTranslation()
  if (!canRecord) {
    return (
      <Alert color="vermilion" variant="light" icon={<IconAlertTriangle />} title={t('recordings.noFfmpegTitle')}>
        {t('recordings.noFfmpegText')}
      </Alert>
    )
  }
  const { mostBytes, keepFreeBytes } = settings
  const [allowedBytes, onDiskBytes] = [mostBytes - usedBytes, freeBytes - keepFreeBytes]
  const leftBytes = Math.max(0, Math.min(allowedBytes, onDiskBytes))
  const kept = { free: sizeOf(freeBytes), kept: sizeOf(keepFreeBytes) }
  const words = { used: sizeOf(usedBytes), most: sizeOf(mostBytes), left: sizeOf(leftBytes), ...kept }
  return (
    <div className={classes.room}>
      <p>{t('recordings.room.used', words)}</p>
      <Progress
        value={Math.min(100, (usedBytes / mostBytes) * 100)}
        size="lg"
        color={leftBytes < mostBytes / 10 ? 'vermilion' : 'kingfisher'}
        aria-label={t('recordings.room.used', words)}
      />
      <p className={classes.left}>
        {t(onDiskBytes < allowedBytes ? 'recordings.room.leftOnDisk' : 'recordings.room.left', words)}
      </p>
    </div>
  )
}

/** `nth`: of several of one sitting. */
function Row({ recording, nth }: { recording: RecordingView; nth: number | null }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const { id, title, startedAt, durationMs, bytes, chapters, onKiosk, state } = recording
  return (
    <li className={rows.row} data-tone={TONE[state]} data-testid={`recording-${id}`}>
      <div>
        <p className={rows.name}>
          <Link to={`/recordings/${id}`}>
            {nth === null ? textIn(title) : t('recordings.nth', { title: textIn(title), n: nth })}
          </Link>
        </p>
        <p className={`${classes.facts} numbers`}>
          <span>{when.full(startedAt)}</span>
          <span>{clockOf(durationMs)}</span>
          <span>{sizeOf(bytes)}</span>
          {chapters.length > 0 && <span>{t('recordings.chapterCount', { count: chapters.length })}</span>}
        </p>
        <RecordingTrouble recording={recording} />
      </div>
      {onKiosk && <span className={classes.chip}>{t('recordings.isOnKiosk')}</span>}
      <RecordingMark recording={recording} />
    </li>
  )
}
