import { type LayoutScene as LayoutContent, textIn, withoutRuby } from '@akari/protocol'
import type { ZoneOnGlass } from '@akari/programme'
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react'
import type { SceneProps } from '../everyday/scene-props.ts'
import { type OnZoneShown, ZoneView } from './zone-view.tsx'

interface LayoutSceneProps extends SceneProps {
  title: LayoutContent['title']
  /** What the zones show now; null while nobody says: they keep what they have. */
  zones: readonly ZoneOnGlass[] | null
  /** Of the stage it is on. */
  stageKey?: string
  onZoneShown?: OnLayoutShown | undefined
}

/** `stageKey`: of the layout that the zone belongs to, for one may be made ready behind another. */
export type OnLayoutShown = (stageKey: string, ...zone: Parameters<OnZoneShown>) => void

/** A zone that is not ready by then shows its plate; the others do not wait for it. */
const READY_AT_LATEST_MS = 4000

/** The glass shared among zones. Each has a stage of its own, so that what breaks in one is that one's matter alone. */
export function LayoutScene(props: LayoutSceneProps): ReactElement {
  const { title, zones, stageKey = '', onZoneShown, onReady, onFault, ...told } = props
  const shown = useLastSaid(zones)
  const settled = useRef(new Set<string>())
  const due = shown.length
  const settle = useCallback(
    (zoneId: string) => {
      settled.current.add(zoneId)
      if (settled.current.size >= due) onReady()
    },
    [due, onReady],
  )
  const onShown = useCallback<OnZoneShown>(
    (zoneId, showing) => onZoneShown?.(stageKey, zoneId, showing),
    [stageKey, onZoneShown],
  )
  useEffect(() => {
    const timer = setTimeout(onReady, READY_AT_LATEST_MS)
    return () => clearTimeout(timer)
  }, [onReady])
  return (
    <section
      className="ak-scene ak-layout"
      aria-label={withoutRuby(textIn(title, told.language).text)}
      data-zones={shown.length}
    >
      {shown.map((zone) => (
        <ZoneView key={zone.id} zone={zone} onSettled={settle} onShown={onShown} onFault={onFault} {...told} />
      ))}
    </section>
  )
}

function useLastSaid(zones: readonly ZoneOnGlass[] | null): readonly ZoneOnGlass[] {
  const [held, setHeld] = useState<readonly ZoneOnGlass[]>(zones ?? [])
  if (zones === null || zones === held) return held
  setHeld(zones)
  return zones
}
