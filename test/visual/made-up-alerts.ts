import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ALERT_TEMPLATES, evacuationAlert } from '@akari/alerts'
import { type Alert, type AlertWords, type Handling, Language, type Stage, type Texts } from '@akari/protocol'

const LANGUAGES = Language.options
const JMA: Texts = { ja: '気象庁', en: 'Japan Meteorological Agency', 'zh-Hans': '日本气象厅', ko: '일본 기상청' }
const CITY: Texts = { ja: '小金井市', en: 'Koganei City', 'zh-Hans': '小金井市', ko: '고가네이시' }

type Part = 'headline' | 'instruction'
type Book = Record<'alerts' | 'endings', Record<string, Record<Part, string>>>
const books = new Map<Language, Book>()

function book(language: Language): Book {
  const path = new URL(`../../packages/alerts/src/phrases/${language}.json`, import.meta.url)
  const held = books.get(language) ?? JSON.parse(readFileSync(fileURLToPath(path), 'utf8'))
  books.set(language, held)
  return held
}

/** A phrase of the book in every language. */
export function phrase(
  group: 'alerts' | 'endings',
  name: string,
  part: Part,
  gaps: Record<string, string> = {},
): Texts {
  const said = (language: Language): string =>
    (book(language)[group][name]?.[part] ?? name).replaceAll(/\{(\w+)\}/g, (whole, gap: string) => gaps[gap] ?? whole)
  return { ja: said('ja'), ...Object.fromEntries(LANGUAGES.map((language) => [language, said(language)])) }
}

/** The words of an alert that is over. */
export function ended(words: AlertWords): AlertWords {
  const pattern = phrase('endings', 'cleared', 'headline')
  const headline = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      pattern[language]?.replace('{headline}', words.headline[language] ?? '') ?? '',
    ]),
  )
  return { ...words, headline: { ja: '', ...headline }, instruction: phrase('endings', 'cleared', 'instruction') }
}

/** An alert with the words of the book called `name`. */
export function alert(
  now: Date,
  name: string,
  field: Alert['presentation']['field'],
  symbol: Alert['presentation']['symbol'],
  more: Partial<Alert>,
  gaps: Record<string, string> = {},
): Alert {
  return {
    id: name,
    source: { kind: 'jma', name: JMA, reference: 'VPWW55' },
    category: 'Met',
    urgency: 'Expected',
    severity: 'Severe',
    certainty: 'Likely',
    hazard: 'heavy-rain',
    level: null,
    class: null,
    intensity: null,
    phase: 'inForce',
    target: { kind: 'all' },
    presentation: { mode: 'fullScreen', field, symbol },
    words: {
      headline: phrase('alerts', name, 'headline', gaps),
      instruction: phrase('alerts', name, 'instruction', gaps),
      area: CITY,
      fromBook: ['headline', 'instruction'],
    },
    sentAt: now.toISOString(),
    expiresAt: null,
    ...more,
  }
}

/** A prepared alert of the desk. */
export function desk(now: Date, id: string): Alert {
  const template = ALERT_TEMPLATES.find((candidate) => candidate.id === id)
  if (template === undefined) throw new Error(`no template ${id}`)
  const made = alert(now, id, 'evacuation', 'exit', {
    severity: 'Extreme',
    source: { kind: 'operator', name: CITY, reference: 'desk' },
  })
  const { hazard, level, words, presentation } = template
  return { ...made, hazard, level, words, presentation, id }
}

/** 避難指示, as the desk words it. */
export function order(now: Date): Alert {
  const made = alert(now, 'order', 'level4', 'exit', {
    severity: 'Extreme',
    source: { kind: 'operator', name: CITY, reference: 'desk' },
  })
  const worded = evacuationAlert({ order: 'order', hazard: 'flood' }, { ja: '小金井市全域', en: 'All of Koganei City' })
  return { ...made, ...worded }
}

/** The alert in a mode and stage of the city's policy; `stages` follow one another by so many seconds. */
export function handled(
  made: Alert,
  now: Date,
  { stages = [], stepSeconds = 600, fullScreenSeconds = null }: Handled,
): Alert {
  const at = (seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString()
  const handling: Handling = {
    policy: { version: 1, ruleId: 'rule' },
    sound: { chime: 'none', speak: false, times: 1 },
    stages: stages.map((stage, index) => ({ stage, from: at(index * stepSeconds) })),
    fullScreenUntil: fullScreenSeconds === null ? null : at(fullScreenSeconds),
  }
  return { ...made, handling }
}

interface Handled {
  stages?: readonly Stage[]
  stepSeconds?: number
  fullScreenSeconds?: number | null
}

/** The moment so many minutes before. */
export function ago(now: Date, minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString()
}
