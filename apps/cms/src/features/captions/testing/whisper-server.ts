import { startAskedServer } from './asked-server.ts'

/** Fields of a form (RFC 7578) by name; files are left out. */
function fieldsOf(type: string, body: Buffer): ReadonlyMap<string, string> {
  const boundary = `--${/boundary=(.+)$/.exec(type)?.[1] ?? ''}`
  const parts = body.toString('latin1').split(boundary).slice(1, -1)
  return new Map(
    parts.flatMap((part) => {
      const [head = '', value = ''] = part.split('\r\n\r\n')
      const name = /name="([^"]+)"/.exec(head)?.[1]
      return name === undefined || head.includes('filename=')
        ? []
        : [[name, Buffer.from(value.slice(0, -2), 'latin1').toString('utf8')] as const]
    }),
  )
}

/**
 * Answers as examples/server of whisper.cpp does: `POST /inference` with a form whose `file` is a WAV of 16 kHz; `{"text"}` when
 * `response_format` is json, `{"error"}` with status 200 where the file is missing or cannot be read.
 */
export async function startWhisperServer(textFor: (seconds: number) => string) {
  const server = await startAskedServer(({ method, path, body }) => {
    if (method !== 'POST' || path !== '/inference') return { status: 404, body: { error: 'File Not Found' } }
    const at = body.indexOf('RIFF')
    if (at === -1) return { body: { error: "no 'file' field in the request" } }
    const wav = body.subarray(at)
    if (wav.readUInt32LE(24) !== 16_000) return { body: { error: 'failed to read audio data' } }
    return { body: { text: ` ${textFor(wav.readUInt32LE(40) / 32_000)}\n` } }
  })
  return {
    url: server.url,
    /** The fields of each request. */
    forms: () => server.asked.map(({ type, body }) => fieldsOf(type, body)),
  }
}

/** A voice, as far as loudness goes, or a quiet room. */
export function sound(seconds: number, loudness: number): Buffer {
  const audio = Buffer.alloc(Math.round(seconds * 16_000) * 2)
  for (let i = 0; i < audio.length / 2; i++) audio.writeInt16LE(Math.round(loudness * Math.sin(i / 8)), i * 2)
  return audio
}
