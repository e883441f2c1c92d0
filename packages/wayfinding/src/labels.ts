import { Language, type Texts } from '@akari/protocol'
import type { Labels } from './imdf-schemas.ts'

const LONGEST = 2000

/**
 * IMDF labels as Texts. Tags are matched as BCP 47 (RFC 5646): `ja-JP` serves ja, `zh-TW` serves zh-Hant, and an exact tag goes
 * before a regional one. Without Japanese the archive's own language, English or whatever there is stands in for it
 * (`japanese: false`). Null when there is no text at all.
 */
export function textsOf(labels: Labels, archiveLanguage: string | null): { texts: Texts; japanese: boolean } | null {
  const written = Object.entries(labels ?? {}).flatMap(([tag, label]) => {
    const text = typeof label === 'string' ? label.trim().slice(0, LONGEST) : ''
    return text === '' ? [] : [{ tag, text, language: languageOf(tag) }]
  })
  const first = written[0]
  if (first === undefined) return null
  const found: Partial<Record<Language, string>> = {}
  for (const { text, language } of written.toSorted((a, b) => exactness(b) - exactness(a))) {
    if (language !== null) found[language] ??= text
  }
  const ownLanguage = archiveLanguage === null ? null : languageOf(archiveLanguage)
  const standIn = (ownLanguage === null ? undefined : found[ownLanguage]) ?? found.en ?? first.text
  return { texts: { ...found, ja: found.ja ?? standIn }, japanese: found.ja !== undefined }
}

/** The language of ours that a BCP 47 tag belongs to, if any. */
export function languageOf(tag: string): Language | null {
  const exact = Language.options.find((language) => language.toLowerCase() === tag.toLowerCase())
  if (exact !== undefined) return exact
  const [primary = '', ...subtags] = tag.toLowerCase().split(/[-_]/)
  if (primary === 'zh')
    return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-Hant' : 'zh-Hans'
  if (primary === 'tl') return 'fil'
  /** Another script (ja-Latn, ja-Hira) is not the text that people read in that language. */
  if (subtags.some((subtag) => /^[a-z]{4}$/.test(subtag))) return null
  return Language.options.find((language) => language === primary) ?? null
}

function exactness({ tag, language }: { tag: string; language: Language | null }): number {
  return Number(tag === language)
}
