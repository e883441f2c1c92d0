import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import dayjs from 'dayjs'
import 'dayjs/locale/ja'
import { en } from '../locales/en.ts'
import { ja } from '../locales/ja.ts'

export const CONSOLE_LANGUAGES = ['ja', 'en'] as const
export type ConsoleLanguage = (typeof CONSOLE_LANGUAGES)[number]

const STORED_AS = 'akari.console.language'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof ja }
  }
}

/** Starts i18next with the language this browser used last (Japanese at first) and keeps `<html lang>` in step. */
export function startTexts(storage: Pick<Storage, 'getItem' | 'setItem'>, html: { lang: string }): void {
  const follow = (language: string): void => {
    html.lang = language
    dayjs.locale(language)
    storage.setItem(STORED_AS, language)
  }
  i18next.on('languageChanged', follow)
  void i18next.use(initReactI18next).init({
    lng: storage.getItem(STORED_AS) === 'en' ? 'en' : 'ja',
    fallbackLng: 'ja',
    resources: { ja: { translation: ja }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}
