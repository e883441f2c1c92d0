import type { Language } from '@akari/protocol'
import en from './en.json'
import es from './es.json'
import fil from './fil.json'
import id from './id.json'
import easy from './ja-x-easy.json'
import ja from './ja.json'
import ko from './ko.json'
import my from './my.json'
import ne from './ne.json'
import pt from './pt.json'
import th from './th.json'
import uk from './uk.json'
import vi from './vi.json'
import zhHans from './zh-Hans.json'
import zhHant from './zh-Hant.json'

/** Words of the glass that can stand on an emergency frame: what the languages that no kiosk speaks have. */
export type EmergencyKey = keyof typeof zhHant
export type EmergencyWords = Record<EmergencyKey, string>

/** Every language has every word of an emergency, or this does not compile. */
export const EMERGENCY_WORDS: Record<Language, EmergencyWords> = {
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
