import type { Language } from '@akari/protocol'
import type { Chime, SoundStep } from '@akari/scenes'

/** What makes the sounds, at `volume` (0 to 1, 1 when left out). Each resolves when it is over or `signal` ended it. */
export type SoundHost = {
  chime: (chime: Chime, signal: AbortSignal, volume?: number) => Promise<SoundOutcome>
  speak: (text: string, language: Language, signal: AbortSignal, volume?: number) => Promise<SoundOutcome>
  /** A file of sound, from where it is. */
  recording: (url: string, signal: AbortSignal, volume?: number) => Promise<SoundOutcome>
  pause: (ms: number, signal: AbortSignal) => Promise<void>
}
export type SoundOutcome = { ok: true } | { ok: false; fault: SoundFault }
export type SoundFault = 'sound-blocked' | 'no-voice' | 'speech-stuck' | 'no-recording'

export type SoundPlayer = {
  /** Plays these steps in place of whatever was sounding. */
  play: (steps: readonly SoundStep[]) => void
  stop: () => void
  /** Is anything of a message still to be heard? */
  isPlaying: () => boolean
  /** Calls back whenever that may have changed, until the returned function is called. */
  subscribe: (changed: () => void) => () => void
}

/** Plays one message at a time; a newer one cuts the older off. `report`: each kind of failure once a message. */
export function soundPlayer(host: SoundHost, report: (fault: string, detail: string) => void): SoundPlayer {
  let current: AbortController | null = null
  const listeners = new Set<() => void>()

  function become(next: AbortController | null): void {
    current = next
    for (const changed of listeners) changed()
  }

  async function run(steps: readonly SoundStep[], signal: AbortSignal): Promise<void> {
    const told = new Set<string>()
    for (const step of steps) {
      if (signal.aborted) return
      const outcome = await make(step, signal)
      if (outcome.ok || told.has(outcome.fault) || signal.aborted) continue
      told.add(outcome.fault)
      report(outcome.fault, step.kind === 'speak' ? step.language : step.kind)
    }
  }

  async function make(step: SoundStep, signal: AbortSignal): Promise<SoundOutcome> {
    switch (step.kind) {
      case 'chime':
        return host.chime(step.chime, signal)
      case 'speak':
        return host.speak(step.text, step.language, signal)
      case 'pause':
        await host.pause(step.ms, signal)
        return { ok: true }
    }
  }

  function stop(): void {
    current?.abort()
    become(null)
  }

  return {
    play: (steps) => {
      stop()
      const playing = new AbortController()
      become(playing)
      void run(steps, playing.signal).finally(() => {
        if (current === playing) become(null)
      })
    },
    stop,
    isPlaying: () => current !== null,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
