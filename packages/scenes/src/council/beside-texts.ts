import {
  type AgendaItem,
  KIOSK_LANGUAGES,
  type KioskLanguage,
  type Language,
  type SittingLive,
  type Speaker,
  type Texts,
} from '@akari/protocol'
import { momentWords } from '../text/moment.ts'
import { agendaNumber } from './agenda-number.ts'
import { type CouncilWord, councilWord, durationWords } from './council-words.ts'
import { type SlateNow, slateWords } from './slate-words.ts'

/** A word of a sitting in every language that has it. */
export function councilTexts(word: CouncilWord): Texts {
  return inAll((language) => councilWord(language, word))
}

type TextsWhereWritten = Partial<Record<Language, string | undefined>>

/** A part of what stands beside a Japanese text: what it is about (`isLead`), or its number or party. */
export interface BesidePart {
  text: string
  isLead: boolean
}

/** A text by itself. */
export function partsOf(texts: Texts): (language: Language) => readonly BesidePart[] {
  return (language) => partIn(texts, language, true)
}

/** The item under discussion with its number, where there is a word for that. */
export function itemParts({ number, title }: AgendaItem): (language: Language) => readonly BesidePart[] {
  const numbers: TextsWhereWritten = {}
  if (number !== undefined)
    for (const reader of KIOSK_LANGUAGES) {
      const numbered = agendaNumber(number, reader)
      numbers[numbered.language] = numbered.text
    }
  return (language) => [...partIn(numbers, language, false), ...partIn(title, language, true)]
}

/** Who speaks and for whom. */
export function speakerParts({ name, party }: Speaker): (language: Language) => readonly BesidePart[] {
  return (language) => [...partIn(name, language, true), ...partIn(party ?? {}, language, false)]
}

function partIn(texts: TextsWhereWritten, language: Language, isLead: boolean): readonly BesidePart[] {
  const text = texts[language]
  return text === undefined ? [] : [{ text, isLead }]
}

/** What a slate says first. */
export function nowTexts(now: SlateNow, timeZone: string): Texts {
  return inAll((language) => said(now, language, timeZone)[0] ?? '')
}

/** What a slate says: the state of the sitting, and how it goes on. */
export function nowParts(now: SlateNow, timeZone: string): (language: Language) => readonly BesidePart[] {
  return (language) => {
    const reader = KIOSK_LANGUAGES.find((one) => one === language)
    return reader === undefined ? [] : said(now, reader, timeZone).map((text, at) => ({ text, isLead: at === 0 }))
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
