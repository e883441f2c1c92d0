import { type KioskLanguage, textIn, withoutRuby } from '@akari/protocol'
import type { StepCard } from '@akari/wayfinding'
import type { Way } from './way.ts'
import { kioskWord } from './kiosk-words.ts'

/** What a QR code holds: the steps as plain text. `told` of `of` steps found room. */
export interface TakeAlong {
  text: string
  told: number
  of: number
}

/** Beyond this a code gets too dense for the camera of an old telephone. */
export const MOST_BYTES = 600

/**
 * A way for somebody's telephone, as text to read: no address, because a page for it that telephones reach does not exist yet.
 * Cut between two steps where it is too long, and then it says so itself.
 */
export function takeAlong({ name, guidance: { steps } }: Way, language: KioskLanguage): TakeAlong {
  const title = `▶ ${plain(textIn(name, language).text)}`
  const lines = steps.map(({ text }: StepCard, n) => `${n + 1} ${plain(textIn(text, language).text)}`)
  const whole = [title, ...lines].join('\n')
  if (bytesOf(whole) <= MOST_BYTES) return { text: whole, told: lines.length, of: lines.length }
  const more = `… ${plain(kioskWord(language, 'textOnly'))}`
  let told = lines.length - 1
  while (told > 0 && bytesOf([title, ...lines.slice(0, told), more].join('\n')) > MOST_BYTES) told--
  const kept = [clipped(title, MOST_BYTES - bytesOf(`\n${more}`)), ...lines.slice(0, told), more]
  return { text: kept.join('\n'), told, of: lines.length }
}

function plain(text: string): string {
  return withoutRuby(text).replaceAll(/\s+/g, ' ').trim()
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

/** So many bytes at most, cut between two letters. */
function clipped(text: string, most: number): string {
  const letters = [...text]
  while (bytesOf(letters.join('')) > most) letters.pop()
  return letters.join('')
}
