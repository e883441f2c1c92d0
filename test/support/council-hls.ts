import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { livePlaylist, samplePath } from '@akari/content-samples'
import { hlsServer } from './hls-server.ts'

/** `gone`: 404; `still`: the playlist is there and nothing new comes; `noise`: its segments are not what they say. */
export type StreamTrouble = 'none' | 'gone' | 'still' | 'noise'

export interface CouncilHls {
  /** Of a multivariant playlist with captions in Japanese and a picture of who signs. */
  url: string
  trouble: (trouble: StreamTrouble) => void
  close: () => Promise<void>
}

/** Where the first segment begins (90 kHz). */
const FIRST_PTS = 126_000

const MASTER = [
  '#EXTM3U',
  '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="字幕",LANGUAGE="ja",DEFAULT=YES,AUTOSELECT=YES,URI="captions.m3u8"',
  '#EXT-X-MEDIA:TYPE=VIDEO,GROUP-ID="v",NAME="手話",LANGUAGE="jsl",URI="sign.m3u8"',
  '#EXT-X-STREAM-INF:BANDWIDTH=400000,RESOLUTION=1280x720,CODECS="avc1.64001f,mp4a.40.2",SUBTITLES="s"',
  'picture.m3u8',
  '',
].join('\n')

const SAMPLE = { folder: samplePath('council-stream/segments'), segmentSeconds: 2 }

/** The sample council, or other segments, as a stream of several renditions, with the troubles that streams have. Loopback alone. */
export async function councilHls({ folder, segmentSeconds } = SAMPLE): Promise<CouncilHls> {
  const names = (await readdir(folder)).toSorted()
  const segments = await Promise.all(names.map((name) => readFile(join(folder, name))))
  let trouble: StreamTrouble = 'none'
  let stillAtMs = 0
  const list = (): string =>
    livePlaylist(trouble === 'still' ? stillAtMs : Date.now(), { segments: segments.length, segmentSeconds })
  const contentOf = (path: string): string | Buffer | null => {
    if (trouble === 'gone') return null
    if (path === '/live.m3u8') return MASTER
    if (path === '/picture.m3u8' || path === '/sign.m3u8') return list()
    if (path === '/captions.m3u8') return list().replaceAll('.ts', '.vtt')
    const [, number = '', kind] = /^\/segments\/(\d{3})\.(ts|vtt)$/.exec(path) ?? []
    const index = Number(number)
    const segment = segments[index]
    if (kind === 'vtt') return captionsOf(index, segmentSeconds)
    if (kind !== 'ts' || segment === undefined) return null
    return trouble === 'noise' ? Buffer.alloc(segment.length, 0x5a) : segment
  }
  const server = await hlsServer(({ pathname }) => contentOf(pathname))
  return {
    url: `${server.origin}/live.m3u8`,
    trouble: (next) => {
      trouble = next
      stillAtMs = Date.now()
    },
    close: server.close,
  }
}

/** A cue over each whole segment (RFC 8216 §3.5). */
function captionsOf(index: number, segmentSeconds: number): string {
  const pts = FIRST_PTS + index * segmentSeconds * 90_000
  const map = `X-TIMESTAMP-MAP=MPEGTS:${pts},LOCAL:00:00:00.000`
  return `WEBVTT\n${map}\n\n00:00.000 --> 00:0${segmentSeconds}.000\n<v 議長>字幕 ${index}</v>\n`
}
