import type { Point } from '@akari/protocol'
import { contains } from '../../model/geometry.ts'
import type { ModelLevel } from '../../model/venue-model.ts'
import { fittingId } from '../fitting-id.ts'
import type { ReportProblem } from '../import-problem.ts'
import type { Placing } from '../placing.ts'
import type { MlitLayers } from './layers.ts'
import { type NodeFloors, nodeFloors } from './node-floors.ts'

/** Where nothing says a level there is one, on the ground. */
const ONLY_LEVEL = { code: '', id: 'level', ordinal: 0 }

type Layered = { id: string; properties: { level: string | null } }

/** Levels by the code that their files have, lowest first, and one for each landing that only nodes stand on. */
export function mlitLevels(
  { floors, spaces, nodes }: MlitLayers,
  placing: Placing,
): { levels: ModelLevel[]; nodesAt: NodeFloors } {
  const codes = new Set([...floors, ...spaces].map(codeOf))
  const drawn = [...codes].flatMap((code): ModelLevel[] => {
    const own = floors.filter((floor) => codeOf(floor) === code)
    const said = own.map(({ properties }) => properties.ordinal).find((given) => given !== null)
    const ordinal = said ?? ordinalOf(code)
    // A code that nobody can read is no level: its rooms would stand on another one.
    if (ordinal === null || (code === ONLY_LEVEL.code && codes.size > 1)) return []
    const name = own.map(({ properties }) => properties.short_name).find((given) => given) ?? code
    return [
      {
        id: levelIdOf(code),
        ordinal,
        shortName: { ja: name === '' ? String(ordinal) : name },
        outline: own.flatMap(({ geometry }) => placing.area(geometry)),
        outdoor: /out$/i.test(code),
      },
    ]
  })
  const known = new Set(drawn.map(({ ordinal }) => ordinal))
  const nodesAt = nodeFloors(nodes, known)
  const ordinals = new Set(nodes.flatMap((node) => nodesAt.ordinalOf(node) ?? []))
  const sorted = drawn.toSorted((a, b) => a.ordinal - b.ordinal)
  const between = [...ordinals]
    .filter((ordinal) => !known.has(ordinal))
    .map((ordinal): ModelLevel => {
      const below = sorted.findLast((level) => level.ordinal < ordinal)?.shortName.ja ?? ''
      const above = sorted.find((level) => level.ordinal > ordinal)?.shortName.ja ?? ''
      return { id: `landing:${ordinal}`, ordinal, shortName: { ja: `${below}–${above}` }, outline: [], outdoor: false }
    })
  return { levels: [...drawn, ...between].toSorted((a, b) => a.ordinal - b.ordinal), nodesAt }
}

/** Of features those that stand on one of the levels, with its id; the others are reported. */
export function onLevels<F extends Layered>(
  layer: string,
  features: readonly F[],
  levels: readonly ModelLevel[],
  report: ReportProblem,
): (F & { levelId: string })[] {
  const known = new Set(levels.map(({ id }) => id))
  return features.flatMap((feature) => {
    const levelId = levelIdOf(codeOf(feature))
    if (known.has(levelId)) return [{ ...feature, levelId }]
    report({ code: 'level-unknown', file: layer, featureId: feature.id, detail: feature.properties.level })
    return []
  })
}

function codeOf({ properties }: Layered): string {
  return properties.level ?? ONLY_LEVEL.code
}

function levelIdOf(code: string): string {
  return code === ONLY_LEVEL.code ? ONLY_LEVEL.id : fittingId(code)
}

/** The level that a node stands on: of those of its ordinal the one whose floor is under it. */
export function levelAt(levels: readonly ModelLevel[], ordinal: number, at: Point): ModelLevel | null {
  const same = levels.filter((level) => level.ordinal === ordinal)
  return same.find(({ outline }) => outline.some((polygon) => contains(polygon, at))) ?? same[0] ?? null
}

/** `B2` is −2, `3` and `3out` are 3; null where a code tells nothing. */
function ordinalOf(code: string): number | null {
  if (code === ONLY_LEVEL.code) return ONLY_LEVEL.ordinal
  const below = /^B(\d+)/i.exec(code)?.[1]
  const ordinal = below === undefined ? Number.parseFloat(code) : -Number(below)
  return Number.isFinite(ordinal) ? ordinal : null
}
