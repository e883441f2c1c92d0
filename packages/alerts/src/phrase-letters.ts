import type { Language } from '@akari/protocol'
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

const BOOKS: Record<Language, object> = {
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

/** Every letter that the phrase book writes in this language, once each: what a screen has to have fonts for. */
export function lettersOfPhrases(language: Language): string {
  return [...new Set(JSON.stringify(BOOKS[language]))].join('')
}
