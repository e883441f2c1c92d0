import { textIn, withoutRuby } from '@akari/protocol'
import type { CaptionRoom } from '@akari/text'
import { type ReactElement, useCallback, useMemo, useState } from 'react'
import { CaptionBand } from '../../council/caption-band.tsx'
import { Line } from '../../text/text.tsx'
import { LOUDNESS } from '../flow.ts'
import { useKiosk } from '../kiosk-context.ts'
import { Note, Press, Said, Title, Word } from '../parts.tsx'
import { captionsAt, saidPhrases } from './captions-at.ts'
import { ChapterList } from './chapter-list.tsx'
import { FilmControls } from './film-controls.tsx'
import type { TranscriptNow } from './follow-transcript.ts'
import type { KioskRecordings } from './kiosk-recordings.ts'
import { recordedMoment } from './recorded-time.ts'
import { useFilm } from './use-film.ts'
import { useTranscript } from './use-transcript.ts'
import { useWatching } from './use-watching.ts'

/** A recorded sitting: its picture with what is said, its agenda, and the way to look for a word. */
export function RecordingScreen({ id, atMs }: { id: string; atMs: number }): ReactElement {
  const { archive } = useKiosk()
  const recording = archive?.recordings.find((one) => one.id === id)
  if (archive === null || recording === undefined) {
    return (
      <div className="ak-screen" data-screen="recording">
        <Note>
          <Word of="noRecordings" />
        </Note>
      </div>
    )
  }
  return <Recording archive={archive} recording={recording} atMs={atMs} />
}

interface RecordingProps {
  archive: KioskRecordings
  recording: KioskRecordings['recordings'][number]
  atMs: number
}

function Recording({ archive, recording, atMs }: RecordingProps): ReactElement {
  const { language, comfort, isHushed, time, tell } = useKiosk()
  const { id, title, startsAt, chapters, durationMs, video, canPlay } = recording
  const onLeft = useCallback((leftAtMs: number) => tell({ type: 'watched', id, atMs: leftAtMs }), [tell, id])
  // What cannot be had while the server is away is told of as that.
  const onFailed = (reason: string): void => {
    if (canPlay) archive.filmFailed(video.sha256, reason)
  }
  const film = useFilm({ startMs: atMs, loudness: LOUDNESS[comfort.volume], onLeft, onFailed })
  const [isHeard, setHeard] = useState(false)
  const [isWritten, setWritten] = useState(true)
  const transcript = useTranscript(id)
  const words = transcript.state === 'there' ? transcript.transcript : null
  const [room, setRoom] = useState<CaptionRoom | null>(null)
  const phrases = useMemo(() => (words === null ? [] : saidPhrases(words, language, room)), [words, language, room])
  const said = isWritten ? captionsAt(phrases, film.now.atMs) : null
  useWatching(film.now.isPlaying)
  return (
    <div className="ak-screen" data-screen="recording" data-words={bandOf(transcript, isWritten)}>
      <Title>
        <Said texts={title} />
        <small>
          <Line text={recordedMoment(startsAt, language, time.timeZone)} language={language} />
        </small>
      </Title>
      <div className="ak-film">
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- they stand below the picture, which nothing covers */}
        <video
          ref={film.element}
          src={archive.fileUrl(video.sha256)}
          muted={!isHeard || isHushed}
          playsInline
          preload="auto"
          disablePictureInPicture
          data-testid="film"
          aria-label={withoutRuby(textIn(title, language).text)}
        />
        {film.now.failed && (
          <div className="ak-film-stopped" role="status">
            <Word of={canPlay ? 'filmStopped' : 'recordingAway'} />
            <Press kind="plain" icon="play" testId="try-again" onPress={film.retry}>
              <Word of="tryAgain" />
            </Press>
          </div>
        )}
      </div>
      {transcript.state === 'unreadable' && (
        <div className="ak-captions">
          <Note>
            <Word of="transcriptUnread" />
          </Note>
        </div>
      )}
      {words !== null && isWritten && (
        <CaptionBand
          tracks={said === null ? [] : [said]}
          isQuiet={said === null}
          language={language}
          onRoom={setRoom}
        />
      )}
      <FilmControls
        film={film}
        durationMs={durationMs}
        chapters={chapters}
        sound={{ isOn: isHeard, change: setHeard }}
        captions={words !== null ? { isOn: isWritten, change: setWritten } : null}
      />
      <section className="ak-film-beside">
        <div className="ak-film-head">
          {chapters.length > 0 && (
            <h2 data-stop tabIndex={-1}>
              <Word of="chapters" />
            </h2>
          )}
          {recording.transcript !== null && (
            <Press
              icon="search"
              kind="plain"
              testId="find-said"
              onPress={() => tell({ type: 'opened', screen: { at: 'said', id, typed: '' } })}
            >
              <Word of="findSaid" />
            </Press>
          )}
        </div>
        {chapters.length > 0 && <ChapterList chapters={chapters} atMs={film.now.atMs} onChosen={film.seek} />}
      </section>
    </div>
  )
}

/** What stands in the band below the picture: what is said, or that it cannot be read. */
function bandOf({ state }: TranscriptNow, isWritten: boolean): 'said' | 'unreadable' | 'none' {
  if (state === 'unreadable') return 'unreadable'
  return state === 'there' && isWritten ? 'said' : 'none'
}
