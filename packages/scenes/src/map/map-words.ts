import type { KioskLanguage } from '@akari/protocol'
import en from './words/en.json'
import easy from './words/ja-x-easy.json'
import ja from './words/ja.json'
import ko from './words/ko.json'
import zhHans from './words/zh-Hans.json'

/** What the map says beside its names; Japanese defines the keys, and a language that lacks one does not compile. */
type MapWords = typeof ja

export const MAP_WORDS: Record<KioskLanguage, MapWords> = { ja, 'ja-x-easy': easy, en, 'zh-Hans': zhHans, ko }
