import type { AlertWords, Language, Texts } from '@akari/protocol'
import type { Place } from '../place.ts'
import type { CapInfo } from './cap-alert.ts'
import { concernOfArea } from './concern.ts'
import { textsOf as phraseOf } from '../phrase-book.ts'
import { languageOf } from './language.ts'
import own from './phrases.json' with { type: 'json' }
import type { CapPolicy } from './policy.ts'

/** The longest line that a text of the protocol may have. */
const LONGEST = 2000

/**
 * The words of one alert from the infos that say the same, the leading one first; each gives its own language, so that
 * nothing here is translated. Readers of Japanese and English get what is there under a word of theirs where nobody wrote
 * their language.
 */
export function wordsOf(infos: readonly CapInfo[], place: Place, policy: CapPolicy): AlertWords {
  const headline = byLanguage(infos, (info) => info.headline ?? info.event)
  const instruction = byLanguage(infos, (info) => info.instruction ?? info.description)
  const area = byLanguage(infos, (info) => areaOf(info, place, policy))
  const named = headline.get('en') ?? clipped(infos[0]?.headline ?? infos[0]?.event ?? '')
  const under = (phrase: string): string => clipped(phrase.replace('{text}', () => named))
  if (!headline.has('ja')) {
    if (!headline.has('ja-x-easy')) headline.set('ja-x-easy', under(own['ja-x-easy'].untranslated))
    if (!headline.has('en')) headline.set('en', under(own.en.untranslated))
  }
  const isSilent = instruction.size === 0
  return {
    headline: textsOf(headline, under(own.ja.untranslated)),
    instruction: isSilent
      ? phraseOf((phrases) => phrases.cap.instruction)
      : textsOf(instruction, instruction.get('en') ?? phraseOf((phrases) => phrases.cap.instruction).ja),
    area: area.size === 0 ? place.city.name : textsOf(area, place.city.name.ja),
    fromBook: [...(isSilent ? (['instruction'] as const) : []), ...(area.size === 0 ? (['area'] as const) : [])],
  }
}

/** Who speaks, as the glass names the source. */
export function senderNameOf(infos: readonly CapInfo[], sender: string): Texts {
  const names = byLanguage(infos, (info) => info.senderName)
  return textsOf(names, clipped(infos.find((info) => info.senderName !== null)?.senderName ?? sender))
}

/** The names of the areas that reach here; of all where none is known to. */
function areaOf(info: CapInfo, place: Place, policy: CapPolicy): string | null {
  const here = info.areas.filter((area) => concernOfArea(area, place, policy) === 'here')
  const names = (here.length > 0 ? here : info.areas).map((area) => area.areaDesc).filter((name) => name !== '')
  return names.length === 0 ? null : names.join(languageOf(info.language) === 'ja' ? '、' : ', ')
}

function byLanguage(infos: readonly CapInfo[], pick: (info: CapInfo) => string | null): Map<Language, string> {
  const texts = new Map<Language, string>()
  for (const info of infos) {
    const language = languageOf(info.language)
    const text = pick(info)
    if (language !== null && text !== null && !texts.has(language)) texts.set(language, clipped(text))
  }
  return texts
}

function textsOf(texts: ReadonlyMap<Language, string>, otherwise: string): Texts {
  return { ...Object.fromEntries(texts), ja: texts.get('ja') ?? otherwise }
}

function clipped(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
