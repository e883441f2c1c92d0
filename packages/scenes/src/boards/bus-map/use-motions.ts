import { alongAt, bearingAlong, drawnAt, isUnderWay, type Motion, nextMotion } from '@akari/transit'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { GeoProjection } from '../town/geo-projection.ts'
import type { SeenVehicle } from './seen-vehicles.ts'

/** A bus in town moves a pixel or two of the map in this time: more often would cost and show nothing. */
const STEP_MS = 250
const LEAST_STEP_PX = 0.4

/**
 * Puts the marks (`[data-vehicle]`, with their `[data-nose]`) of an element where the vehicles are, and moves them on their lines from
 * where they were seen to where they were seen last; without React, and only while something moves. `moving` false: they stand.
 */
export function useMotions(
  layer: RefObject<HTMLElement | null>,
  vehicles: readonly SeenVehicle[],
  projection: GeoProjection,
  moving: boolean,
): void {
  const motions = useRef<ReadonlyMap<string, Motion>>(new Map())
  useLayoutEffect(() => {
    const now = performance.now()
    motions.current = new Map(
      vehicles.map(({ id, sighting }) => {
        const before = motions.current.get(id) ?? null
        return [id, moving ? nextMotion(before, sighting, now) : nextMotion(null, sighting, now)]
      }),
    )
    const marks = marksIn(layer.current)
    const drawn = new Map<string, string>()
    const draw = (): boolean => {
      const at = performance.now()
      for (const { id, bearing } of vehicles) {
        const [motion, mark] = [motions.current.get(id), marks.get(id)]
        if (motion === undefined || mark === undefined) continue
        const [x, y] = projection
          .project(drawnAt(motion, at))
          .map((px) => Math.round(px / LEAST_STEP_PX) * LEAST_STEP_PX)
        const { line } = motion.sighting
        const turn = line === null ? bearing : bearingAlong(line, alongAt(motion, at))
        const place = `translate(${x?.toFixed(1)}px, ${y?.toFixed(1)}px)`
        const said = `${place} ${turn?.toFixed(0)}`
        if (drawn.get(id) === said) continue
        drawn.set(id, said)
        mark.style.transform = place
        mark.querySelector('[data-nose]')?.setAttribute('transform', `rotate(${(turn ?? 0).toFixed(0)})`)
      }
      return vehicles.some(({ id }) => {
        const motion = motions.current.get(id)
        return motion !== undefined && isUnderWay(motion, at)
      })
    }
    if (!draw()) return
    const timer = setInterval(() => {
      if (!draw()) clearInterval(timer)
    }, STEP_MS)
    return () => clearInterval(timer)
  }, [layer, vehicles, projection, moving])
}

function marksIn(layer: HTMLElement | null): Map<string, HTMLElement> {
  const marks = [...(layer?.querySelectorAll<HTMLElement>('[data-vehicle]') ?? [])]
  return new Map(marks.map((mark) => [mark.dataset['vehicle'] ?? '', mark]))
}
