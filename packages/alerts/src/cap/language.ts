import { Language } from '@akari/protocol'

/** Tags that mean the same language under another name. */
const OTHER_NAMES: ReadonlyMap<string, Language> = new Map([
  ['tl', 'fil'],
  ['in', 'id'],
  ['cmn', 'zh-Hans'],
  ['zh', 'zh-Hans'],
])
/** Chinese is told apart by its script, and without one by where it is written. */
const TRADITIONAL = /^(zh|cmn)-(.*-)?(hant|tw|hk|mo)(-|$)/
const SIMPLIFIED = /^(zh|cmn)-(.*-)?hans(-|$)/

/** The language of ours that a BCP 47 tag means (RFC 4647 §3.4, lookup: the end is cut off bit by bit); else null. */
export function languageOf(tag: string): Language | null {
  const wanted = tag.trim().replaceAll('_', '-').toLowerCase()
  if (SIMPLIFIED.test(wanted)) return 'zh-Hans'
  if (TRADITIONAL.test(wanted)) return 'zh-Hant'
  for (let range = wanted; range !== ''; range = range.slice(0, Math.max(0, range.lastIndexOf('-')))) {
    const known = Language.options.find((language) => language.toLowerCase() === range) ?? OTHER_NAMES.get(range)
    if (known !== undefined) return known
  }
  return null
}
