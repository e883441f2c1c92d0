import type { Instant, KioskLanguage } from '@akari/protocol'

/** Locale whose calendar words a language uses. */
const LOCALES: Record<KioskLanguage, string> = {
  ja: 'ja-JP',
  'ja-x-easy': 'ja-JP',
  en: 'en-GB',
  'zh-Hans': 'zh-CN',
  ko: 'ko-KR',
}

export interface MomentWords {
  /** `11月22日（日）` */
  date: string
  /** `14:05` */
  time: string
}

/** Date with weekday, and time to the minute, as people of that language write them; `timeZone` is an IANA name. */
export function momentWords(at: Instant | number, language: KioskLanguage, timeZone: string): MomentWords {
  const moment = new Date(at)
  const locale = LOCALES[language]
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(moment)
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const day = part({ month: 'long', day: 'numeric' })
  switch (language) {
    case 'ja':
    case 'ko':
      return {
        date: `${day}${language === 'ja' ? '（' : ' ('}${part({ weekday: 'short' })}${language === 'ja' ? '）' : ')'}`,
        time,
      }
    case 'ja-x-easy':
      return { date: `${day} ${part({ weekday: 'long' })}`, time }
    case 'zh-Hans':
      return { date: `${day} ${part({ weekday: 'long' })}`, time }
    case 'en':
      return { date: part({ weekday: 'short', day: 'numeric', month: 'short' }), time }
  }
}
