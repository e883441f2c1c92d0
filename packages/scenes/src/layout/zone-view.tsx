import { isPlayedLive, type SingleScene } from '@akari/protocol'
import type { ZoneOnGlass } from '@akari/programme'
import { type ReactElement, useCallback, useEffect, useMemo, useRef } from 'react'
import type { SceneProps } from '../everyday/scene-props.ts'
import { SceneView } from '../scene-view.tsx'
import { candidatesOf, showingOf } from '../stage/showing.ts'
import { Heard } from '../sound/loudness.tsx'
import { type DrawLayer, StageFloor } from '../stage/stage-floor.tsx'
import type { Showing } from '../stage/stage-machine.ts'
import { CityMark } from '../strip/city-mark.tsx'
import { useZoneScale } from './use-zone-scale.ts'

interface ZoneViewProps extends Omit<SceneProps, 'onReady'> {
  zone: ZoneOnGlass
  /** It has its first picture, or will have none. */
  onSettled: (zoneId: string) => void
  /** What truly stands in it; null: nothing, or the zone is gone. */
  onShown?: OnZoneShown | undefined
}

export type OnZoneShown = (zoneId: string, showing: Showing<SingleScene> | null) => void

/** One zone: its own stage on a quiet plate with the city's mark, which is what is left when it has nothing to show. */
export function ZoneView(props: ZoneViewProps): ReactElement {
  const { zone, language, resources, playing, onSettled, onShown: tellShown, onFault } = props
  const { id, area, scene, item, loop, upNext } = zone
  const frame = useRef<HTMLDivElement>(null)
  const { style, shape } = useZoneScale(frame)
  const candidates = useMemo(
    () =>
      scene === null
        ? []
        : candidatesOf({ id: item?.itemId ?? id, scene, ...(item?.cuts && { cuts: item.cuts }) }, loop, language),
    [scene, item, id, loop, language],
  )
  const next = useMemo(
    () => (upNext === null || isPlayedLive(upNext.scene) ? null : showingOf(upNext, language)),
    [upNext, language],
  )
  const nowKey = candidates[0]?.key
  const draw = useCallback<DrawLayer<SingleScene>>(
    ({ key, content }, told) => (
      <Heard isMeant={key === nowKey} zoneId={id}>
        <SceneView content={content} language={language} resources={resources} {...told} />
      </Heard>
    ),
    [language, resources, nowKey, id],
  )
  const onShown = useCallback(
    (showing: Showing<SingleScene> | null) => {
      if (showing !== null) onSettled(id)
      tellShown?.(id, showing)
    },
    [id, onSettled, tellShown],
  )
  useEffect(() => () => tellShown?.(id, null), [id, tellShown])
  const report = useCallback(
    (code: string, detail: string, stageKey: string) =>
      onFault({ kind: 'passing', code, detail: `zone ${id}: ${detail}`, inZone: { zoneId: id, stageKey } }),
    [id, onFault],
  )
  const isEmpty = scene === null
  useEffect(() => {
    if (isEmpty) onSettled(id)
  }, [isEmpty, id, onSettled])
  return (
    <div
      ref={frame}
      className="ak-zone"
      data-zone={id}
      data-shape={shape}
      style={{ ...style, gridArea: `${area.y + 1} / ${area.x + 1} / span ${area.h} / span ${area.w}` }}
    >
      <div className="ak-zone-plate">
        <CityMark />
      </div>
      {!isEmpty && (
        <StageFloor
          candidates={candidates}
          next={next}
          draw={draw}
          covered={!playing}
          onFault={report}
          onShown={onShown}
          fallback={null}
        />
      )}
    </div>
  )
}
