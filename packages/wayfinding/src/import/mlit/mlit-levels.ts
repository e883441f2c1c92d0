import type { Point } from '@akari/protocol'
import { contains } from '../../model/geometry.ts'
import type { ModelLevel } from '../../model/venue-model.ts'
import type { Placing } from '../placing.ts'
import type { MlitLayers } from './layers.ts'

/** Levels by the code that their files have, lowest first, and one for each landing that only nodes stand on. */
export function mlitLevels({ floors, spaces, nodes }: MlitLayers, placing: Placing): ModelLevel[] {
  const codes = new Set([...floors, ...spaces].map(({ properties }) => properties.level ?? ''))
  const drawn = [...codes].map((code): ModelLevel => {
    const own = floors.filter(({ properties }) => (properties.level ?? '') === code)
    const ordinal = own.map(({ properties }) => properties.ordinal).find((given) => given != null) ?? ordinalOf(code)
    const name = own.map(({ properties }) => properties.short_name).find((given) => given) ?? code
    return {
      id: code === '' ? 'level' : code,
      ordinal,
      shortName: { ja: name === '' ? String(ordinal) : name },
      outline: own.flatMap(({ geometry }) => placing.area(geometry)),
      outdoor: /out$/i.test(code),
    }
  })
  const known = new Set(drawn.map(({ ordinal }) => ordinal))
  const landings = [...new Set(nodes.map(nodeOrdinal))].filter((ordinal) => !known.has(ordinal))
  const sorted = drawn.toSorted((a, b) => a.ordinal - b.ordinal)
  const between = landings.map((ordinal): ModelLevel => {
    const below = sorted.findLast((level) => level.ordinal < ordinal)?.shortName.ja ?? ''
    const above = sorted.find((level) => level.ordinal > ordinal)?.shortName.ja ?? ''
    return { id: `landing ${ordinal}`, ordinal, shortName: { ja: `${below}–${above}` }, outline: [], outdoor: false }
  })
  return [...drawn, ...between].toSorted((a, b) => a.ordinal - b.ordinal)
}

export function nodeOrdinal({ properties: { ordinal, floor } }: MlitLayers['nodes'][number]): number {
  return ordinal ?? floor ?? 0
}

/** The level that a node stands on: of those of its ordinal the one whose floor is under it. */
export function levelAt(levels: readonly ModelLevel[], ordinal: number, at: Point): ModelLevel | null {
  const same = levels.filter((level) => level.ordinal === ordinal)
  return same.find(({ outline }) => outline.some((polygon) => contains(polygon, at))) ?? same[0] ?? null
}

/** `B2` is −2, `3` and `3out` are 3. */
function ordinalOf(code: string): number {
  const below = /^B(\d+)/i.exec(code)?.[1]
  return below === undefined ? Number.parseFloat(code) || 0 : -Number(below)
}
