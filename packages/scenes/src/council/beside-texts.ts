import {
  type AgendaItem,
  KIOSK_LANGUAGES,
  type KioskLanguage,
  type Language,
  type SittingLive,
  type Speaker,
  type Texts,
  textIn,
} from '@akari/protocol'
import { momentWords } from '../text/moment.ts'
import { agendaNumber } from './agenda-number.ts'
import { type CouncilWord, councilWord, durationWords } from './council-words.ts'
import { type SlateNow, slateWords } from './slate-words.ts'

/** A word of a sitting in every language that has it. */
export function councilTexts(word: CouncilWord): Texts {
  return inAll((language) => councilWord(language, word))
}

/**
 * A part of what stands beside a Japanese text: what it is about (`isLead`), or its number or party. `isOwn`: in the Japanese that stands
 * there anyway.
 */
export interface BesidePart {
  text: string
  language: Language
  isLead: boolean
  isOwn?: boolean
}

/** A text by itself. */
export function partsOf(texts: Texts): (language: Language) => readonly BesidePart[] {
  return (language) => partIn(texts, language, true)
}

/** In which languages an item stands: those of its title, and of `others` those that have a word for its number. */
export function itemTexts({ number, title }: AgendaItem, others: readonly Language[]): Texts {
  const texts = { ...title }
  for (const language of others)
    if (number !== undefined && hasNumber(number, language)) texts[language] ??= agendaNumber(number, language).text
  return texts
}

/** The item under discussion with its number, where there is a word for that; one without a title in a language has the nearest. */
export function itemParts({ number, title }: AgendaItem): (language: Language) => readonly BesidePart[] {
  return (language) => {
    const numbered = number !== undefined && hasNumber(number, language)
    const written = textIn(title, language)
    return [
      ...(numbered ? [{ ...agendaNumber(number, language), isLead: false }] : []),
      { ...written, isLead: true, ...(written.language === 'ja' ? { isOwn: true } : {}) },
    ]
  }
}

function hasNumber(number: string, language: Language): boolean {
  return agendaNumber(number, language).language === language
}

/** Who speaks and for whom. */
export function speakerParts({ name, party }: Speaker): (language: Language) => readonly BesidePart[] {
  return (language) => [...partIn(name, language, true), ...partIn(party ?? {}, language, false)]
}

function partIn(texts: Partial<Texts>, language: Language, isLead: boolean): readonly BesidePart[] {
  const text = texts[language]
  return text === undefined ? [] : [{ text, language, isLead }]
}

/** What a slate says first. */
export function nowTexts(now: SlateNow, timeZone: string): Texts {
  return inAll((language) => said(now, language, timeZone)[0] ?? '')
}

/** What a slate says: the state of the sitting, and how it goes on. */
export function nowParts(now: SlateNow, timeZone: string): (language: Language) => readonly BesidePart[] {
  return (language) => {
    const reader = KIOSK_LANGUAGES.find((one) => one === language)
    return reader === undefined
      ? []
      : said(now, reader, timeZone).map((text, at) => ({ text, language, isLead: at === 0 }))
  }
}

function said(now: SlateNow, language: KioskLanguage, timeZone: string): readonly string[] {
  const told = slateWords(now).map(({ word, at }) =>
    councilWord(language, word, at === undefined ? {} : { time: momentWords(at, language, timeZone).time }),
  )
  if (now.show !== 'countdown') return told
  const [untilOpening = '', ...opens] = told
  return now.minutes === null ? opens : [`${untilOpening} ${durationWords(now.minutes, language)}`, ...opens]
}

/** All that stands beside a picture and is written in more than Japanese. */
export function sessionTexts(title: Texts, live: SittingLive | null): readonly Texts[] {
  const { item = null, speaker = null } = live ?? {}
  return [title, ...(item === null ? [] : [item.title]), ...(speaker === null ? [] : [speaker.name])]
}

function inAll(textFor: (language: KioskLanguage) => string): Texts {
  const texts: Texts = { ja: textFor('ja') }
  for (const language of KIOSK_LANGUAGES) texts[language] = textFor(language)
  return texts
}
