import { Language, type Texts, withReadingsAbove } from '@akari/protocol'

const LONGEST = 2000
/** Languages of one label. */
const MOST_LABELS = 100

/** Labels by language tag; real archives carry nulls and stray values, which say nothing. */
export type Labels = Record<string, unknown> | null | undefined

/**
 * IMDF labels as Texts. Tags are matched as BCP 47 (RFC 5646): `ja-JP` serves ja, `zh-TW` serves zh-Hant, and an exact tag goes
 * before a regional one. Without Japanese the archive's own language, English or whatever there is stands in for it
 * (`japanese: false`). Null when there is no text at all.
 */
export function textsOf(labels: Labels, archiveLanguage: string | null): { texts: Texts; japanese: boolean } | null {
  const written = labelsOf(labels).flatMap(([tag, label]) => {
    const text = typeof label === 'string' ? label.trim().slice(0, LONGEST) : ''
    return text === '' ? [] : [{ tag, text, language: languageOf(tag) }]
  })
  const first = written[0]
  if (first === undefined) return null
  const found: Partial<Record<Language, string>> = {}
  for (const { text, language } of written.toSorted((a, b) => exactness(b) - exactness(a))) {
    if (language !== null) found[language] ??= language === 'ja-x-easy' ? withReadingsAbove(text) : text
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

/** Scripts that write how Japanese is read, as people type it when they search. */
const READING_SCRIPTS = ['hira', 'kana', 'hrkt', 'latn']

/**
 * How labels are read: what is written in kana or romaji (`ja-Hira`, `ja-Latn`), and what やさしい日本語 puts in brackets
 * behind its kanji (`市民課（しみんか）`).
 */
export function readingsOf(...given: readonly Labels[]): string[] {
  const readings = given.flatMap((labels) =>
    labelsOf(labels).flatMap(([tag, written]) => {
      if (typeof written !== 'string') return []
      const label = written.slice(0, LONGEST)
      const [primary, ...subtags] = tag.toLowerCase().split(/[-_]/)
      if (primary !== 'ja') return []
      if (subtags.some((subtag) => READING_SCRIPTS.includes(subtag))) return [label.trim()]
      return subtags.includes('easy') ? [withoutKanji(label)] : []
    }),
  )
  return [...new Set(readings.filter((reading) => reading !== ''))]
}

/** Labels in whatever language, as somebody may search for them. */
export function otherLabels(labels: Labels): string[] {
  return labelsOf(labels).flatMap(([, label]) =>
    typeof label === 'string' && label.trim() !== '' ? [label.slice(0, LONGEST)] : [],
  )
}

function labelsOf(labels: Labels): [tag: string, label: unknown][] {
  return Object.entries(labels ?? {}).slice(0, MOST_LABELS)
}

/** `福祉会館（ふくし かいかん）` → `ふくし かいかん`; a text without brackets says nothing of how it is read. */
function withoutKanji(label: string): string {
  if (!/[（(]/.test(label)) return ''
  return label.replaceAll(/[\p{Script=Han}々〆ヶ]+[\p{Script=Hiragana}]*\s*[（(]([^）)]*)[）)]/gu, '$1').trim()
}
