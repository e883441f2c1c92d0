import type { Sound } from '@akari/programme'
import { FADE_MS, type Loudness } from '@akari/scenes'
import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { View } from '../glass/view.ts'
import type { SoundPlayer } from './sound-player.ts'

/**
 * How loud the programme may be on this page now: as directed, and silent at once for an emergency and for an alert that is heard.
 * Also what is truly heard of it, in per cent; null: nothing.
 */
export function useLoudnessHere(
  view: View,
  sound: Sound | undefined,
  alerts: SoundPlayer,
): { loudness: Loudness; heard: number | null } {
  const sources = useRef(new Map<object, number>())
  const [loudest, setLoudest] = useState(0)
  const tell = useCallback((source: object, volume: number | null) => {
    if (volume === null) sources.current.delete(source)
    else sources.current.set(source, volume)
    setLoudest(Math.max(0, ...sources.current.values()))
  }, [])
  const isTaken = useSyncExternalStore(alerts.subscribe, alerts.isPlaying)
  const isUrgent = isTaken || view.kind === 'emergency'
  const volume = view.kind === 'programme' && !isTaken ? (sound?.volume ?? 0) / 100 : 0
  const zoneId = sound?.zoneId ?? null
  const loudness = useMemo(
    () => ({ volume, zoneId, fadeMs: isUrgent ? 0 : FADE_MS, tell }),
    [volume, zoneId, isUrgent, tell],
  )
  return { loudness, heard: loudest === 0 ? null : Math.round(loudest * 100) }
}
