import type { KioskLanguage } from '@akari/protocol'
import { plainWord } from '../plain-words.ts'
import { type Weather, weatherOf } from './weather-code.ts'

/** A forecast code in a few words: `晴れ時々くもり`, `Sunny, cloudy at times`. Empty for one of no known group. */
export function weatherWords(code: string, language: KioskLanguage): string {
  const weather = weatherOf(code)
  return weather === null ? '' : capital(said(weather, language), language)
}

function said({ sky, turn }: Weather, language: KioskLanguage): string {
  const first = plainWord(language, sky)
  if (turn === null) return first
  return plainWord(language, turn.how, { first, next: plainWord(language, turn.sky) })
}

function capital(text: string, language: KioskLanguage): string {
  return language === 'en' ? text.slice(0, 1).toUpperCase() + text.slice(1) : text
}
