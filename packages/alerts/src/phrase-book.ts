import type { AlertWords, KioskLanguage, Texts } from '@akari/protocol'
import en from './phrases/en.json' with { type: 'json' }
import jaEasy from './phrases/ja-x-easy.json' with { type: 'json' }
import ja from './phrases/ja.json' with { type: 'json' }
import ko from './phrases/ko.json' with { type: 'json' }
import zhHans from './phrases/zh-Hans.json' with { type: 'json' }

export type Phrases = typeof ja
type Phrase = { headline: string; instruction: string }
export type AlertPhrase = keyof Phrases['alerts']
export type EndingPhrase = keyof Phrases['endings']
export type TemplatePhrase = keyof Phrases['templates']

const INTENSITIES = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5-',
  '5+',
  '6-',
  '6+',
  '7',
  'atLeast5Lower',
] as const satisfies readonly (keyof Phrases['intensities'])[]

/** Every language has every phrase, or this does not compile. */
const BOOK: Record<KioskLanguage, Phrases> = { ja, 'ja-x-easy': jaEasy, en, 'zh-Hans': zhHans, ko }

/** One phrase in every language of the book. */
export function textsOf(pick: (phrases: Phrases) => string): Texts {
  return {
    ja: pick(BOOK.ja),
    'ja-x-easy': pick(BOOK['ja-x-easy']),
    en: pick(BOOK.en),
    'zh-Hans': pick(BOOK['zh-Hans']),
    ko: pick(BOOK.ko),
  }
}

/** @param intensity what the headline says for `{intensity}`, where it asks for one */
export function alertWords(phrase: AlertPhrase, area: Texts, intensity: Texts | null = null): AlertWords {
  const plain = words((phrases) => phrases.alerts[phrase], area)
  if (intensity === null) return plain
  return { ...plain, headline: fill((phrases) => phrases.alerts[phrase].headline, 'intensity', intensity) }
}

/** 震度 in the words of every language; null for what is none. */
export function intensityTexts(intensity: string): Texts | null {
  const key = INTENSITIES.find((each) => each === intensity)
  return key === undefined ? null : textsOf((phrases) => phrases.intensities[key])
}

export function templateWords(phrase: TemplatePhrase, area: Texts): AlertWords {
  return words((phrases) => phrases.templates[phrase], area)
}

/** Words of an alert that is over; they name what is over where the phrase has room for it. */
export function endingWords(phrase: EndingPhrase, over: AlertWords): AlertWords {
  return {
    headline: fill((phrases) => phrases.endings[phrase].headline, 'headline', over.headline),
    instruction: textsOf((phrases) => phrases.endings[phrase].instruction),
    area: over.area,
  }
}

/** The same alert, said to take the place of one that was wrong (訂正). */
export function correctedWords(words: AlertWords): AlertWords {
  return { ...words, headline: fill((phrases) => phrases.corrected.headline, 'headline', words.headline) }
}

function words(pick: (phrases: Phrases) => Phrase, area: Texts): AlertWords {
  return {
    headline: textsOf((phrases) => pick(phrases).headline),
    instruction: textsOf((phrases) => pick(phrases).instruction),
    area,
  }
}

/** Puts `value` where the pattern says `{name}`, in each language with its own words, else the Japanese ones. */
export function fill(pick: (phrases: Phrases) => string, name: string, value: Texts): Texts {
  const filled = (language: KioskLanguage) =>
    pick(BOOK[language]).replace(`{${name}}`, () => value[language] ?? value.ja)
  return {
    ja: filled('ja'),
    'ja-x-easy': filled('ja-x-easy'),
    en: filled('en'),
    'zh-Hans': filled('zh-Hans'),
    ko: filled('ko'),
  }
}
