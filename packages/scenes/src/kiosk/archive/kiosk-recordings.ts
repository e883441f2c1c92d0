import type { ArchivedRecording, Sha256, RecordingTranscript } from '@akari/protocol'

/** The recorded sittings of a kiosk, and where it finds what belongs to them. */
export interface KioskRecordings {
  /** The newest first. `canPlay`: it is on this display, or can be had from the server now. */
  recordings: readonly (ArchivedRecording & { canPlay: boolean })[]
  fileUrl: (sha256: Sha256) => string
  /** Rejects where it cannot be had, or is none, which it has reported. `isAgain`: not out of what the browser keeps. */
  transcript: (sha256: Sha256, isAgain: boolean, signal: AbortSignal) => Promise<RecordingTranscript>
  /** Reports that a film that could be had does not play. */
  filmFailed: (sha256: Sha256, reason: string) => void
}
