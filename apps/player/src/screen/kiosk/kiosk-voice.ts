import { type KioskVoice, LOUDNESS } from '@akari/scenes'
import { fileUrl } from '../resources/file-url.ts'
import type { SoundHost } from '../sound/sound-player.ts'

/** A kiosk heard through what alerts are heard through; one thing at a time, and nothing while `isTaken`. */
export function kioskVoice(host: SoundHost, isTaken: () => boolean): KioskVoice {
  let current = new AbortController()

  function hush(): void {
    current.abort()
    current = new AbortController()
  }

  return {
    say: async (text, language, volume) => {
      hush()
      if (isTaken()) return 'cut'
      const { signal } = current
      const outcome = await host.speak(text, language, signal, LOUDNESS[volume])
      if (signal.aborted) return 'cut'
      if (outcome.ok) return 'said'
      return outcome.fault === 'no-voice' ? 'silent' : 'cut'
    },
    play: async (files, volume) => {
      hush()
      if (isTaken()) return 'cut'
      const { signal } = current
      for (const { sha256 } of files) {
        const outcome = await host.recording(fileUrl(sha256), signal, LOUDNESS[volume])
        if (signal.aborted) return 'cut'
        if (!outcome.ok) return 'silent'
      }
      return 'said'
    },
    chime: (volume) => {
      if (volume > 0 && !isTaken()) void host.chime('soft', current.signal, LOUDNESS[volume])
    },
    hush,
  }
}
