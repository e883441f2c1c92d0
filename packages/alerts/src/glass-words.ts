import type { Language } from '@akari/protocol'
import en from './glass/en.json' with { type: 'json' }
import es from './glass/es.json' with { type: 'json' }
import fil from './glass/fil.json' with { type: 'json' }
import id from './glass/id.json' with { type: 'json' }
import easy from './glass/ja-x-easy.json' with { type: 'json' }
import ja from './glass/ja.json' with { type: 'json' }
import ko from './glass/ko.json' with { type: 'json' }
import my from './glass/my.json' with { type: 'json' }
import ne from './glass/ne.json' with { type: 'json' }
import pt from './glass/pt.json' with { type: 'json' }
import th from './glass/th.json' with { type: 'json' }
import uk from './glass/uk.json' with { type: 'json' }
import vi from './glass/vi.json' with { type: 'json' }
import zhHans from './glass/zh-Hans.json' with { type: 'json' }
import zhHant from './glass/zh-Hant.json' with { type: 'json' }

/** What a glass says by itself on an emergency frame; `@akari/alerts/glass-words` alone, as screens need no telegrams. */
export type GlassWords = typeof ja
export type GlassKey = keyof GlassWords

/** Every language has every word, or this does not compile. */
export const GLASS_WORDS: Record<Language, GlassWords> = {
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
