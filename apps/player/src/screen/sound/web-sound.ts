import { chimeSamples } from '@akari/scenes'
import type { SoundHost, SoundOutcome } from './sound-player.ts'
import { speak } from './speech.ts'

const DONE: SoundOutcome = { ok: true }

/**
 * Sound by Web Audio, speech by the browser's own synthesiser (no voice for a language: said so, and silence). One for a page:
 * a browser gives a page few audio contexts.
 */
export function webSound(page: Window & typeof globalThis): SoundHost {
  let context: AudioContext | null = null

  return {
    chime: async (chime, signal, volume = 1) => {
      context ??= new page.AudioContext()
      if (!(await isRunning(context))) return { ok: false, fault: 'sound-blocked' }
      if (signal.aborted) return DONE
      const samples = chimeSamples(chime, context.sampleRate).map((sample) => sample * volume)
      const buffer = context.createBuffer(1, samples.length, context.sampleRate)
      buffer.copyToChannel(samples, 0)
      const source = context.createBufferSource()
      source.buffer = buffer
      source.connect(context.destination)
      source.start()
      await ended(source, signal)
      return DONE
    },
    speak: (text, language, signal, volume = 1) => speak(page, text, language, signal, volume),
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
