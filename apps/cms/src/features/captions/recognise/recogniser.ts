import type { AudioQueue } from './audio-queue.ts'

/** What was understood. `utterance` counts them; `startedAt`: seconds into the audio at which it was begun. */
export type Heard = { utterance: number; text: string; isFinal: boolean; startedAt: number }

/** Listens until the audio ends or `signal` says so. Throws GuardError or RecogniserError when it cannot go on. */
export type Recognise = (audio: AudioQueue, hints: Hints, signal: AbortSignal) => AsyncGenerator<Heard>
/** Names and terms that may come up. */
export type Hints = { words: readonly string[] }

/** In words of whoever was asked, shortened. */
export class RecogniserError extends Error {
  override name = 'RecogniserError'
  constructor(message: string) {
    super(message.slice(0, 200))
  }
}
