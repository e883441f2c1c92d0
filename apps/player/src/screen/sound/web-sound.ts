import type { Language } from '@akari/protocol'
import { chimeSamples } from '@akari/scenes'
import type { SoundHost, SoundOutcome } from './sound-player.ts'

/** The synthesiser of a browser may fall silent without a word: no sentence of an alert takes this long. */
const LONGEST_SPEECH_MS = 20_000
/** A little slower than usual: people listen in a hall that echoes. */
const RATE = 0.9

const DONE: SoundOutcome = { ok: true }

/** Sound by Web Audio, speech by the browser's own synthesiser (no voice for a language: said so, and silence). */
export function webSound(page: Window & typeof globalThis): SoundHost {
  let context: AudioContext | null = null

  return {
    chime: async (chime, signal) => {
      context ??= new page.AudioContext()
      if (!(await isRunning(context))) return { ok: false, fault: 'sound-blocked' }
      const samples = chimeSamples(chime, context.sampleRate)
      const buffer = context.createBuffer(1, samples.length, context.sampleRate)
      buffer.copyToChannel(samples, 0)
      const source = context.createBufferSource()
      source.buffer = buffer
      source.connect(context.destination)
      source.start()
      await ended(source, signal)
      return DONE
    },
    speak: (text, language, signal) => speak(page, text, language, signal),
    pause: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms)
        signal.addEventListener('abort', () => {
          clearTimeout(timer)
          resolve()
        })
      }),
  }
}

/** A page that nobody touched may be kept silent by the browser (the kiosk's flags allow it). */
async function isRunning(context: AudioContext): Promise<boolean> {
  if (context.state === 'running') return true
  await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 500))])
  return isRunningNow(context)
}

function isRunningNow({ state }: AudioContext): boolean {
  return state === 'running'
}

function ended(source: AudioBufferSourceNode, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    source.addEventListener('ended', () => resolve())
    signal.addEventListener('abort', () => source.stop())
  })
}

function speak(page: Window, text: string, language: Language, signal: AbortSignal): Promise<SoundOutcome> {
  const { speechSynthesis } = page
  const voice = speechSynthesis.getVoices().find((each) => each.lang.toLowerCase().startsWith(language.slice(0, 2)))
  if (voice === undefined) return Promise.resolve({ ok: false, fault: 'no-voice' })
  return new Promise((resolve) => {
    const words = new SpeechSynthesisUtterance(text)
    words.voice = voice
    words.lang = voice.lang
    words.rate = RATE
    const over = (outcome: SoundOutcome): void => {
      clearTimeout(limit)
      resolve(outcome)
    }
    const limit = setTimeout(() => {
      speechSynthesis.cancel()
      over({ ok: false, fault: 'speech-stuck' })
    }, LONGEST_SPEECH_MS)
    words.addEventListener('end', () => over(DONE))
    words.addEventListener('error', () => over(signal.aborted ? DONE : { ok: false, fault: 'speech-stuck' }))
    signal.addEventListener('abort', () => speechSynthesis.cancel())
    speechSynthesis.speak(words)
  })
}
