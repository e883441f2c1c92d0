import type { Place } from '../place.ts'
import type { Kind, WeatherWarning } from '../telegram.ts'
import { comparable } from '../xml/element.ts'
import { type WeatherKind, weatherKindOf, weatherKindOfName } from './weather-kind.ts'

/** What a telegram says of the city: every kind in force, the keys that it releases by name, and whether all was understood. */
export type Standing = { inForce: WeatherKind[]; released: Set<string>; understood: boolean }

const NONE = new Set(['発表警報・注意報はなし', 'なし'])

/** @param legacy VPWW53/54, whose codes lack 危険警報 and hide 土砂災害 in a condition */
export function standingOf(telegram: WeatherWarning, kinds: readonly Kind[], place: Place, legacy: boolean): Standing {
  const standing: Standing = { inForce: [], released: new Set(), understood: kinds.length > 0 }
  for (const kind of kinds) {
    const status = comparable(kind.status ?? '')
    const known = weatherKindOf(kind.code, kind.name)
    if (status === '解除' || kind.code === '00') {
      for (const each of legacy ? unfolded(known, kind) : [known]) if (each !== null) standing.released.add(each.key)
    } else if (kind.code === null && NONE.has(status)) continue
    else if (kind.code === null || known === null) standing.understood = false
    else standing.inForce.push(...(legacy ? unfolded(known, kind) : [known]))
  }
  if (legacy) standing.inForce.push(...kindsOfNotice(telegram.notice ?? '', place.city.name.ja))
  return standing
}

/** 大雨警報 and 大雨特別警報 of the older telegrams stand for 土砂災害, 浸水害 or both, as their condition says. */
function unfolded<K extends WeatherKind | null>(known: K, kind: Kind): (K | WeatherKind)[] {
  if (known === null || known.key !== 'heavy-rain' || known.class === 'advisory') return [known]
  const condition = comparable(kind.condition ?? '')
  const landslide = weatherKindOfName(known.class === 'special' ? '土砂災害特別警報' : '土砂災害警報')
  if (!condition.includes('土砂災害') || landslide === null) return [known]
  return condition.includes('浸水害') ? [known, landslide] : [landslide]
}

/**
 * Level 4 has no code in the older telegrams; Body/Notice says it in words:
 * `［危険警報・氾濫特別警報の発表状況］〈レベル４大雨危険警報〉姫路市、多可町＊` (blanks between them, too).
 */
function kindsOfNotice(notice: string, city: string): WeatherKind[] {
  return [...comparable(notice).matchAll(/[〈<《]([^〉>》]+)[〉>》]([^〈<《［[]*)/g)].flatMap(
    ([, name = '', cities = '']) => {
      const kind = weatherKindOfName(name.trim())
      const named = cities.split(/[\s、,・:()]+/).map((each) => each.replace(/\*+$/, ''))
      return kind !== null && named.includes(comparable(city)) ? [kind] : []
    },
  )
}
