import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordedPart, RecordingProblem } from '@akari/protocol'
import type { Logger } from 'pino'
import { partFile, partNumbers } from './part-files.ts'
import { type PartEnd, recordPart } from './record-part.ts'
import type { Follower } from './relay-door.ts'
import { NOTHING_YET, type Recorded } from './stored-recording.ts'

const FIRST_WAIT_MS = 1_000
/** Shorter than what a live stream still lists, so that nothing is lost of one that is back. */
const MOST_WAIT_MS = 3_000
/** A part that lasted so long came from a stream that was well. */
const WELL_MS = 30_000

export type Recorder = {
  read: () => Recorded
  /** Resolves once the part is closed. */
  stop: () => Promise<void>
}

type Deps = { ffmpeg: string; folder: string; stream: Follower; latencyMs: () => number; log: Logger }

/** Records part after part, with a growing pause after each that came to nothing, until it is stopped. */
export function startRecorder(deps: Deps, before: Recorded): Recorder {
  const stopping = new AbortController()
  const parts = [...before.parts]
  let current: { part: RecordedPart; bytes: number } | null = null
  let bytes = before.bytes
  let problem: RecordingProblem | null = null

  function takeCurrent(): typeof current {
    const taken = current
    current = null
    return taken
  }
  async function once(): Promise<PartEnd | 'changed'> {
    await mkdir(deps.folder, { recursive: true })
    const number = 1 + Math.max(parts.at(-1)?.number ?? 0, ...(await partNumbers(deps.folder)))
    const output = join(deps.folder, partFile(number))
    const from = await deps.stream.next()
    const of = { run: from, output, latencyMs: deps.latencyMs }
    const end = await recordPart(
      deps.ffmpeg,
      of,
      ({ startedAtMs, durationMs, bytes: written }) => {
        problem = null
        current = { part: { number, startedAt: new Date(startedAtMs).toISOString(), durationMs }, bytes: written }
      },
      stopping.signal,
    )
    const made = takeCurrent()
    if (made === null) await rm(output, { force: true })
    else {
      parts.push(made.part)
      bytes += made.bytes
      if (end === 'streamEnded' && from.hasChanged()) return 'changed'
    }
    return end
  }

  function failed(err: unknown): PartEnd | 'failed' {
    if (err instanceof Error && 'code' in err && err.code === 'ENOSPC') return 'full'
    deps.log.error({ err, folder: deps.folder }, 'recording not written')
    return 'failed'
  }

  async function run(): Promise<void> {
    let waitMs = FIRST_WAIT_MS
    while (!stopping.signal.aborted) {
      const startedMs = performance.now()
      const end = await once().catch(failed)
      if (end === 'missing' || end === 'full') {
        problem = end === 'full' ? 'diskFull' : 'noFfmpeg'
        return
      }
      if (end === 'stopped') return
      // The stream goes on, in another kind of pictures or sound: that is for the next part.
      if (end === 'changed') continue
      problem = end === 'failed' ? 'notWritten' : 'streamAway'
      waitMs = performance.now() - startedMs > WELL_MS ? FIRST_WAIT_MS : Math.min(2 * waitMs, MOST_WAIT_MS)
      await pause(waitMs, stopping.signal)
    }
  }

  const running = run().finally(deps.stream.close)
  return {
    read: () => ({
      ...NOTHING_YET,
      parts: current === null ? [...parts] : [...parts, current.part],
      bytes: bytes + (current?.bytes ?? 0),
      isRunning: current !== null,
      problem,
    }),
    stop: async () => {
      // It writes on until it next hears of the stream: of a segment more it would write the first packet only.
      deps.stream.close()
      stopping.abort()
      await running
    },
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
