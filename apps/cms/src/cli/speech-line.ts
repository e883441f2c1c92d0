import { backoff, pause } from '@akari/node-kit'
import { Problem } from '@akari/protocol'
import { bytesOf, secondsOf } from '../features/captions/recognise/audio-queue.ts'
import { CliError, sentence } from './say.ts'

const PIECE_BYTES = bytesOf(0.2)
/** Speech goes out as it is spoken; so much at once after a break, because the server lets go what waits for a minute. */
const MOST_AHEAD_BYTES = bytesOf(30)
const AHEAD_AT_FIRST_BYTES = bytesOf(5)
/** What the line may hold unsent before nothing more is read, and for how long before it counts as dead. */
const MOST_UNSENT_BYTES = bytesOf(2)
const DEAD_MS = 15_000
const CLOSING_MS = 5_000
const LOOK_MS = 20
const AGAIN = { baseMs: 500, capMs: 10_000 }
const TRY_AGAIN = new Set(['internal', 'unavailable'])

type Deps = {
  /** Opens a line of `…/audio`; rejects with CliError for what trying again does not mend. */
  connect: () => Promise<WebSocket>
  say: (line: string) => void
  signal: AbortSignal
  monotonicMs: () => number
}

/**
 * Sends speech (16 bits, 16 kHz, one channel) to a transcript until it ends or `signal` stops it, no faster than it is spoken: who
 * reads from it waits meanwhile. A line that breaks is opened again. Gives the seconds sent. Throws CliError where the server refuses.
 */
export async function sendSpeech(speech: AsyncIterable<Buffer>, deps: Deps): Promise<number> {
  const { signal, say, monotonicMs } = deps
  const waits = backoff(AGAIN)
  const held: { line: Line | null } = { line: null }
  let sentBytes = 0
  let credit = AHEAD_AT_FIRST_BYTES
  let creditedMs = monotonicMs()

  /** An open line; null when `signal` ended it. */
  async function opened(): Promise<Line | null> {
    while (!signal.aborted) {
      if (held.line?.isOpen() === true) return held.line
      try {
        if (held.line !== null) throw new Error(held.line.refuseOrFault())
        held.line = await lineOf(await deps.connect())
        say(sentence('hearConnected'))
      } catch (err) {
        if (err instanceof CliError) throw err
        say(sentence('hearBroken', { fault: err instanceof Error ? err.message : String(err) }))
        held.line = null
        await pause(waits.nextMs(), signal)
      }
    }
    return null
  }
  /** Waits until a piece may go: it was spoken by now, and the line takes it. */
  async function ready(of: Line, bytes: number): Promise<void> {
    const begunMs = monotonicMs()
    while (!signal.aborted && of.isOpen()) {
      const nowMs = monotonicMs()
      credit = Math.min(MOST_AHEAD_BYTES, credit + bytesOf((nowMs - creditedMs) / 1000))
      creditedMs = nowMs
      const isStuck = of.socket.bufferedAmount > MOST_UNSENT_BYTES
      if (credit >= bytes && !isStuck) return
      if (isStuck && nowMs - begunMs > DEAD_MS) return of.socket.close()
      await pause(LOOK_MS, signal)
    }
  }

  for await (const piece of piecesOf(speech)) {
    for (let isSent = false; !isSent; ) {
      const to = await opened()
      if (to === null) return secondsOf(sentBytes)
      await ready(to, piece.length)
      if (signal.aborted) return secondsOf(sentBytes)
      if (!to.isOpen()) continue
      to.socket.send(piece)
      waits.reset()
      isSent = true
    }
    credit -= piece.length
    sentBytes += piece.length
  }
  await held.line?.finish(signal)
  return secondsOf(sentBytes)
}

type Line = Awaited<ReturnType<typeof lineOf>>

/** Follows a socket from its opening to its end. */
async function lineOf(socket: WebSocket) {
  let fault = ''
  let problem: Problem | null = null
  const closed = new Promise<void>((resolve) => {
    socket.addEventListener('close', ({ code, reason }) => {
      if (fault === '') fault = reason === '' ? String(code) : reason
      resolve()
    })
  })
  socket.addEventListener('message', ({ data }) => {
    const told = Problem.safeParse(jsonOf(data))
    if (!told.success) return
    problem = told.data
    fault = [told.data.title, told.data.detail ?? ''].filter((part) => part !== '').join(' — ')
  })
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Error('no connection')), { once: true })
  })
  const refuseOrFault = (): string => {
    if (problem !== null && !TRY_AGAIN.has(problem.code)) throw new CliError(fault)
    return fault
  }
  return {
    socket,
    isOpen: () => socket.readyState === socket.OPEN,
    /** What ended it; throws CliError where that was the server's word. */
    refuseOrFault,
    /** Sends what is left and hangs up. */
    finish: async (signal: AbortSignal): Promise<void> => {
      socket.close()
      await Promise.race([closed, pause(CLOSING_MS, signal)])
      refuseOrFault()
    },
  }
}

function jsonOf(data: unknown): unknown {
  try {
    return JSON.parse(String(data))
  } catch {
    return null
  }
}

/** Whole samples in pieces of one size, however the bytes come: half a sample would make noise of all that follows. */
async function* piecesOf(speech: AsyncIterable<Buffer>): AsyncGenerator<Buffer<ArrayBuffer>> {
  let rest: Buffer<ArrayBuffer> = Buffer.alloc(0)
  for await (const chunk of speech) {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= PIECE_BYTES) {
      yield rest.subarray(0, PIECE_BYTES)
      rest = rest.subarray(PIECE_BYTES)
    }
  }
  if (rest.length > 1) yield rest.subarray(0, rest.length & ~1)
}
