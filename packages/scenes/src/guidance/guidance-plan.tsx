import type { KioskLanguage, Point } from '@akari/protocol'
import { type ReactElement, useMemo, useRef } from 'react'
import { type EvacuationPlace, evacuationMarks } from '../emergency/evacuation-marks.ts'
import { FloorPlan } from '../map/floor-plan.tsx'
import { useSize } from '../map/use-size.ts'

/** Metres of floor around the way, so that people see in what room of the building they are. */
const AROUND_M = 9

/** The floor with the way on it, turned so that up is where the reader looks. */
export function GuidancePlan({ place, language }: { place: EvacuationPlace; language: KioskLanguage }): ReactElement {
  const paper = useRef<HTMLDivElement>(null)
  const size = useSize(paper)
  const { level, kioskId, facingDeg, escapes } = place
  const focus = useMemo(() => focusOf(place), [place])
  const route = escapes[0]?.points
  return (
    <div className="ak-guidance-paper" ref={paper}>
      {size !== null && (
        <FloorPlan
          level={level}
          size={size}
          rotationDeg={-(facingDeg ?? 0)}
          language={language}
          kioskId={kioskId}
          keyed={false}
          {...(focus === null ? {} : { focus })}
          {...(route === undefined ? {} : { route })}
          draw={evacuationMarks}
        />
      )}
    </div>
  )
}

/** The corners of the floor around the nearest way; null where there is none, so that the whole level is drawn. */
function focusOf({ level, escapes }: EvacuationPlace): readonly Point[] | null {
  const [nearest] = escapes
  if (nearest === undefined) return null
  const outline = level.outline.flat(2)
  const [left, right] = spanOf(
    nearest.points.map(([x]) => x),
    outline.map(([x]) => x),
  )
  const [top, bottom] = spanOf(
    nearest.points.map(([, y]) => y),
    outline.map(([, y]) => y),
  )
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]
}

function spanOf(way: readonly number[], whole: readonly number[]): [number, number] {
  return [
    Math.max(Math.min(...whole), Math.min(...way) - AROUND_M),
    Math.min(Math.max(...whole), Math.max(...way) + AROUND_M),
  ]
}
