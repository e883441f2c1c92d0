import { runTool, words } from '../run-tool.ts'
import { lastOf } from './ffmpeg-says.ts'

export type Tools = { ffmpeg: string; ffprobe: string }
/**
 * `sizes`: of the picture, as `1280x720`, each once. `picture`, `sound`: how they are coded, as far as
 * players cannot change it in the middle of a film; empty where there is none.
 */
export type PartFilm = { durationMs: number; sizes: string[]; picture: string; sound: string }

const PROBE_MS = 60_000
const HOURS_MS = 6 * 3_600_000
const LIMITS = { memoryMiB: 4096, cpuSeconds: 6 * 3600, fileMiB: 256 * 1024 }

/** What is in the file of a part, read to its end, which a crash may have cut off; null where there is nothing to be played. Rejects when it was kept from reading. */
export async function readPart(tools: Tools, path: string, signal: AbortSignal): Promise<PartFilm | null> {
  const durationMs = (await lengthSaid(tools, path, signal)) ?? (await lengthRead(tools, path, signal))
  if (durationMs === null) return null
  const pictures = words('-skip_frame nokey -select_streams v:0 -show_entries frame=width,height -of csv=p=0:s=x')
  const sizes = new Set<string>()
  let rest = ''
  await probe(tools, path, pictures, signal, (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) sizes.add(/^\d+x\d+/.exec(line)?.[0] ?? '')
  })
  sizes.delete('')
  const codingOf = async (stream: 'v:0' | 'a:0', entries: string): Promise<string> => {
    const asked = words(`-select_streams ${stream} -show_data_hash md5 -show_entries stream=${entries} -of csv=p=0`)
    return (await probe(tools, path, asked, signal)).trim()
  }
  return {
    durationMs,
    sizes: [...sizes],
    picture: await codingOf('v:0', 'codec_name,profile,pix_fmt'),
    sound: await codingOf('a:0', 'codec_name,sample_rate,channels,extradata_hash'),
  }
}

/** Null in a file without its end. */
async function lengthSaid(tools: Tools, path: string, signal: AbortSignal): Promise<number | null> {
  const seconds = Number.parseFloat(
    await probe(tools, path, words('-show_entries format=duration -of csv=p=0'), signal),
  )
  return Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : null
}

async function lengthRead(tools: Tools, path: string, signal: AbortSignal): Promise<number | null> {
  let lastUs = 0
  const read = [...words('-v error -nostdin -protocol_whitelist file -f matroska -i'), path]
  const ran = await runTool(tools.ffmpeg, [...read, ...words('-map 0 -c copy -progress pipe:1 -f null -')], {
    timeoutMs: HOURS_MS,
    limits: LIMITS,
    signal,
    hear: (text) => {
      lastUs = lastOf(text, 'out_time_us') ?? lastUs
    },
  })
  if (ran.end !== 'done' && ran.end !== 'failed') throw new Error(`a part was not read to its end: ${ran.end}`)
  return lastUs === 0 ? null : Math.round(lastUs / 1000)
}

/** What ffprobe says; empty of a file that it does not know. */
async function probe(
  tools: Tools,
  path: string,
  asked: readonly string[],
  signal: AbortSignal,
  hear?: (text: string) => void,
): Promise<string> {
  const ran = await runTool(
    tools.ffprobe,
    [...words('-v error -protocol_whitelist file -f matroska'), ...asked, path],
    {
      timeoutMs: hear === undefined ? PROBE_MS : HOURS_MS,
      limits: LIMITS,
      signal,
      ...(hear === undefined ? {} : { hear }),
    },
  )
  if (ran.end !== 'done' && ran.end !== 'failed') throw new Error(`a part was not looked at: ${ran.end}`)
  return ran.end === 'done' ? ran.stdout : ''
}
