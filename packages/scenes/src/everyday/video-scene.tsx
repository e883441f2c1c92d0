import { type FileRef, type MediaVariant, type Texts, textIn, withoutRuby } from '@akari/protocol'
import { useEffect, useRef, type ReactElement } from 'react'
import { FADE_MS, useLoudness } from '../sound/loudness.tsx'
import { type FilmWatch, lookAtFilm, pictureOf } from './film-watch.ts'
import { type SceneProps, variantFor } from './scene-props.ts'

const LOOK_EVERY_MS = 1000

interface VideoSceneProps extends SceneProps {
  title: Texts
  variants: readonly MediaVariant[]
  poster: FileRef | null
}

/**
 * A film, ready once it can play; it starts again when it is shorter than its place in the playlist, and gives
 * way to the next item when its picture freezes.
 */
export function VideoScene(props: VideoSceneProps): ReactElement {
  const { title, variants, poster, language, resources, playing, onReady, onFault } = props
  const film = useRef<HTMLVideoElement>(null)
  /** It rests when its sound has faded. */
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const variant = variantFor(variants, language)
  const source = variant === null ? null : resources.fileUrl(variant.file.sha256)
  useEffect(() => {
    const video = film.current
    if (video === null || !playing) return
    clearTimeout(resting.current)
    video.play().catch((error: unknown) => {
      if (!isInterrupted(error)) onFault({ kind: 'hopeless', code: 'video-not-playing', detail: String(error) })
    })
    return () => {
      resting.current = setTimeout(() => video.pause(), FADE_MS)
    }
  }, [playing, source, onFault])
  useEffect(() => {
    if (!playing) return
    let watch: FilmWatch | null = null
    const timer = setInterval(() => {
      const video = film.current
      // A page that nobody sees draws no frames.
      if (video === null || document.hidden) return
      const look = lookAtFilm(watch, { seen: pictureOf(video), nowMs: performance.now() })
      watch = look.watch
      if (!look.isFrozen) return
      clearInterval(timer)
      onFault({ kind: 'hopeless', code: 'video-frozen', detail: source ?? '' })
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [playing, source, onFault])
  useLoudness(film, playing, onFault)
  if (source === null) return <div className="ak-scene ak-video" />
  return (
    <div className="ak-scene ak-video">
      <video
        ref={film}
        className="ak-video-picture"
        src={source}
        {...(poster === null ? {} : { poster: resources.fileUrl(poster.sha256) })}
        muted
        loop
        playsInline
        preload="auto"
        disablePictureInPicture
        aria-label={withoutRuby(textIn(title, language).text)}
        onCanPlay={onReady}
        onError={() =>
          onFault({
            kind: 'hopeless',
            code: 'video-unplayable',
            detail: `${source}: ${film.current?.error?.message ?? ''}`,
          })
        }
      />
    </div>
  )
}

/** A pause or a new source ends a pending play() this way; nothing is wrong then. */
function isInterrupted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
