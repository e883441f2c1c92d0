import { randomUUID } from 'node:crypto'
import type { GuardedClient } from '@akari/node-kit'
import { z } from 'zod'
import { SAMPLE_RATE } from './audio-queue.ts'
import { type Recognise, RecogniserError } from './recogniser.ts'
import { utterances } from './utterances.ts'

const TIMEOUT_MS = 30_000
const MOST_BYTES = 1_000_000
/** An utterance that goes on is read again after so much more of it, as long as the server keeps up. */
const AGAIN_SECONDS = 2
/** Terms of the prompt; the model reads some 200 tokens of it. */
const MOST_PROMPT = 150

const Answer = z.union([z.object({ error: z.string() }), z.object({ text: z.string() })])
/** What the model writes where nobody speaks: `[BLANK_AUDIO]`, `(拍手)`, `♪`. */
const NO_SPEECH = /^(\s|\[[^\]]*\]|\([^)]*\)|（[^）]*）|[♪*.。…])*$/u

/**
 * A whisper.cpp server (examples/server of whisper.cpp): `POST /inference`, multipart, `file` a WAV, `response_format` json; answers
 * `{"text"}`, or `{"error"}` with status 200. It reads whole utterances; those that go on are read several times.
 */
export function whisper(base: string, client: GuardedClient): Recognise {
  const url = new URL('inference', base.endsWith('/') ? base : `${base}/`)

  async function read(pcm: Buffer, prompt: string, signal: AbortSignal): Promise<string> {
    const { type, body } = form({
      file: wavOf(pcm),
      response_format: 'json',
      language: 'ja',
      temperature: '0.0',
      ...(prompt === '' ? {} : { prompt }),
    })
    const headers = { 'content-type': type }
    const answer = await client.request(url, {
      method: 'POST',
      headers,
      body,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MOST_BYTES,
      signal,
    })
    if (answer.status !== 200) throw new RecogniserError(`answered ${answer.status}`)
    const told = Answer.safeParse(jsonOf(answer.body))
    if (!told.success) throw new RecogniserError('answered with something else than {"text"}')
    if ('error' in told.data) throw new RecogniserError(told.data.error)
    const text = told.data.text.replaceAll(/\s+/g, ' ').trim()
    return NO_SPEECH.test(text) ? '' : text
  }

  return async function* hear(audio, { words }, signal) {
    const prompt = promptOf(words)
    let [utterance, readSeconds] = [0, 0]
    for await (const { pcm, startedAt, isOver } of utterances(audio)) {
      if (signal.aborted) return
      const seconds = pcm.length / 2 / SAMPLE_RATE
      if (!isOver && (seconds - readSeconds < AGAIN_SECONDS || audio.waitingSeconds() > AGAIN_SECONDS)) continue
      const text = await read(pcm, prompt, signal)
      if (text !== '') yield { utterance, text, isFinal: isOver, startedAt }
      readSeconds = isOver ? 0 : seconds
      if (isOver) utterance += 1
    }
  }
}

function promptOf(words: readonly string[]): string {
  let prompt = ''
  for (const word of words) {
    if (prompt.length + word.length >= MOST_PROMPT) break
    prompt += prompt === '' ? word : `、${word}`
  }
  return prompt
}

/** RFC 7578. */
function form(parts: Record<string, string | Buffer>): { type: string; body: Buffer } {
  const boundary = `akari-${randomUUID()}`
  const written = Object.entries(parts).flatMap(([name, value]) => {
    const isFile = typeof value !== 'string'
    const head = isFile
      ? `Content-Disposition: form-data; name="${name}"; filename="speech.wav"\r\nContent-Type: audio/wav\r\n\r\n`
      : `Content-Disposition: form-data; name="${name}"\r\n\r\n`
    return [Buffer.from(`--${boundary}\r\n${head}`), Buffer.from(value), Buffer.from('\r\n')]
  })
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...written, Buffer.from(`--${boundary}--\r\n`)]),
  }
}

/** A RIFF file of PCM samples, one channel (Multimedia Programming Interface and Data Specifications 1.0). */
function wavOf(pcm: Buffer): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + pcm.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(SAMPLE_RATE, 24)
  head.writeUInt32LE(SAMPLE_RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(pcm.length, 40)
  return Buffer.concat([head, pcm])
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
