import type { Instant, Language } from '@akari/protocol'

/** Locale whose calendar words a language uses. */
const LOCALES: Record<Language, string> = {
  ja: 'ja-JP',
  'ja-x-easy': 'ja-JP',
  en: 'en-GB',
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
  ko: 'ko-KR',
  vi: 'vi-VN',
  ne: 'ne-NP',
  fil: 'fil-PH',
  pt: 'pt-BR',
  es: 'es-ES',
  th: 'th-TH',
  id: 'id-ID',
  my: 'my-MM',
  uk: 'uk-UA',
}

/** The locale whose calendar words a language uses. */
export function momentLocale(language: Language): string {
  return LOCALES[language]
}

export interface MomentWords {
  /** `11月22日（日）` */
  date: string
  /** `14:05` */
  time: string
}

/** Date with weekday, and time to the minute, as people of that language write them; `timeZone` is an IANA name. */
export function momentWords(at: Instant | number, language: Language, timeZone: string): MomentWords {
  const moment = new Date(at)
  const locale = LOCALES[language]
  // The same figures in every language, as on the clocks and the notices around it.
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone, numberingSystem: 'latn' }).format(moment)
  const time = timeOf(moment, timeZone)
  const day = part({ month: 'long', day: 'numeric' })
  switch (language) {
    case 'ja':
      return { date: `${day}（${part({ weekday: 'short' })}）`, time }
    case 'ko':
      return { date: `${day} (${part({ weekday: 'short' })})`, time }
    case 'ja-x-easy':
      return {
        date: `${day.replace(/(\d+)月(\d+)日/, withReadings)} ${weekdayWithReading(part({ weekday: 'long' }))}`,
        time,
      }
    case 'zh-Hans':
    case 'zh-Hant':
      return { date: `${day} ${part({ weekday: 'long' })}`, time }
    case 'en':
      return { date: part({ weekday: 'short', day: 'numeric', month: 'short' }), time }
    case 'vi':
    case 'ne':
    case 'fil':
    case 'pt':
    case 'es':
    case 'th':
    case 'id':
    case 'uk':
      return { date: part({ weekday: 'short', day: 'numeric', month: 'short' }), time }
    case 'my':
      return { date: part({ weekday: 'short', day: 'numeric', month: 'long' }), time }
  }
}

/** `14:05` in every language, as on the clock of the status strip. */
function timeOf(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    numberingSystem: 'latn',
  }).format(moment)
}

/** Days that are not read as their number and にち. */
const DAYS: ReadonlyMap<string, string> = new Map([
  ['1', 'ついたち'],
  ['2', 'ふつか'],
  ['3', 'みっか'],
  ['4', 'よっか'],
  ['5', 'いつか'],
  ['6', 'むいか'],
  ['7', 'なのか'],
  ['8', 'ようか'],
  ['9', 'ここのか'],
  ['10', 'とおか'],
  ['14', 'じゅうよっか'],
  ['20', 'はつか'],
  ['24', 'にじゅうよっか'],
])

function withReadings(_whole: string, month: string, date: string): string {
  const own = DAYS.get(date)
  return `${month}月《がつ》${own === undefined ? `${date}日《にち》` : `｜${date}日《${own}》`}`
}

const WEEKDAYS: ReadonlyMap<string, string> = new Map([
  ['日', 'にち'],
  ['月', 'げつ'],
  ['火', 'か'],
  ['水', 'すい'],
  ['木', 'もく'],
  ['金', 'きん'],
  ['土', 'ど'],
])

/** A weekday as short as it is written above a column: `土`, `Sat`, `周六`. */
export function shortWeekday(at: Instant | number, language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'short', timeZone })
  const weekday = format.format(new Date(at))
  return language === 'ja-x-easy' ? `${weekday}《${WEEKDAYS.get(weekday) ?? ''}》` : weekday
}

function weekdayWithReading(weekday: string): string {
  const reading = WEEKDAYS.get(weekday.slice(0, 1))
  return reading === undefined ? weekday : `${weekday}《${reading}ようび》`
}
