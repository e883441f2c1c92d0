import {
  createContext,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
} from 'react'
import type { SceneProps } from '../everyday/scene-props.ts'
import { fadeVolume } from './fade-volume.ts'

/** How loud a change of loudness takes, so that nothing is heard to jump. */
export const FADE_MS = 300

/** What may be heard here. */
export interface Loudness {
  /** 0 (silent) to 1: of what the display is set to. */
  volume: number
  /** The zone of the layout that alone is heard; null: what has the glass, or this zone, to itself. */
  zoneId: string | null
  /** How long a change takes; 0 where something else must be heard at once. */
  fadeMs: number
  /** Hears what `source` truly is heard at; null: not any more. */
  tell?: (source: object, volume: number | null) => void
}

/** Silent wherever nobody says otherwise: previews are. */
export const LoudnessContext = createContext<Loudness>({ volume: 0, zoneId: null, fadeMs: FADE_MS })

interface HeardProps {
  children: ReactNode
  /** Is it what is meant to be shown, rather than what leaves, comes next or stands in for it? */
  isMeant: boolean
  /** The zone that it is in, where it is in one. */
  zoneId?: string
}

/** Lets be heard what is meant to be heard: of a stage its own scene, of a layout one zone. */
export function Heard({ children, isMeant, zoneId }: HeardProps): ReactElement {
  const around = useContext(LoudnessContext)
  const loudness = useMemo(() => {
    const silent = { ...around, volume: 0 }
    if (!isMeant) return silent
    if (zoneId === undefined) return around
    return around.zoneId === zoneId ? { ...around, zoneId: null } : silent
  }, [around, isMeant, zoneId])
  return <LoudnessContext value={loudness}>{children}</LoudnessContext>
}

/**
 * Lets `screen` be heard as loud as it may be here while it is `playing`, muted otherwise. A browser that refuses is reported;
 * the picture goes on without sound, until somebody has touched the page.
 */
export function useLoudness(
  screen: RefObject<HTMLVideoElement | null>,
  playing: boolean,
  onFault: SceneProps['onFault'],
): void {
  const { volume, zoneId, fadeMs, tell } = useContext(LoudnessContext)
  const wanted = playing && zoneId === null ? volume : 0
  const isRefused = useRef(false)
  useEffect(() => {
    const video = screen.current
    if (video === null) return
    if (isRefused.current && !navigator.userActivation.hasBeenActive) return
    let stop = (): void => undefined
    const change = (): void => {
      if (wanted > 0) tell?.(video, wanted)
      stop = fadeVolume(video, { volume: wanted, fadeMs }, () => {
        isRefused.current = true
        tell?.(video, null)
        onFault({ kind: 'passing', code: 'sound-blocked', detail: 'video' })
      })
    }
    // One that does not play yet would not be let begin with sound.
    if (wanted > 0 && video.paused) video.addEventListener('playing', change, { once: true })
    else change()
    return () => {
      video.removeEventListener('playing', change)
      stop()
      tell?.(video, null)
    }
  }, [screen, wanted, fadeMs, tell, onFault])
}
