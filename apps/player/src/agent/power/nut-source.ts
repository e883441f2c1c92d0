import { connect, type Socket } from 'node:net'
import { startLoop } from '../loop.ts'
import { type Answer, answerIn, readingIn } from './nut-lines.ts'
import type { NamedSensor } from './power-config.ts'
import type { Listener, PowerSource } from './reading.ts'

const ASK_MS = 1_000
const PATIENCE_MS = 3_000
/** A UPS has some hundred variables. */
const MOST_CHARACTERS = 256 * 1024

type Nut = Extract<NamedSensor, { kind: 'nut' }>

/**
 * Asks an upsd (Network UPS Tools, RFC 9271) once a second over one connection, and connects anew after anything that is
 * not an answer. Nothing is ever set on the UPS.
 */
export function startNut(nut: Nut, { heard, failed }: Listener): PowerSource {
  let line: Line | null = null
  const loop = startLoop({
    waitMs: () => ASK_MS,
    failed: (error) => {
      line?.hangUp()
      line = null
      failed(error)
    },
    step: async (signal) => {
      line ??= await openLine(nut, signal)
      const answer = await line.ask(`LIST VAR ${nut.ups}\n`)
      if (answer.state === 'error') throw new Error(`upsd: ${answer.name}`)
      const reading = readingIn(answer.variables)
      if (reading === null) throw new Error(`upsd: ups.status ${answer.variables.get('ups.status') ?? 'missing'}`)
      heard(reading)
    },
  })
  return {
    close: async () => {
      line?.hangUp()
      await loop.close()
    },
  }
}

type Line = { ask: (question: string) => Promise<Exclude<Answer, { state: 'more' }>>; hangUp: () => void }

async function openLine({ host, port, ups, login }: Nut, signal: AbortSignal): Promise<Line> {
  const socket = connect({ host, port, signal })
  socket.setEncoding('utf8').setTimeout(PATIENCE_MS)
  socket.once('timeout', () => socket.destroy(new Error('upsd: no answer')))
  // Whoever waits hears of it; without a listener of its own an idle socket's error would end the process.
  socket.on('error', () => undefined)
  let text = ''
  socket.on('data', (part: string) => {
    text += part
    if (text.length > MOST_CHARACTERS) socket.destroy(new Error('upsd: endless answer'))
  })
  await next(socket, 'connect')
  const line = (): string | null => {
    const end = text.indexOf('\n')
    const first = end === -1 ? null : text.slice(0, end)
    if (end !== -1) text = text.slice(end + 1)
    return first
  }
  const say = async (words: string): Promise<void> => {
    socket.write(`${words}\n`)
    for (;;) {
      const answer = line()
      if (answer?.startsWith('OK') === true) return
      if (answer !== null) throw new Error(`upsd: ${answer.slice(0, 80)}`)
      await next(socket, 'data')
    }
  }
  if (login !== null) {
    await say(`USERNAME ${login.user}`)
    await say(`PASSWORD ${login.password}`)
  }
  return {
    ask: async (question) => {
      socket.write(question)
      for (;;) {
        const answer = answerIn(text, ups)
        if (answer.state !== 'more') {
          text = answer.rest
          return answer
        }
        await next(socket, 'data')
      }
    },
    hangUp: () => socket.destroy(),
  }
}

/** Waits for an event of the socket; rejects when it ends before. */
function next(socket: Socket, event: 'connect' | 'data'): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => {
      socket.off(event, done).off('error', settle).off('close', gone)
      if (error === undefined) resolve()
      else reject(error)
    }
    const done = (): void => settle()
    const gone = (): void => settle(new Error('upsd: connection closed'))
    if (socket.destroyed) return gone()
    socket.once(event, done).once('error', settle).once('close', gone)
  })
}
