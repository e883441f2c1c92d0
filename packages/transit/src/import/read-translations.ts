import { Language, type Texts } from '@akari/protocol'
import type { Name } from '../model/timetable.ts'
import { languageOf, READING, readingOf, tidied } from './languages.ts'
import { eachRow, type Tables } from './tables.ts'

/** A text of one table: which field of which record it is, for translations that name the record. */
export type Source = { field: string; record?: string; sub?: string }

export type Translations = {
  /** Tags of the feed, ours where we have the language. */
  languages: ReadonlySet<string>
  nameOf: (text: string, source: Source) => Name
}

type Words = Map<string, string>

/** Words for one text each; more are no translations. */
const MOST_ROWS = 1_000_000

/**
 * What names are called in other languages. Both forms are read, mixed or not: `trans_id,lang,translation` of GTFS-JP v1 and v2, where
 * the key is the Japanese text itself, and table_name … field_value of v3 and of GTFS. A record's own words outdo those for its
 * text, and where a field has none, those of the same text elsewhere serve (a headsign that is a stop's name).
 */
export function readTranslations(tables: Tables, feedLanguage: string): Translations {
  const own = new Map<string, Words>()
  const ofText = new Map<string, Words>()
  const anywhere = new Map<string, Words>()
  const base = languageOf(feedLanguage)
  const languages = new Set([base])
  const columns = [
    'translation',
    'language',
    'lang',
    'trans_id',
    'table_name',
    'field_name',
    'record_id',
    'record_sub_id',
    'field_value',
  ]
  let rows = 0
  eachRow(tables, 'translations.txt', columns, 1, (fields, row) => {
    const [words = '', tag = '', oldTag = '', text = '', , field = '', record = '', sub = '', value = ''] = fields
    if (rows++ >= MOST_ROWS) return tables.report('table-too-long', 'translations.txt', `row ${row}`)
    const language = languageOf(tag || oldTag)
    if (language === '' || (text === '' && field === ''))
      return tables.report('row-unreadable', 'translations.txt', `row ${row}`)
    languages.add(language)
    const [to, key] =
      text !== ''
        ? [anywhere, tidied(text)]
        : record !== ''
          ? [own, `${field}\n${record}\n${sub}`]
          : [ofText, `${field}\n${tidied(value)}`]
    wordsIn(to, key).set(language, tidied(words))
    if (text === '' && value !== '') wordsIn(anywhere, tidied(value)).set(language, tidied(words))
  })
  return { languages, nameOf: (text, source) => nameOf(text, source) }

  function nameOf(raw: string, { field, record = '', sub = '' }: Source): Name {
    const text = tidied(raw)
    const ownWords = own.get(`${field}\n${record}\n${sub}`)
    if (ownWords !== undefined && !anywhere.has(text)) anywhere.set(text, ownWords)
    const found = [anywhere.get(text), ofText.get(`${field}\n${text}`), ownWords]
    return named(text, base, new Map(found.flatMap((words) => [...(words ?? [])])))
  }
}

function wordsIn(map: Map<string, Words>, key: string): Words {
  const words = map.get(key) ?? new Map<string, string>()
  if (words.size === 0) map.set(key, words)
  return words
}

/**
 * Japanese there always is: where the feed is in another language and has none, its own text stands for it. Easy Japanese is the
 * Japanese name with its reading above.
 */
export function named(text: string, base: string, words: ReadonlyMap<string, string>): Name {
  const texts: Texts = { ja: (base === 'ja' ? text : words.get('ja')) || text || '?' }
  for (const [language, translation] of [[base, text] as const, ...words]) {
    const ours = Language.safeParse(language).data
    if (ours !== undefined && ours !== 'ja' && translation !== '') texts[ours] = translation
  }
  const reading = readingOf(words.get(READING) ?? '')
  if (reading !== null && texts['ja-x-easy'] === undefined) texts['ja-x-easy'] = withReading(texts.ja, reading)
  return { texts, reading }
}

/** 青空文庫 annotation as protocol's `rubyParts` reads it, where the name has kanji and the reading fits it. */
function withReading(text: string, reading: string): string {
  const fits = /\p{sc=Han}/u.test(text) && !/[｜《》\n]/.test(text) && /^[\p{sc=Hiragana}ー・]+$/u.test(reading)
  return fits && text.length + reading.length < 1900 ? `｜${text}《${reading}》` : text
}
