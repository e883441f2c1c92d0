import { type AlertWords, Language, type Texts, textIn } from '@akari/protocol'
import en from './phrases/en.json' with { type: 'json' }
import es from './phrases/es.json' with { type: 'json' }
import fil from './phrases/fil.json' with { type: 'json' }
import id from './phrases/id.json' with { type: 'json' }
import jaEasy from './phrases/ja-x-easy.json' with { type: 'json' }
import ja from './phrases/ja.json' with { type: 'json' }
import ko from './phrases/ko.json' with { type: 'json' }
import my from './phrases/my.json' with { type: 'json' }
import ne from './phrases/ne.json' with { type: 'json' }
import pt from './phrases/pt.json' with { type: 'json' }
import th from './phrases/th.json' with { type: 'json' }
import uk from './phrases/uk.json' with { type: 'json' }
import vi from './phrases/vi.json' with { type: 'json' }
import zhHans from './phrases/zh-Hans.json' with { type: 'json' }
import zhHant from './phrases/zh-Hant.json' with { type: 'json' }

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
export const BOOK: Record<Language, Phrases> = {
  ja,
  'ja-x-easy': jaEasy,
  en,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  ko,
  vi,
  ne,
  fil,
  pt,
  es,
  th,
  id,
  my,
  uk,
}

/** One phrase in every language of the book. */
export function textsOf(pick: (phrases: Phrases) => string): Texts {
  const texts: Texts = { ja: pick(BOOK.ja) }
  for (const language of Language.options) texts[language] = pick(BOOK[language])
  return texts
}

/** @param intensity what the headline says for `{intensity}`, where it asks for one */
export function alertWords(phrase: AlertPhrase, area: Texts, intensity: Texts | null = null): AlertWords {
  const plain = phraseWords((phrases) => phrases.alerts[phrase], area)
  if (intensity === null) return plain
  return { ...plain, headline: fill((phrases) => phrases.alerts[phrase].headline, 'intensity', intensity) }
}

/** 震度 in the words of every language; null for what is none. */
export function intensityTexts(intensity: string): Texts | null {
  const key = INTENSITIES.find((each) => each === intensity)
  return key === undefined ? null : textsOf((phrases) => phrases.intensities[key])
}

export function templateWords(phrase: TemplatePhrase, area: Texts): AlertWords {
  return phraseWords((phrases) => phrases.templates[phrase], area)
}

/** Words of an alert that is over; they name what is over where the phrase has room for it. */
export function endingWords(phrase: EndingPhrase, over: AlertWords): AlertWords {
  return {
    headline: fill((phrases) => phrases.endings[phrase].headline, 'headline', over.headline),
    instruction: textsOf((phrases) => phrases.endings[phrase].instruction),
    area: over.area,
    fromBook: ['headline', 'instruction', ...(over.fromBook?.includes('area') ? (['area'] as const) : [])],
  }
}

/** The same alert, said to take the place of one that was wrong (訂正). */
export function correctedWords(words: AlertWords): AlertWords {
  return {
    ...words,
    headline: fill((phrases) => phrases.corrected.headline, 'headline', words.headline),
    fromBook: [...new Set([...(words.fromBook ?? []), 'headline' as const])],
  }
}

/** Words that are the book's altogether, its names of places included. */
export function bookWords(words: Pick<AlertWords, 'headline' | 'instruction' | 'area'>): AlertWords {
  return { ...words, fromBook: ['headline', 'instruction', 'area'] }
}

function phraseWords(pick: (phrases: Phrases) => Phrase, area: Texts): AlertWords {
  return bookWords({
    headline: textsOf((phrases) => pick(phrases).headline),
    instruction: textsOf((phrases) => pick(phrases).instruction),
    area,
  })
}

/**
 * Puts `value` where the pattern says `{name}`, in each language with its own words: a language in which `value` is not
 * written gets no text at all, so that its readers get English rather than a mixture. Japanese and English always get one.
 */
export function fill(pick: (phrases: Phrases) => string, name: string, value: Texts): Texts {
  const filled = (language: Language, own: string): string => pick(BOOK[language]).replace(`{${name}}`, () => own)
  const texts: Texts = { ja: filled('ja', value.ja) }
  for (const language of Language.options) {
    const own = language === 'en' ? textIn(value, 'en').text : value[language]
    if (own !== undefined) texts[language] = filled(language, own)
  }
  return texts
}
