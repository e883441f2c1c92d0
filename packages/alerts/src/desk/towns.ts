import type { OrderedArea, Texts, Town } from '@akari/protocol'
import { fill, type Phrases, textsOf } from '../phrase-book.ts'
import koganei from '../places/koganei-towns.json' with { type: 'json' }

const KOGANEI_CODE = '1321000'

/** The towns of a city that is known here, by its 7-digit code; staff write those of any other. */
export function shippedTowns(cityCode: string): readonly Town[] {
  return cityCode === KOGANEI_CODE ? koganei : []
}

/** Every town that an area names and the list does not know, or a 丁目 that the town has not. */
export function unknownIn(area: OrderedArea, towns: readonly Town[]): string[] {
  if (area.kind === 'whole') return []
  return area.towns
    .filter(({ townId, blocks }) => {
      const town = towns.find(({ id }) => id === townId)
      return town === undefined || blocks.some((block) => block > town.blocks)
    })
    .map(({ townId }) => townId)
}

/** «本町１・２丁目、東町全域», in the list's order; null when no known town is named. */
export function areaTexts(area: OrderedArea, city: Texts, towns: readonly Town[]): Texts | null {
  if (area.kind === 'whole') return fill((phrases) => phrases.areas.wholeCity, 'city', city)
  const named = towns.flatMap((town) => {
    const chosen = area.towns.find(({ townId }) => townId === town.id)
    return chosen === undefined ? [] : [partOf(town, chosen.blocks)]
  })
  const [first, ...rest] = named
  return first === undefined ? null : rest.reduce(joined, first)
}

function partOf(town: Town, blocks: readonly number[]): Texts {
  const wanted = [...new Set(blocks)].toSorted((a, b) => a - b)
  const isWhole = wanted.length === 0 || wanted.length >= town.blocks
  if (isWhole) return fill((phrases) => phrases.areas.wholeTown, 'town', town.name)
  const pattern = (phrases: Phrases) =>
    phrases.areas.blocks.replace('{numbers}', wanted.map(digitsIn(phrases)).join(phrases.areas.blockSeparator))
  return fill(pattern, 'town', town.name)
}

/** Wide digits where the phrases are set in wide letters. */
function digitsIn(phrases: Phrases): (block: number) => string {
  const isWide = phrases.intensities['7'] === '７'
  return (block) =>
    isWide ? String(block).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : String(block)
}

/** Language by language, with the separator of each. */
function joined(before: Texts, next: Texts): Texts {
  const texts = textsOf((phrases) => phrases.areas.separator)
  for (const [language, separator] of Object.entries(texts)) {
    Object.assign(texts, { [language]: `${wordsIn(before, language)}${separator}${wordsIn(next, language)}` })
  }
  return texts
}

function wordsIn(texts: Texts, language: string): string {
  return Object.entries(texts).find(([each]) => each === language)?.[1] ?? texts.en ?? texts.ja
}
