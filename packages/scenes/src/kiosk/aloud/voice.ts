import type { FileRef, Language } from '@akari/protocol'
import type { Volume } from '../flow.ts'

/** What makes a kiosk heard. */
export interface KioskVoice {
  /**
   * Says a text in place of whatever was being said. `silent`: this display has no voice for the language, or it did not begin
   * in time; `cut`: it broke off, or was not begun, because something else is to be heard or nothing any more.
   */
  say: (text: string, language: Language, volume: Volume) => Promise<'said' | 'silent' | 'cut'>
  /** Plays recordings one after the other, in place of whatever was being said; `silent`: they cannot be heard here. */
  play: (files: readonly FileRef[], volume: Volume) => Promise<'said' | 'silent' | 'cut'>
  /** A short soft sound: something wants to be looked at. */
  chime: (volume: Volume) => void
  hush: () => void
}
