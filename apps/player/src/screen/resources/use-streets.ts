import { probeGpu } from '@akari/basemap/probe'
import { type Basemap, type PlayerState, singleScenesOf, type StreetsBy } from '@akari/protocol'
import type { SceneResources } from '@akari/scenes'
import { useEffect, useMemo, useState } from 'react'
import type { Send } from '../link/agent-link.ts'
import { streetsKeeper } from './streets-keeper.ts'

/** What is on the glass comes first. */
const LOOK_AFTER_MS = 500

const BY_SETTINGS = { fit: false, why: 'settings', renderer: '', frameMs: null } as const

type Report = (code: string, detail: string) => void

/**
 * What draws the streets beneath maps; null where this display shows their picture: it has no GPU that is fast enough, its settings say so, or
 * it is not known yet. Nothing is looked at before a programme names a basemap, and MapLibre is fetched only to draw.
 */
export function useStreets(player: PlayerState | null, send: Send, report: Report): SceneResources['streets'] {
  const programme = player?.programme ?? null
  const isNeeded = useMemo(() => basemapsIn(programme).length > 0, [programme])
  const [by, setBy] = useState<StreetsBy | null>(null)
  const wanted = player?.streets
  useEffect(() => {
    if (!isNeeded) return
    const timer = setTimeout(() => {
      // Where the settings say how, a driver that cannot be trusted is not touched to find out.
      const found = wanted === undefined ? probeGpu(document, () => performance.now()) : BY_SETTINGS
      const { fit, ...about } = found
      const streets = wanted ?? (fit ? 'drawn' : 'picture')
      send({ type: 'screen.graphics', streets, ...about })
      setBy(streets)
    }, LOOK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isNeeded, wanted, send])
  const keeper = useMemo(() => streetsKeeper(report), [report])
  return by === 'drawn' && isNeeded ? keeper : null
}

function basemapsIn(programme: PlayerState['programme']): Basemap[] {
  const scenes = programme?.playlists.flatMap(({ items }) => items.flatMap(({ scene }) => singleScenesOf(scene)))
  return (scenes ?? []).flatMap((scene) =>
    (scene.kind === 'townMap' || scene.kind === 'busMap') && scene.basemap !== undefined ? [scene.basemap] : [],
  )
}
