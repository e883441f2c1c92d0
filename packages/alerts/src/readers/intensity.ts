import { comparable, textOf, type XmlElement } from '../xml/element.ts'

/** 震度 and what stands beside it in forecasts; a code of its own for 弱 and 強. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['5弱', '5-'],
  ['5強', '5+'],
  ['6弱', '6-'],
  ['6強', '6+'],
])

/** 震度 as the agency codes it (`5-`), whatever blanks or widths it was written with; null where there is none. */
export function intensityOf(parent: XmlElement | null, name: string): string | null {
  const text = textOf(parent, name)
  if (text === null) return null
  const plain = comparable(text).replaceAll(/\s/g, '').replace(/^震度/, '')
  const known = WORDS.get(plain) ?? plain
  return /^([0-47]|[56][-+]|over|不明)$/.test(known) ? known : null
}
