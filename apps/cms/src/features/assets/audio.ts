import { z } from 'zod'
import type { Sniffed } from './media-type.ts'
import { runTool } from '../run-tool.ts'

export type AudioType = Extract<Sniffed, { kind: 'audio' }>['mediaType']

export type AudioOutcome =
  | { ok: true; durationMs: number }
  /** No ffprobe on this machine: nobody looked inside. */
  | { ok: true; durationMs: null }
  | { ok: false; reason: 'audioUndecodable' | 'audioTooLong' | 'tooSlow' }
  | { ok: false; reason: 'audioCodec'; codec: string }

export type AudioTools = {
  /** Listens to a recording from its beginning to its end. */
  examine: (path: string, mediaType: AudioType) => Promise<AudioOutcome>
}

/** What Chromium plays. */
const PLAYABLE = /^(mp3|aac|opus|vorbis|flac|pcm_(u8|s16le|s24le|s32le|f32le))$/
/** How ffmpeg calls what the first bytes promised. */
const FORMATS: Record<AudioType, string> = {
  'audio/wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/mp4': 'mov',
}
/** A sentence that somebody says; songs are not what a city hall records. */
export const LONGEST_AUDIO_S = 120
const PROBE_MS = 20_000
const LISTEN_MS = 60_000

const Probe = z.object({
  streams: z.array(z.object({ codec_name: z.string() })),
  format: z.object({ duration: z.coerce.number().nonnegative() }),
})

/** ffprobe and ffmpeg by name or path. They only ever see the container that the first bytes promised, and only files. */
export function audioTools({ ffprobe, ffmpeg }: { ffprobe: string; ffmpeg: string }): AudioTools {
  return {
    examine: async (path, mediaType) => {
      const input = ['-protocol_whitelist', 'file', '-f', FORMATS[mediaType], '-i', path]
      const entries = 'stream=codec_name:format=duration'
      const options = ['-v', 'error', '-select_streams', 'a:0', '-show_entries', entries, '-of', 'json']
      const ran = await runTool(ffprobe, [...options, ...input], { timeoutMs: PROBE_MS })
      if (ran.end === 'missing') return { ok: true, durationMs: null }
      if (ran.end === 'tooSlow') return { ok: false, reason: 'tooSlow' }
      const parsed = ran.end === 'done' ? Probe.safeParse(JSON.parse(ran.stdout)) : null
      const codec = parsed?.data?.streams[0]?.codec_name
      if (parsed?.success !== true || codec === undefined) return { ok: false, reason: 'audioUndecodable' }
      if (!PLAYABLE.test(codec)) return { ok: false, reason: 'audioCodec', codec }
      const { duration } = parsed.data.format
      if (duration > LONGEST_AUDIO_S) return { ok: false, reason: 'audioTooLong' }
      return (await listened(ffmpeg, input)) ?? { ok: true, durationMs: Math.round(duration * 1000) }
    },
  }
}

/** Decodes all of it: one that was cut off, or is noise under a good name, shows itself. Null: nothing is wrong. */
async function listened(ffmpeg: string, input: readonly string[]): Promise<AudioOutcome | null> {
  const decoding = ['-v', 'error', '-xerror', ...input, '-map', '0:a:0', '-f', 'null', '-']
  const ran = await runTool(ffmpeg, decoding, { timeoutMs: LISTEN_MS })
  if (ran.end === 'missing') return null
  if (ran.end === 'tooSlow') return { ok: false, reason: 'tooSlow' }
  return ran.end === 'failed' || ran.stderr !== '' ? { ok: false, reason: 'audioUndecodable' } : null
}
