import { chimeSamples } from '@akari/scenes'
import type { SoundHost, SoundOutcome } from './sound-player.ts'
import { speak } from './speech.ts'

const DONE: SoundOutcome = { ok: true }
const BLOCKED: SoundOutcome = { ok: false, fault: 'sound-blocked' }
/** The agent is on this machine: a recording that takes longer is not there. */
const FETCHED_WITHIN_MS = 3000

/**
 * Sound by Web Audio, speech by the browser's own synthesiser (no voice for a language: said so, and silence). One for a page:
 * a browser gives a page few audio contexts.
 */
export function webSound(page: Window & typeof globalThis): SoundHost {
  let context: AudioContext | null = null

  /** Plays what `make` makes, once the loudspeaker is awake. */
  async function sound(
    make: (on: AudioContext) => Promise<AudioBuffer> | AudioBuffer,
    signal: AbortSignal,
    volume: number,
  ): Promise<SoundOutcome> {
    context ??= new page.AudioContext()
    const on = context
    if (!(await isRunning(on))) return BLOCKED
    const buffer = await make(on)
    if (!signal.aborted) await played(on, buffer, volume, signal)
    return DONE
  }

  return {
    chime: (chime, signal, volume = 1) => sound((on) => chimeBuffer(on, chime), signal, volume),
    recording: async (url, signal, volume = 1) => {
      try {
        return await sound((on) => recordingFrom(on, url, signal), signal, volume)
      } catch {
        // Not held, or no sound: what is on the glass has to do.
        return signal.aborted ? DONE : { ok: false, fault: 'no-recording' }
      }
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

function chimeBuffer(on: AudioContext, chime: Parameters<typeof chimeSamples>[0]): AudioBuffer {
  const samples = chimeSamples(chime, on.sampleRate)
  const buffer = on.createBuffer(1, samples.length, on.sampleRate)
  buffer.copyToChannel(samples, 0)
  return buffer
}

/** Throws where there is no such file, or nothing in it that this browser can play. */
async function recordingFrom(on: AudioContext, url: string, signal: AbortSignal): Promise<AudioBuffer> {
  const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(FETCHED_WITHIN_MS)]) })
  if (!response.ok) throw new Error(`status ${response.status}`)
  return on.decodeAudioData(await response.arrayBuffer())
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

function played(on: AudioContext, buffer: AudioBuffer, volume: number, signal: AbortSignal): Promise<void> {
  const loudness = on.createGain()
  loudness.gain.value = volume
  loudness.connect(on.destination)
  const source = on.createBufferSource()
  source.buffer = buffer
  source.connect(loudness)
  return new Promise((resolve) => {
    source.addEventListener('ended', () => {
      loudness.disconnect()
      resolve()
    })
    signal.addEventListener('abort', () => source.stop())
    source.start()
  })
}
