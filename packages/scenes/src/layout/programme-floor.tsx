import type { KioskLanguage, SceneContent, SingleScene } from '@akari/protocol'
import type { ZoneOnGlass } from '@akari/programme'
import { type ReactElement, type ReactNode, useCallback } from 'react'
import type { SceneProps, SceneResources, ZonePlace } from '../everyday/scene-props.ts'
import { SceneView } from '../scene-view.tsx'
import { Heard } from '../sound/loudness.tsx'
import { type DrawLayer, StageFloor } from '../stage/stage-floor.tsx'
import type { Showing } from '../stage/stage-machine.ts'
import { LayoutScene, type OnLayoutShown } from './layout-scene.tsx'

interface ProgrammeFloorProps {
  candidates: readonly Showing<SceneContent>[]
  next: Showing<SceneContent> | null
  /** What the zones show where the first candidate, or what comes next, is a layout. */
  zones: readonly ZoneOnGlass[] | null
  nextZones: readonly ZoneOnGlass[] | null
  language: KioskLanguage
  resources: SceneResources
  covered: boolean
  onFault: (code: string, detail: string, key: string, inZone?: ZonePlace) => void
  onShown: (showing: Showing<SceneContent> | null) => void
  /** What stands in the zones of a layout, as they tell it. */
  onZoneShown?: OnLayoutShown
  fallback: ReactNode
  /** Draws what has the whole glass to itself; as the display does when left out. */
  Single?: (props: SceneProps & { content: SingleScene }) => ReactElement
}

/** The stage of the whole glass, for everything that a programme directs. */
export function ProgrammeFloor(props: ProgrammeFloorProps): ReactElement {
  const { candidates, next, zones, nextZones, language, resources, Single = SceneView, onZoneShown, ...floor } = props
  const nowKey = candidates[0]?.key
  const nextKey = next?.key
  const draw = useCallback<DrawLayer<SceneContent>>(
    ({ key, content }, told) => {
      const common = { language, resources, ...told }
      const said = key === nowKey ? zones : key === nextKey ? nextZones : null
      return (
        <Heard isMeant={key === nowKey}>
          {content.kind === 'layout' ? (
            <LayoutScene title={content.title} zones={said} stageKey={key} onZoneShown={onZoneShown} {...common} />
          ) : (
            <Single content={content} {...common} />
          )}
        </Heard>
      )
    },
    [language, resources, nowKey, nextKey, zones, nextZones, Single, onZoneShown],
  )
  return <StageFloor candidates={candidates} next={next} draw={draw} {...floor} />
}
