import { type Alert, type KioskLanguage, type Language, textIn } from '@akari/protocol'
import { say } from '../locales/words.ts'
import { languageBeside } from '../locales/words-beside.ts'
import { momentWords } from '../text/moment.ts'
import { emsOf, pagesOf } from '../text/pages.ts'
import { emergencyLanguages } from './alert-lines.ts'

/** One page of the ticker: a part of what one alert says, in one language. */
export interface TickerPage {
  alert: Alert
  text: string
  language: Language
}

/** One page of the board: as many entries as stand side by side. */
export interface BoardPage {
  language: KioskLanguage
  entries: readonly { alert: Alert; text: string; language: Language }[]
}

interface Room {
  /** Width of the line in ems of its type. */
  ems: number
  /** The visitor's; Japanese and English are always there. */
  language: KioskLanguage
  timeZone: string
}

/** Room that the mark before an entry of the board takes, in ems. */
const MARK_EMS = 2.4

/**
 * What the ticker says, page by page: each alert in Japanese, English and the visitor's language, its name, where and
 * since when. A page is never wider than the line, as far as its phrases allow.
 */
export function tickerPages(alerts: readonly Alert[], { ems, language, timeZone }: Room): TickerPage[] {
  return alerts.flatMap((alert) =>
    spokenOnce(alert, language).flatMap((spoken) => {
      const name = textIn(alert.words.headline, spoken)
      const area = textIn(alert.words.area, spoken)
      const own = languageBeside(alert, spoken)
      const { time } = momentWords(alert.sentAt, own, timeZone)
      const whole = `${withoutLevel(alert, name.text)} ${area.text} ${say(own, 'issuedToday', { time })}`
      const pages = pagesOf(whole, name.language, ems)
      if (alert.stale != null) pages.push(...pagesOf(say(own, 'newsStopped'), own, ems))
      return pages.map((text) => ({ alert, text, language: name.language }))
    }),
  )
}

/** What the board lists, page by page, in Japanese, English and the visitor's language: the names alone. */
export function boardPages(alerts: readonly Alert[], { ems, language }: Omit<Room, 'timeZone'>): BoardPage[] {
  const speaks = new Set(alerts.flatMap((alert) => spokenOnce(alert, language)))
  const languages = emergencyLanguages(language).filter((spoken) => speaks.has(spoken))
  return languages.flatMap((spoken) => {
    const pages: { alert: Alert; text: string; language: Language }[][] = []
    let left = 0
    for (const alert of alerts) {
      const name = textIn(alert.words.headline, spoken)
      const entry = { alert, text: withoutGloss(name.text), language: name.language }
      const wanted = emsOf(entry.text) + MARK_EMS
      if (wanted <= left) pages.at(-1)?.push(entry)
      else pages.push([entry])
      left = (wanted <= left ? left : ems) - wanted
    }
    return pages.map((entries) => ({ language: spoken, entries }))
  })
}

/** `レベル４大雨危険警報（警戒レベル４相当）` by its name alone: what the brackets explain is said for the gravest. */
export function withoutGloss(name: string): string {
  return name.replace(/\s*[（(][^（(]*[）)]$/u, '')
}

/** `レベル２大雨注意報` beside a mark that says レベル２ already: the name alone. */
function withoutLevel({ level, phase }: Alert, name: string): string {
  if (level === null || phase !== 'inForce') return name
  return name.replace(/^(レベル|Level )[0-9０-９][:：]?\s*(?=.)/iu, '')
}

/** The languages of a line in which the alert really says something of its own. */
function spokenOnce({ words }: Alert, visitor: KioskLanguage): KioskLanguage[] {
  const seen = new Set<Language>()
  return emergencyLanguages(visitor).filter((spoken) => {
    const { language } = textIn(words.headline, spoken)
    if (seen.has(language)) return false
    seen.add(language)
    return true
  })
}
