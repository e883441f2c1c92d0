import type { EscapeRoute, WayClosure } from '@akari/protocol'
import { contains } from '@akari/wayfinding'

/** A zone narrower than this is stepped over. */
const EVERY_M = 0.5

/**
 * Those of some ways out of a level, worked out with everything open, that closures leave: none to a door that is closed, and
 * none through a zone. For as long as nobody can work out others.
 */
export function openEscapes(
  escapes: readonly EscapeRoute[],
  levelId: string,
  closed: readonly WayClosure[],
): readonly EscapeRoute[] {
  const ids = new Set(closed.flatMap(({ featureIds }) => featureIds))
  const rings = closed.flatMap(({ zones }) => zones.filter((zone) => zone.levelId === levelId).map(({ ring }) => ring))
  return escapes.filter(
    ({ exitId, points }) =>
      !ids.has(exitId) && !alongEvery(points).some((at) => rings.some((ring) => contains([ring], at))),
  )
}

function alongEvery(points: EscapeRoute['points']): EscapeRoute['points'] {
  return points.flatMap(([x2, y2], n): EscapeRoute['points'] => {
    const [x1, y1] = points[n - 1] ?? [x2, y2]
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / EVERY_M))
    return Array.from({ length: steps }, (_, step) => {
      const share = (step + 1) / steps
      return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
    })
  })
}
