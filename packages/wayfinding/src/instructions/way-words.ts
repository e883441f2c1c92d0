import { Language, type Texts, textIn } from '@akari/protocol'
import en from './phrases/en.json' with { type: 'json' }
import es from './phrases/es.json' with { type: 'json' }
import fil from './phrases/fil.json' with { type: 'json' }
import id from './phrases/id.json' with { type: 'json' }
import easy from './phrases/ja-x-easy.json' with { type: 'json' }
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

export type WayWords = typeof ja
export type WayKey = keyof WayWords

/** Every language has every phrase, or this does not compile. */
export const WAY_WORDS: Record<Language, WayWords> = {
  ja,
  'ja-x-easy': easy,
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

/** A label may fill a whole text: with words around it, it would be too long for one. */
const LONGEST_NAME = 500

/** A phrase in every language, names in the language of the phrase as far as they are known in it. */
export function phrase(key: WayKey, values: { place?: Texts; level?: Texts; metres?: number } = {}): Texts {
  const say = (language: Language): string =>
    WAY_WORDS[language][key].replaceAll(/\{(place|level|metres)\}/g, (_whole, name: string) => {
      if (name === 'metres') return String(Math.max(1, Math.round(values.metres ?? 0)))
      const texts = name === 'place' ? values.place : values.level
      return texts === undefined ? '' : textIn(texts, language).text.slice(0, LONGEST_NAME)
    })
  const texts: Texts = { ja: say('ja') }
  for (const language of Language.options) texts[language] = say(language)
  return texts
}
