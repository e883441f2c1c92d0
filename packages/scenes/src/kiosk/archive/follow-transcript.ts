import type { RecordingTranscript } from '@akari/protocol'

/** What there is of a transcript; `unreadable`: it cannot be had, or is none, and is asked for again. */
export type TranscriptNow =
  | { state: 'none' | 'coming' | 'unreadable' }
  | { state: 'there'; transcript: RecordingTranscript }

/** Fetches a transcript; rejects where it cannot be had, or is none. `isAgain`: what the browser keeps of it is not to be believed. */
export type LoadTranscript = (isAgain: boolean, signal: AbortSignal) => Promise<RecordingTranscript>

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000

/** Tells what there is of a transcript until it is there, asking again after 2 s, 4 s, and so on to a minute; returns how to end it. */
export function followTranscript(load: LoadTranscript, tell: (now: TranscriptNow) => void): () => void {
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const attempt = (failures: number): void => {
    load(failures > 0, stop.signal).then(
      (transcript) => {
        if (!stop.signal.aborted) tell({ state: 'there', transcript })
      },
      () => {
        if (stop.signal.aborted) return
        tell({ state: 'unreadable' })
        timer = setTimeout(() => attempt(failures + 1), Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures))
      },
    )
  }
  attempt(0)
  return () => {
    stop.abort()
    clearTimeout(timer)
  }
}
