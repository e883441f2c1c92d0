import type { KioskVoice } from '@akari/scenes'
import { kioskVoice } from '../kiosk/kiosk-voice.ts'
import { type SoundHost, type SoundPlayer, soundPlayer } from './sound-player.ts'

/** All that speaks on a page. */
export interface PageVoices {
  alerts: SoundPlayer
  kiosk: KioskVoice
}

/** One loudspeaker for both: an alert cuts the kiosk off, which says nothing until the alert is over. `report`: see soundPlayer. */
export function pageVoices(host: SoundHost, report: (fault: string, detail: string) => void): PageVoices {
  const player = soundPlayer(host, report)
  const kiosk = kioskVoice(host, player.isPlaying)
  const play: SoundPlayer['play'] = (steps) => {
    kiosk.hush()
    player.play(steps)
  }
  return { alerts: { ...player, play }, kiosk }
}
