import type { KioskLanguage } from '@akari/protocol'
import { type SceneFault, type SceneResources, SceneView } from '@akari/scenes'
import { memo, type ReactElement, type ReactNode, useCallback, useEffect, useReducer } from 'react'
import { SceneBoundary } from './scene-boundary.tsx'
import {
  EMPTY_STAGE,
  isBare,
  type Layer,
  onStage,
  READY_WITHIN_MS,
  type Showing,
  type StageEvent,
} from './stage-machine.ts'

interface StageFloorProps {
  candidates: readonly Showing[]
  next: Showing | null
  language: KioskLanguage
  resources: SceneResources
  /** Is an emergency in front of it? Then films rest. */
  covered: boolean
  onFault: (code: string, detail: string) => void
  onShown: (showing: Showing | null) => void
  /** What stands there when nothing of the programme can. */
  fallback: ReactNode
}

/** Longer than the cross-fade, so that the old picture is never taken away too early. */
const FADED_AFTER_MS = 450
/** How often a scene that failed is considered again. */
const LOOK_AGAIN_MS = 5000

/** The everyday stage: cross-fades from one ready scene to the next. */
export function StageFloor(props: StageFloorProps): ReactElement {
  const { candidates, next, language, resources, covered, onFault, onShown, fallback } = props
  const [stage, tell] = useReducer(onStage, EMPTY_STAGE)
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
      onFault('scene-not-ready', targetKey)
      tell({ type: 'failed', key: targetKey, nowMs: performance.now() })
    }, READY_WITHIN_MS)
    return () => clearTimeout(timer)
  }, [targetKey, shownKey, onFault])
  return (
    <div className="screen-stage">
      {isBare(stage) && fallback}
      {stage.layers.map((layer) => (
        <StageLayer
          key={layer.key}
          layer={layer}
          place={layer.key === shownKey ? 'shown' : layer.key === stage.leavingKey ? 'leaving' : 'behind'}
          language={language}
          resources={resources}
          playing={!covered && layer.key === shownKey}
          tell={tell}
          report={onFault}
        />
      ))}
    </div>
  )
}

interface StageLayerProps {
  layer: Layer
  place: 'shown' | 'leaving' | 'behind'
  language: KioskLanguage
  resources: SceneResources
  playing: boolean
  tell: (event: StageEvent) => void
  report: (code: string, detail: string) => void
}

const StageLayer = memo(function StageLayer(props: StageLayerProps): ReactElement {
  const { layer, place, language, resources, playing, tell, report } = props
  const { key } = layer
  const onReady = useCallback(() => tell({ type: 'ready', key }), [tell, key])
  const onFault = useCallback(
    (fault: SceneFault) => {
      report(fault.code, fault.detail)
      if (fault.kind === 'hopeless') tell({ type: 'failed', key, nowMs: performance.now() })
    },
    [tell, report, key],
  )
  const onCrash = (error: unknown): void => onFault({ kind: 'hopeless', code: 'scene-crashed', detail: String(error) })
  return (
    <div className="screen-layer" data-place={place} aria-hidden={place !== 'shown'}>
      <SceneBoundary onCrash={onCrash} instead={null}>
        <SceneView
          content={layer.content}
          language={language}
          resources={resources}
          playing={playing}
          onReady={onReady}
          onFault={onFault}
        />
      </SceneBoundary>
    </div>
  )
})
