import { type ArchivedChapter, withoutRuby } from '@akari/protocol'
import type { KeyboardEvent, ReactElement } from 'react'
import { useKiosk } from '../kiosk-context.ts'
import { Press, Word } from '../parts.tsx'
import { recordedClock } from './recorded-time.ts'
import type { Film } from './use-film.ts'

const SKIP_MS = 10_000

interface Switchable {
  isOn: boolean
  change: (isOn: boolean) => void
}

interface FilmControlsProps {
  film: Film
  durationMs: number
  chapters: readonly ArchivedChapter[]
  sound: Switchable
  /** Null where nothing was written down. */
  captions: Switchable | null
}

/** Where a film is, with the beginnings of its chapters, and what is done to it. */
export function FilmControls({ film, durationMs, chapters, sound, captions }: FilmControlsProps): ReactElement {
  const { word } = useKiosk()
  const { atMs, isPlaying } = film.now
  const skip = (ms: number): void => film.seek(Math.min(durationMs, atMs + ms))
  // A second at a time, as the browser has it, nobody comes through six hours.
  const skipByKey = (event: KeyboardEvent): void => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (way === undefined) return
    event.preventDefault()
    skip(way * SKIP_MS)
  }
  return (
    <div className="ak-film-controls">
      <div className="ak-film-scrub">
        <span>{recordedClock(atMs)}</span>
        <div>
          <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden>
            {chapters.map(({ startMs }) => (
              <rect key={startMs} x={(startMs / durationMs) * 1000 - 2} width={4} height={10} />
            ))}
          </svg>
          <input
            type="range"
            min={0}
            max={durationMs}
            step={1000}
            value={Math.min(atMs, durationMs)}
            aria-label={withoutRuby(word('filmPlace'))}
            aria-valuetext={recordedClock(atMs)}
            data-testid="film-place"
            onKeyDown={skipByKey}
            onChange={({ currentTarget }) => film.seek(currentTarget.valueAsNumber)}
          />
        </div>
        <span>{recordedClock(durationMs)}</span>
      </div>
      <div className="ak-film-keys">
        <Press icon="earlier" kind="film" testId="earlier" label={word('earlier')} onPress={() => skip(-SKIP_MS)}>
          <Word of="earlierShort" />
        </Press>
        <Press
          icon={isPlaying ? 'pause' : 'play'}
          kind="film"
          main
          testId="play"
          onPress={isPlaying ? film.pause : film.play}
        >
          <Word of={isPlaying ? 'pause' : 'play'} />
        </Press>
        <Press icon="later" kind="film" testId="later" label={word('later')} onPress={() => skip(SKIP_MS)}>
          <Word of="laterShort" />
        </Press>
        {captions !== null && (
          <Press
            icon="captions"
            kind="film"
            testId="captions"
            pressed={captions.isOn}
            onPress={() => captions.change(!captions.isOn)}
          >
            <Word of="captionsOn" />
          </Press>
        )}
        <Press
          icon={sound.isOn ? 'aloud' : 'muted'}
          kind="film"
          testId="sound"
          pressed={sound.isOn}
          onPress={() => sound.change(!sound.isOn)}
        >
          <Word of="soundOn" />
        </Press>
      </div>
    </div>
  )
}
