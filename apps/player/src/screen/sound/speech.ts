import type { Language } from '@akari/protocol'
import type { SoundOutcome } from './sound-player.ts'

/** The synthesiser of a browser may fall silent without a word: no text takes longer than this, and so much for each letter. */
const LONGEST_PAUSE_MS = 10_000
const LONGEST_LETTER_MS = 400
/** A synthesiser that has not begun by then has no voice, whatever it promised. */
const BEGINS_WITHIN_MS = 2000
/** A little slower than usual: people listen in a hall that echoes. */
const RATE = 0.9

const DONE: SoundOutcome = { ok: true }
const NO_VOICE: SoundOutcome = { ok: false, fault: 'no-voice' }
const STUCK: SoundOutcome = { ok: false, fault: 'speech-stuck' }

/**
 * Says a text by the browser's own synthesiser; resolves when it is over or `signal` ended it. `no-voice`: there is none for
 * the language, or it did not begin in time; `speech-stuck`: it began and did not end. `volume`: 0 to 1. A page has one
 * synthesiser: ending a text ends whatever it says, so that only one may speak at a time.
 */
export function speak(
  page: Pick<typeof globalThis, 'speechSynthesis' | 'SpeechSynthesisUtterance'>,
  text: string,
  language: Language,
  signal: AbortSignal,
  volume: number,
): Promise<SoundOutcome> {
  const { speechSynthesis } = page
  if (signal.aborted) return Promise.resolve(DONE)
  const voice = speechSynthesis.getVoices().find((each) => each.lang.toLowerCase().startsWith(language.slice(0, 2)))
  if (voice === undefined) return Promise.resolve(NO_VOICE)
  return new Promise((resolve) => {
    const words = new page.SpeechSynthesisUtterance(text)
    words.voice = voice
    words.lang = voice.lang
    words.rate = RATE
    words.volume = volume
    const over = (outcome: SoundOutcome): void => {
      clearTimeout(beginning)
      clearTimeout(limit)
      signal.removeEventListener('abort', cutOff)
      resolve(outcome)
    }
    const giveUp = (outcome: SoundOutcome): void => {
      speechSynthesis.cancel()
      over(outcome)
    }
    const cutOff = (): void => giveUp(DONE)
    const beginning = setTimeout(() => giveUp(NO_VOICE), BEGINS_WITHIN_MS)
    const limit = setTimeout(() => giveUp(STUCK), LONGEST_PAUSE_MS + text.length * LONGEST_LETTER_MS)
    words.addEventListener('start', () => clearTimeout(beginning))
    words.addEventListener('end', () => over(DONE))
    words.addEventListener('error', () => over(signal.aborted ? DONE : STUCK))
    signal.addEventListener('abort', cutOff)
    speechSynthesis.speak(words)
  })
}
