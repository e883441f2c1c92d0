import type { RecordingChapter, RecordingView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ReactElement, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportAddress } from '../../api/captions.ts'
import { useMay } from '../../api/session.ts'
import { useNumberIn, useTextIn } from '../../parts/texts-in.ts'
import { ChapterEditor } from './chapter-editor.tsx'
import { clockOf } from './lengths.ts'
import classes from './recordings.module.css'

/** The film, with its chapters beside it: a click goes there. While it is recorded there are only the chapters. */
export function RecordingFilm({ recording }: { recording: RecordingView }): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const video = useRef<HTMLVideoElement>(null)
  const [atMs, setAtMs] = useState(0)
  const [isEdited, setIsEdited] = useState(false)
  const { id, film, chapters, state, captionsId } = recording
  const go = ({ startMs }: RecordingChapter): void => {
    if (video.current === null) return
    video.current.currentTime = startMs / 1000
    void video.current.play()
  }
  return (
    <div className={classes.columns} data-film={film !== null || undefined}>
      {film !== null && (
        <video
          ref={video}
          className={classes.film}
          src={`/api/files/${film.sha256}`}
          controls
          preload="metadata"
          onTimeUpdate={({ currentTarget }) => setAtMs(currentTarget.currentTime * 1000)}
          aria-label={t('recordings.film')}
          data-testid="recording-film"
        >
          {/* What was said, by the times of this recording; none where nothing was written down. */}
          <track
            kind="captions"
            srcLang="ja"
            label={t('language.ja')}
            {...(captionsId !== null && {
              src: exportAddress(captionsId, { format: 'vtt', language: 'ja', recordingId: id }),
            })}
          />
        </video>
      )}
      <section className={classes.chapters} aria-labelledby="recording-chapters">
        <header>
          <h2 id="recording-chapters">{t('recordings.chapters')}</h2>
          {mayChange && state === 'ready' && !isEdited && (
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconPencil size={16} />}
              onClick={() => setIsEdited(true)}
              data-testid="recording-edit"
            >
              {t('recordings.correct')}
            </Button>
          )}
        </header>
        {isEdited ? (
          <ChapterEditor
            recording={recording}
            atMs={() => Math.floor((video.current?.currentTime ?? 0) * 1000)}
            onClose={() => setIsEdited(false)}
          />
        ) : (
          <Chapters chapters={chapters} atMs={atMs} onGo={film === null ? null : go} />
        )}
      </section>
    </div>
  )
}

function Chapters({
  chapters,
  atMs,
  onGo,
}: {
  chapters: readonly RecordingChapter[]
  atMs: number
  onGo: ((chapter: RecordingChapter) => void) | null
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const numberIn = useNumberIn()
  if (chapters.length === 0) return <p className={classes.none}>{t('recordings.noChapters')}</p>
  const current = chapters.findLast(({ startMs }) => startMs <= atMs)
  return (
    <ol>
      {chapters.map((chapter) => (
        <li key={chapter.startMs}>
          <button
            type="button"
            disabled={onGo === null}
            aria-current={onGo !== null && chapter === current ? 'true' : undefined}
            onClick={() => onGo?.(chapter)}
          >
            <span className="numbers">{clockOf(chapter.startMs)}</span>
            <span>
              {chapter.number !== undefined && <small>{numberIn(chapter.number)}</small>}
              {textIn(chapter.title)}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
