import type { en } from '../locales/en.ts'
import type { ja } from '../locales/ja.ts'

export const CONSOLE_LANGUAGES = ['ja', 'en'] as const
export type ConsoleLanguage = (typeof CONSOLE_LANGUAGES)[number]

const STORED_AS = 'akari.console.language'

/** The language this browser used last; Japanese at first. */
export function languageOf(storage: Pick<Storage, 'getItem'>): ConsoleLanguage {
  return storage.getItem(STORED_AS) === 'en' ? 'en' : 'ja'
}

export function keepLanguage(storage: Pick<Storage, 'setItem'>, language: string): void {
  storage.setItem(STORED_AS, language)
}

/** Every text of the console in a language; fetched when somebody uses it. */
export async function textsOf(language: ConsoleLanguage): Promise<typeof ja | typeof en> {
  return language === 'en' ? (await import('../locales/en.ts')).en : (await import('../locales/ja.ts')).ja
}
