import { type ReactElement, type ReactNode, useCallback, useEffect, useMemo, useReducer } from 'react'
import type { SceneFault, SceneProps, ZonePlace } from '../everyday/scene-props.ts'
import { SceneBoundary } from './scene-boundary.tsx'
import {
  emptyStage,
  isBare,
  type Layer,
  onStage,
  READY_WITHIN_MS,
  type Showing,
  type StageEvent,
} from './stage-machine.ts'

/** Draws what is on a layer; another function is another drawing, so keep it the same while nothing changes. */
export type DrawLayer<C> = (
  layer: Showing<C>,
  told: Pick<SceneProps, 'playing' | 'onReady' | 'onFault'>,
) => ReactElement

interface StageFloorProps<C> {
  candidates: readonly Showing<C>[]
  next: Showing<C> | null
  draw: DrawLayer<C>
  /** Is something in front of it? Then films rest. */
  covered: boolean
  /** `key`: of the showing that it happened to; `inZone`: within it, where that is a layout. */
  onFault: (code: string, detail: string, key: string, inZone?: ZonePlace) => void
  onShown: (showing: Showing<C> | null) => void
  /** What stands there when nothing of the programme can. */
  fallback: ReactNode
}

/** Longer than the cross-fade, so that the old picture is never taken away too early. */
const FADED_AFTER_MS = 450
/** How often a scene that failed is considered again. */
const LOOK_AGAIN_MS = 5000

/** The everyday stage, of the whole glass or of a zone: cross-fades from one ready scene to the next. */
export function StageFloor<C>(props: StageFloorProps<C>): ReactElement {
  const { candidates, next, draw, covered, onFault, onShown, fallback } = props
  const [stage, tell] = useReducer(onStage<C>, undefined, emptyStage<C>)
  const { shownKey, targetKey } = stage
  const shown = stage.layers.find((layer) => layer.key === shownKey) ?? null
  const isWounded = Object.keys(stage.failed).length > 0
  useEffect(() => {
    const want = (): void => tell({ type: 'wanted', wanted: { candidates, next }, nowMs: performance.now() })
    want()
    if (!isWounded) return
    const timer = setInterval(want, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [candidates, next, isWounded])
  useEffect(() => {
    onShown(shown)
    if (shownKey === null) return
    const timer = setTimeout(() => tell({ type: 'faded', key: shownKey }), FADED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [shown, shownKey, onShown])
  useEffect(() => {
    if (targetKey === null || targetKey === shownKey) return
    const timer = setTimeout(() => {
      onFault('scene-not-ready', targetKey, targetKey)
      tell({ type: 'failed', key: targetKey, nowMs: performance.now() })
    }, READY_WITHIN_MS)
    return () => clearTimeout(timer)
  }, [targetKey, shownKey, onFault])
  return (
    <div className="ak-floor" inert={covered}>
      {isBare(stage) && fallback}
      {stage.layers.map((layer) => (
        <StageLayer
          key={layer.key}
          layer={layer}
          place={layer.key === shownKey ? 'shown' : layer.key === stage.leavingKey ? 'leaving' : 'behind'}
          isCut={stage.isCut}
          draw={draw}
          playing={!covered && layer.key === shownKey}
          tell={tell}
          report={onFault}
        />
      ))}
    </div>
  )
}

interface StageLayerProps<C> {
  layer: Layer<C>
  place: 'shown' | 'leaving' | 'behind'
  isCut: boolean
  draw: DrawLayer<C>
  playing: boolean
  tell: (event: StageEvent<C>) => void
  report: StageFloorProps<C>['onFault']
}

function StageLayer<C>(props: StageLayerProps<C>): ReactElement {
  const { layer, place, isCut, draw, playing, tell, report } = props
  const { key, content } = layer
  const onReady = useCallback(() => tell({ type: 'ready', key }), [tell, key])
  const onFault = useCallback(
    (fault: SceneFault) => {
      if (fault.kind !== 'silent') report(fault.code, fault.detail, key, fault.inZone)
      if (fault.kind !== 'passing') tell({ type: 'failed', key, nowMs: performance.now() })
    },
    [tell, report, key],
  )
  const onCrash = (error: unknown): void => onFault({ kind: 'hopeless', code: 'scene-crashed', detail: String(error) })
  // The same element is not drawn again: the glass around it is decided anew every second.
  const drawn = useMemo(
    () => draw({ key, content }, { playing, onReady, onFault }),
    [draw, key, content, playing, onReady, onFault],
  )
  return (
    <div className="ak-layer" data-place={place} data-enters={isCut ? 'cut' : 'fade'} aria-hidden={place !== 'shown'}>
      <SceneBoundary onCrash={onCrash} instead={null}>
        {drawn}
      </SceneBoundary>
    </div>
  )
}
