import { type Alert, type AlertSound, type Channel, type Language, textIn } from '@akari/protocol'
import { say } from '../locales/words.ts'
import type { Chime } from './chime.ts'

/** What is heard, one after the other. */
export type SoundStep =
  | { kind: 'chime'; chime: Chime }
  | { kind: 'speak'; text: string; language: Language }
  | { kind: 'pause'; ms: number }

const BREATH_MS = 500
const BETWEEN_MS = 3000

/** Nobody may be kept from listening to people by a display that talks on in ten languages. */
const SPOKEN = ['ja', 'en'] as const satisfies readonly Language[]

/**
 * What an alert sounds like. The policy's sound is signed with the alert; this follows it, with one law of its own: on the
 * drill channel no chime ever sounds, and every drill says that it is one before and after. An end is said once, without
 * a chime.
 */
export function soundPlan(alert: Alert, channel: Channel): readonly SoundStep[] {
  const sound = alert.handling?.sound ?? null
  if (sound === null || (sound.chime === 'none' && !sound.speak)) return []
  if (alert.phase !== 'inForce') return sound.speak ? spoken(alert, channel) : []
  const once = [...chimeOf(sound, channel), ...(sound.speak ? spoken(alert, channel) : [])]
  return Array.from({ length: once.length === 0 ? 0 : sound.times }).flatMap((_, turn): readonly SoundStep[] =>
    turn === 0 ? once : [{ kind: 'pause', ms: BETWEEN_MS }, ...once],
  )
}

function chimeOf({ chime }: AlertSound, channel: Channel): readonly SoundStep[] {
  switch (channel) {
    case 'live':
      return chime === 'none' ? [] : [{ kind: 'chime', chime }]
    case 'drill':
      return []
  }
}

function spoken(alert: Alert, channel: Channel): readonly SoundStep[] {
  const words = SPOKEN.flatMap((language): readonly SoundStep[] => {
    const headline = textIn(alert.words.headline, language)
    const instruction = textIn(alert.words.instruction, language)
    // A language that nobody wrote is not spoken in the voice of another.
    if (headline.language !== language || instruction.language !== language) return []
    return [
      { kind: 'speak', text: headline.text, language },
      { kind: 'speak', text: instruction.text, language },
      { kind: 'pause', ms: BREATH_MS },
    ]
  })
  if (channel === 'live') return words
  const itIsOne = SPOKEN.map((language): SoundStep => ({ kind: 'speak', text: say(language, 'drillNotice'), language }))
  return [...itIsOne, { kind: 'pause', ms: BREATH_MS }, ...words, ...itIsOne]
}
