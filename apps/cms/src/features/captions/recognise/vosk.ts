import { once } from 'node:events'
import { judged, within } from '@akari/node-kit'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { SAMPLE_RATE, secondsOf } from './audio-queue.ts'
import { type Heard, type Recognise, RecogniserError } from './recogniser.ts'

const HANDSHAKE_MS = 5_000
const ANSWER_MS = 10_000
const MOST_BYTES = 1_000_000

/** `partial` while somebody speaks; at a pause `text`, with the words and their seconds where the server tells them. */
const Answer = z.union([
  z.object({ partial: z.string() }),
  z.object({ text: z.string(), result: z.array(z.object({ start: z.number() })).optional() }),
])
type Answer = z.infer<typeof Answer>

/**
 * A Vosk server (websocket/asr_server.py of vosk-server): `{"config": {"sample_rate"}}`, then the samples in binary messages, each
 * of which is answered, and `{"eof" : 1}` for the rest.
 */
export function vosk(address: string, privateHosts: ReadonlySet<string>): Recognise {
  return async function* hear(audio, _hints, signal) {
    const socket = new WebSocket(address, {
      ...judged(new URL(address), privateHosts),
      handshakeTimeout: HANDSHAKE_MS,
      maxPayload: MOST_BYTES,
      followRedirects: false,
      perMessageDeflate: false,
    })
    socket.on('error', () => socket.terminate())
    const hangUp = () => socket.terminate()
    signal.addEventListener('abort', hangUp)
    try {
      await opened(socket)
      socket.send(JSON.stringify({ config: { sample_rate: SAMPLE_RATE, words: true } }))
      const spoken = utteranceCounter()
      let heardSeconds = 0
      for await (const piece of audio) {
        if (signal.aborted) return
        const answer = await asked(socket, piece)
        yield* spoken(answer, heardSeconds)
        heardSeconds += secondsOf(piece.length)
      }
      yield* spoken(await asked(socket, '{"eof" : 1}'), heardSeconds)
    } finally {
      signal.removeEventListener('abort', hangUp)
      socket.terminate()
    }
  }
}

/** Silence is answered, too, with nothing. An utterance begins where its first word does, or else with the piece in which it was noticed. */
function utteranceCounter(): (answer: Answer, atSeconds: number) => Heard[] {
  let utterance = 0
  let noticedAt: number | null = null
  return (answer, atSeconds) => {
    const isFinal = 'text' in answer
    const text = joined('text' in answer ? answer.text : answer.partial)
    if (text === '') return []
    noticedAt ??= atSeconds
    const startedAt = ('text' in answer ? answer.result?.[0]?.start : undefined) ?? noticedAt
    const heard = { utterance, text, isFinal, startedAt }
    if (isFinal) {
      utterance += 1
      noticedAt = null
    }
    return [heard]
  }
}

/** Models of Japanese put a space between words; nobody writes them so. */
function joined(text: string): string {
  return text
    .trim()
    .replaceAll(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]) +(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])/gu,
      '',
    )
}

async function opened(socket: WebSocket): Promise<void> {
  if (socket.readyState === socket.OPEN) return
  const failed = new Promise<never>((_, reject) => {
    socket.once('error', (err) => reject(new RecogniserError(err.message)))
    socket.once('close', () => reject(new RecogniserError('hung up')))
  })
  failed.catch(() => undefined)
  await Promise.race([once(socket, 'open'), failed])
}

/** One message, one answer. */
async function asked(socket: WebSocket, message: Buffer | string): Promise<Answer> {
  if (socket.readyState !== socket.OPEN) throw new RecogniserError('hung up')
  const answer = new Promise<string>((resolve, reject) => {
    const heard = (data: Buffer) => {
      socket.off('close', gone).off('error', failed)
      resolve(data.toString('utf8'))
    }
    const gone = () => {
      socket.off('message', heard).off('error', failed)
      reject(new RecogniserError('hung up'))
    }
    // Comes before the end, and says why.
    const failed = (err: Error) => reject(new RecogniserError(err.message))
    socket.once('message', heard).once('close', gone).once('error', failed)
  })
  socket.send(message)
  const text = await within(answer, ANSWER_MS)
  if (text === 'late') throw new RecogniserError('did not answer')
  const read = Answer.safeParse(jsonOf(text))
  if (!read.success) throw new RecogniserError('answered with something else than {"partial"} or {"text"}')
  return read.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
