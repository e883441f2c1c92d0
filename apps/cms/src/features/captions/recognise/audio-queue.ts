/** Of what is heard: one channel, 16 bits a sample, least significant byte first, so many samples a second. */
export const SAMPLE_RATE = 16_000
const BYTES_PER_SECOND = SAMPLE_RATE * 2
/** A recogniser that is slower than speech for so long has lost the thread. */
const MOST_WAITING_BYTES = 60 * BYTES_PER_SECOND

export type AudioQueue = AsyncIterable<Buffer> & {
  add: (chunk: Buffer) => void
  end: () => void
  /** Seconds that were received and nobody took yet. */
  waitingSeconds: () => number
}

/** Seconds of so many bytes. */
export function secondsOf(bytes: number): number {
  return bytes / BYTES_PER_SECOND
}
export function bytesOf(seconds: number): number {
  return Math.round(seconds * SAMPLE_RATE) * 2
}

/**
 * Speech on its way to a recogniser, in pieces of `seconds`; the last may be shorter. Where too much of it waits, the oldest is
 * let go: what is said now matters more. One reader at a time.
 */
export function audioQueue(seconds: number): AudioQueue {
  const pieceBytes = bytesOf(seconds)
  const most = Math.floor(MOST_WAITING_BYTES / pieceBytes)
  // Whole pieces, and what is not one yet: many small messages must not copy a minute of speech each.
  const pieces: Buffer[] = []
  let rest: Buffer = Buffer.alloc(0)
  let isOver = false
  let wake: () => void = () => {}

  async function* read(): AsyncGenerator<Buffer> {
    while (true) {
      const piece = pieces.shift()
      if (piece !== undefined) yield piece
      else if (isOver && rest.length > 0) {
        const last = rest
        rest = Buffer.alloc(0)
        yield last
      } else if (isOver) return
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  }

  return {
    [Symbol.asyncIterator]: read,
    add: (chunk) => {
      rest = Buffer.concat([rest, chunk])
      for (; rest.length >= pieceBytes; rest = rest.subarray(pieceBytes)) pieces.push(rest.subarray(0, pieceBytes))
      // Pieces are whole samples: a sample cut in half makes noise of all that follows.
      pieces.splice(0, Math.max(0, pieces.length - most))
      wake()
    },
    end: () => {
      isOver = true
      wake()
    },
    waitingSeconds: () => secondsOf(pieces.length * pieceBytes + rest.length),
  }
}
