import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** What a film is doing; `failed`: the browser gave it up. */
export interface FilmNow {
  atMs: number
  isPlaying: boolean
  failed: boolean
}

export interface Film {
  element: RefObject<HTMLVideoElement | null>
  now: FilmNow
  play: () => void
  pause: () => void
  /** Milliseconds from its beginning. */
  seek: (toMs: number) => void
  /** Loads it anew, and goes on where it was. */
  retry: () => void
}

const EVENTS = ['timeupdate', 'seeking', 'play', 'pause', 'ended', 'error', 'loadedmetadata'] as const

interface FilmOptions {
  startMs: number
  /** 0 to 1. */
  loudness: number
  /** Told where it was when it is taken away. */
  onLeft: (atMs: number) => void
  /** Told why the browser gave it up. */
  onFailed: (reason: string) => void
}

/** A film led from outside, played from `startMs` on as soon as it can be. */
export function useFilm({ startMs, loudness, onLeft, onFailed }: FilmOptions): Film {
  const element = useRef<HTMLVideoElement>(null)
  const [now, setNow] = useState<FilmNow>({ atMs: startMs, isPlaying: false, failed: false })
  const left = useRef(onLeft)
  left.current = onLeft
  const gaveUp = useRef(onFailed)
  gaveUp.current = onFailed
  const play = useCallback(() => {
    // Refused, or broken off by a pause: the button still says that it is not playing.
    element.current?.play().catch(() => undefined)
  }, [])
  const seek = useCallback((toMs: number) => {
    if (element.current === null) return
    element.current.currentTime = Math.max(0, toMs) / 1000
    setNow((before) => ({ ...before, atMs: Math.max(0, toMs) }))
  }, [])
  useEffect(() => {
    const film = element.current
    if (film === null) return undefined
    const look = (): void =>
      setNow({
        atMs: film.currentTime * 1000,
        isPlaying: !film.paused && !film.ended,
        failed: film.error !== null,
      })
    const fail = (): void => {
      if (film.error !== null) gaveUp.current(`media error ${film.error.code} ${film.error.message}`.trim())
    }
    for (const name of EVENTS) film.addEventListener(name, look)
    film.addEventListener('error', fail)
    return () => {
      for (const name of EVENTS) film.removeEventListener(name, look)
      film.removeEventListener('error', fail)
      left.current(film.currentTime * 1000)
      // A film that is only taken off the page goes on loading until it is collected.
      film.pause()
      film.removeAttribute('src')
      film.load()
    }
  }, [])
  useEffect(() => {
    if (element.current !== null) element.current.volume = loudness
  }, [loudness])
  const begun = useRef<number | null>(null)
  useEffect(() => {
    // Of a screen that stays: another place of the same film was chosen.
    if (begun.current === startMs) return
    begun.current = startMs
    seek(startMs)
    play()
  }, [startMs, seek, play])
  return {
    element,
    now,
    play,
    pause: () => element.current?.pause(),
    seek,
    retry: () => {
      const film = element.current
      if (film === null) return
      const from = now.atMs
      film.load()
      seek(from)
      play()
    },
  }
}
