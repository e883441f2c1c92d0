import { runTool, words } from '../run-tool.ts'
import { lastOf, saysFull } from './ffmpeg-says.ts'
import { partClock } from './part-clock.ts'
import type { StreamRun } from './relay-door.ts'

export type PartProgress = { startedAtMs: number; durationMs: number; bytes: number }
/** `full`: the disk took no more. */
export type PartEnd = 'stopped' | 'streamEnded' | 'full' | 'missing'

/** ffmpeg's own patience with a stream: then a new part is begun, so that a gap is a gap and not a wrong clock. */
const SILENCE_US = 15_000_000
const RELOADS = 8
const DAY_MS = 24 * 3_600_000
/** It copies packets: little memory, little processor. */
const LIMITS = { memoryMiB: 2048, cpuSeconds: 6 * 3600, fileMiB: 256 * 1024 }
/** To write the end of the file. */
const GRACE_MS = 5_000
const LOOK_MS = 1_000

/**
 * Records a stream into a Matroska file, which keeps all that was written when anything dies, until the signal or until the stream ends,
 * stops or has lost so much that times in this part would be wrong. Copies picture and sound as they are. `latencyMs`: how far the stream is behind what it shows.
 */
export async function recordPart(
  ffmpeg: string,
  { run, output, latencyMs }: { run: StreamRun; output: string; latencyMs: () => number },
  tell: (progress: PartProgress) => void,
  signal: AbortSignal,
): Promise<PartEnd> {
  const input = [
    ...words('-v error -nostdin -y -protocol_whitelist http,tcp,crypto -allowed_extensions ALL'),
    ...((await isPicky(ffmpeg)) ? words('-extension_picky 0') : []),
    ...words(`-max_reload ${RELOADS} -m3u8_hold_counters ${RELOADS} -rw_timeout ${SILENCE_US}`),
    // Else it asks for a segment ahead of those that it writes, which would be missing when it is stopped.
    ...words('-http_multiple 0'),
    ...(run.from === 'next' ? words('-live_start_index 0') : []),
    ...words('-f hls -i'),
    run.url,
  ]
  const clock = partClock()
  const lost = new AbortController()
  const watch = setInterval(() => {
    if (clock.isLost(latencyMs(), Date.now())) lost.abort()
  }, LOOK_MS)
  // A second at most is lost when it is killed.
  const often = words('-cluster_time_limit 1000 -flush_packets 1')
  const copied = words('-map 0:v:0? -map 0:a:0? -map_metadata -1 -c copy -progress pipe:1 -f matroska')
  const ran = await runTool(ffmpeg, [...input, ...copied, ...often, output], {
    timeoutMs: DAY_MS,
    limits: LIMITS,
    signal: AbortSignal.any([signal, lost.signal]),
    graceMs: GRACE_MS,
    hear: (text) => {
      const durationMs = Math.round((lastOf(text, 'out_time_us') ?? 0) / 1000)
      if (durationMs === 0) return
      clock.recorded(durationMs, latencyMs(), Date.now())
      tell({ startedAtMs: clock.startedAtMs(), durationMs, bytes: lastOf(text, 'total_size') ?? 0 })
    },
  }).finally(() => clearInterval(watch))
  if (ran.end === 'missing') return 'missing'
  if (saysFull(ran.stderr)) return 'full'
  return signal.aborted ? 'stopped' : 'streamEnded'
}

/** Newer ones look at how addresses end, and ours end in no name of a file. */
async function isPicky(ffmpeg: string): Promise<boolean> {
  const help = await runTool(ffmpeg, words('-hide_banner -h demuxer=hls'), { timeoutMs: 5000 })
  return help.stdout.includes('extension_picky')
}
