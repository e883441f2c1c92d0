import { readFile } from 'node:fs/promises'
import { Problem, TranscriptView } from '@akari/protocol'
import { z } from 'zod'
import { readEnvironment } from '../../config/environment.ts'
import type { OfflineCommand } from '../main.ts'
import { nearNames } from '../../near-names.ts'
import { CliError, sentence } from '../say.ts'
import { sendSpeech } from '../speech-line.ts'

const Address = z.url({ protocol: /^(https?|wss?)$/ })
const Token = z.string().trim().min(1).regex(/^\S+$/)

type Server = { url: string; token: string }

/** `akari captions …`: for the machine that has the sound, which need not be the server's. */
export const captionCommands: Record<string, OfflineCommand> = {
  /** Sends speech from the standard input to a sitting's transcript until it ends. */
  hear: async (_installation, { flags }) => {
    const url = Address.safeParse(flags.url ?? '')
    if (!url.success) throw new CliError(sentence('missing', { argument: '--url' }))
    const wanted = flags.sitting ?? ''
    if (wanted === '') throw new CliError(sentence('missing', { argument: '--sitting' }))
    if (process.stdin.isTTY) throw new CliError(sentence('hearNoSound'))
    const server = { url: url.data, token: await tokenOf(flags.token) }
    const stop = new AbortController()
    process.once('SIGTERM', () => stop.abort()).once('SIGINT', () => stop.abort())
    const say = (line: string): void => void process.stderr.write(`${line}\n`)
    const { id, title, startsAt } = await transcriptOf(server, wanted)
    say(sentence('hearing', { title, startsAt, id }))
    stop.signal.addEventListener('abort', () => process.stdin.destroy())
    try {
      const seconds = await sendSpeech(process.stdin, {
        connect: async () => lineTo(server, (await transcriptOf(server, id)).id),
        say,
        signal: stop.signal,
        monotonicMs: () => performance.now(),
      })
      return { text: sentence('heard', { seconds: seconds.toFixed(1) }), json: { transcriptId: id, seconds } }
    } finally {
      process.stdin.destroy()
    }
  },
}

/** From a file or the environment: what stands in a command line, everybody on the machine can read. */
async function tokenOf(file: string | undefined): Promise<string> {
  const read = async (path: string) =>
    readFile(path, 'utf8').catch(() => {
      throw new CliError(sentence('noFile', { file: path }))
    })
  const token = Token.safeParse(file === undefined ? readEnvironment()['AKARI_CAPTION_TOKEN'] : await read(file))
  if (!token.success) throw new CliError(sentence('hearNoToken'))
  return token.data
}

/** The transcript of this id, of the sitting of this id, or of this title; of several the one that starts nearest to now. */
async function transcriptOf(server: Server, wanted: string): Promise<TranscriptView> {
  const all = await transcripts(server)
  const awayMs = ({ startsAt }: TranscriptView) => Math.abs(Date.parse(startsAt) - Date.now())
  const named = all.filter(({ id, sittingId, title }) => [id, sittingId, title].includes(wanted))
  const [nearest] = named.toSorted((a, b) => awayMs(a) - awayMs(b))
  if (nearest !== undefined) return nearest
  const names = nearNames(
    wanted,
    all.map(({ title }) => title),
  ).join(', ')
  throw new CliError(sentence('hearNoSitting', { name: wanted, names: names === '' ? sentence('none') : names }))
}

async function transcripts(server: Server): Promise<TranscriptView[]> {
  const address = addressOf(server, '/api/transcripts', 'http')
  const response = await fetch(address, { headers: { authorization: `Bearer ${server.token}` }, redirect: 'error' })
  const body: unknown = await response.json()
  if (response.ok) return z.array(TranscriptView).parse(body)
  const problem = Problem.safeParse(body)
  const words = problem.success ? problem.data.title : String(response.status)
  if (response.status < 500) throw new CliError(`${words} (${response.status})`)
  throw new Error(words)
}

function lineTo(server: Server, id: string): WebSocket {
  const address = addressOf(server, `/api/transcripts/${encodeURIComponent(id)}/audio`, 'ws')
  return new WebSocket(address, { headers: { authorization: `Bearer ${server.token}` } })
}

function addressOf({ url }: Server, path: string, scheme: 'http' | 'ws'): URL {
  const address = new URL(path, url)
  const isSafe = address.protocol === 'https:' || address.protocol === 'wss:'
  return new URL(`${scheme}${isSafe ? 's' : ''}://${address.host}${address.pathname}`)
}
