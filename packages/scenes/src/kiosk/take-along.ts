import { type KioskLanguage, textIn, wayAddress, withoutRuby } from '@akari/protocol'
import type { StepCard } from '@akari/wayfinding'
import type { Walker } from './flow.ts'
import type { Way } from './way.ts'
import { kioskWord } from './kiosk-words.ts'

/** What a QR code holds: the address of a page, or the steps as plain text, of which `told` of `of` found room. */
export type TakeAlong = { kind: 'page'; text: string } | StepsToTake
export type StepsToTake = { kind: 'steps'; text: string; told: number; of: number }

/** Who is to take a way along, and where from. */
export interface Taker {
  language: KioskLanguage
  walker: Walker
  venueId: string
  kioskId: string
  /** Where telephones reach the CMS; null where they do not. */
  publicUrl: string | null
}

/** Beyond this a code gets too dense for the camera of an old telephone. */
export const MOST_BYTES = 600

/**
 * A way for somebody's telephone: its page where telephones reach the CMS, else its steps as text, never an address that they
 * do not reach. A way that ends short of its place is told as text, too.
 */
export function takeAlong(way: Way, { language, walker, venueId, kioskId, publicUrl }: Taker): TakeAlong {
  if (publicUrl === null || way.placeId === null || !way.guidance.found) return stepsToTake(way, language)
  const asked = { venue: venueId, from: kioskId, to: way.placeId, profile: walker, lang: language }
  return { kind: 'page', text: wayAddress(publicUrl, asked) }
}

/** The steps as text, cut between two where they are too long; then it says so itself. */
export function stepsToTake({ name, guidance: { steps } }: Way, language: KioskLanguage): StepsToTake {
  const title = `▶ ${plain(textIn(name, language).text)}`
  const lines = steps.map(({ text }: StepCard, n) => `${n + 1} ${plain(textIn(text, language).text)}`)
  const whole = [title, ...lines].join('\n')
  if (bytesOf(whole) <= MOST_BYTES) return { kind: 'steps', text: whole, told: lines.length, of: lines.length }
  const more = `… ${plain(kioskWord(language, 'textOnly'))}`
  let told = lines.length - 1
  while (told > 0 && bytesOf([title, ...lines.slice(0, told), more].join('\n')) > MOST_BYTES) told--
  const kept = [clipped(title, MOST_BYTES - bytesOf(`\n${more}`)), ...lines.slice(0, told), more]
  return { kind: 'steps', text: kept.join('\n'), told, of: lines.length }
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
