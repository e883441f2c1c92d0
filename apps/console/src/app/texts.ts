import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import dayjs from 'dayjs'
import 'dayjs/locale/ja'
import type { ja } from '../locales/ja.ts'
import { wanted } from '../parts/newest-code.ts'
import { CONSOLE_LANGUAGES, type ConsoleLanguage, keepLanguage, languageOf, textsOf } from './languages.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof ja }
  }
}

/** Fetches the texts of a language for i18next when it is first used. */
const fetched: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (name, _namespace, done) => {
    textsOf(CONSOLE_LANGUAGES.find((language) => language === name) ?? 'ja').then(
      (texts) => done(null, texts),
      (cause: unknown) => done(cause instanceof Error ? cause : String(cause), false),
    )
  },
}

/** Changes to another language; false, in the present one, while its texts cannot be fetched. */
export async function changeLanguage(language: ConsoleLanguage): Promise<boolean> {
  try {
    await wanted(() => textsOf(language))
  } catch {
    return false
  }
  await i18next.changeLanguage(language)
  return true
}

/** Starts i18next with the language this browser used last (Japanese at first) and keeps `<html lang>` in step. */
export async function startTexts(storage: Pick<Storage, 'getItem' | 'setItem'>, html: { lang: string }): Promise<void> {
  i18next.on('languageChanged', (language) => {
    html.lang = language
    dayjs.locale(language)
    keepLanguage(storage, language)
  })
  await i18next
    .use(fetched)
    .use(initReactI18next)
    .init({
      lng: languageOf(storage),
      // Both languages say everything (locales.test.ts).
      fallbackLng: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    })
}
