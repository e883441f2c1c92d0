import {
  type Acknowledgement,
  type DisplayHealth,
  type FromPlayer,
  HelloReply,
  Instant,
  type ToPlayer,
} from '@akari/protocol'
import { io, type Socket } from 'socket.io-client'

/** What arrives on the socket, not parsed yet. */
export type ConnectionEvents = {
  keyManifest: (envelope: unknown) => void
  alertState: (envelope: unknown) => void
  valuesState: (values: unknown) => void
  feedsState: (snapshots: unknown) => void
  programmeChanged: () => void
  wishesChanged: () => void
  revoked: (server: string) => void
}

/** One Socket.IO connection of namespace `/player`, from its opening to its end. */
export type Connection = {
  hello: (hello: Parameters<FromPlayer['hello']>[0]) => Promise<HelloReply>
  acknowledge: (acknowledgement: Acknowledgement) => Promise<void>
  health: (health: DisplayHealth) => void
  /** The CMS's time in ms since 1970. Rejects when no answer comes in time. */
  probe: (timeoutMs: number) => Promise<number>
  /** Resolves when a push that was asked for arrives; rejects when it does not come in time. */
  echo: (timeoutMs: number) => Promise<void>
  /** Resolves when the connection is gone, for whatever reason. */
  ended: Promise<void>
  close: () => void
}

export type Opened =
  | { state: 'open'; connection: Connection }
  /** The CMS refused this token. */
  | { state: 'denied' }
  | { state: 'unreachable' }

/** For each of two transports. A second attempt gets through sooner than TCP's own third. */
const CONNECT_MS = 4_000
const ANSWER_MS = 5_000
/** Of one message; as much as of an answer over HTTP. A CMS that sends more is hung up on before it fills the memory. */
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024

/**
 * Opens one connection, which the signal also closes; whoever waits for an answer on it is then told at once. There is
 * no reconnection inside: the caller decides when, where and with which token.
 */
export async function openConnection(
  server: string,
  token: string,
  events: ConnectionEvents,
  signal: AbortSignal,
): Promise<Opened> {
  const socket: Socket<ToPlayer, FromPlayer> = io(`${server}/player`, {
    auth: (give) => give({ token }),
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnection: false,
    forceNew: true,
    timeout: CONNECT_MS,
    transportOptions: { websocket: { maxPayload: MAX_MESSAGE_BYTES } },
  })
  // Listening starts before the connection does: the CMS sends the alert states first thing.
  socket.on('keys.manifest', events.keyManifest)
  socket.on('alert.state', events.alertState)
  socket.on('values.state', events.valuesState)
  socket.on('feeds.state', events.feedsState)
  socket.on('programme.changed', events.programmeChanged)
  socket.on('wishes.changed', events.wishesChanged)
  socket.on('display.revoked', () => events.revoked(server))
  const result = await outcome(socket, signal)
  if (result === 'open') {
    const connection = connectionOf(socket)
    signal.addEventListener('abort', connection.close)
    void connection.ended.then(() => signal.removeEventListener('abort', connection.close))
    return { state: 'open', connection }
  }
  socket.disconnect()
  return { state: result }
}

type Outcome = 'open' | 'denied' | 'unreachable'

function outcome(socket: Socket<ToPlayer, FromPlayer>, signal: AbortSignal): Promise<Outcome> {
  const enough = AbortSignal.any([signal, AbortSignal.timeout(2 * CONNECT_MS)])
  return new Promise((settle) => {
    enough.addEventListener('abort', () => settle('unreachable'))
    if (enough.aborted) settle('unreachable')
    socket.once('connect', () => settle('open'))
    // An error the server's middleware sent has `data`; a transport that failed has not.
    socket.once('connect_error', (error) => settle('data' in error ? 'denied' : 'unreachable'))
  })
}

function connectionOf(socket: Socket<ToPlayer, FromPlayer>): Connection {
  let echoes = 0
  return {
    hello: async (hello) => HelloReply.parse(await socket.timeout(ANSWER_MS).emitWithAck('hello', hello)),
    acknowledge: async (acknowledgement) => {
      await socket.timeout(ANSWER_MS).emitWithAck('alert.acknowledged', acknowledgement)
    },
    health: (health) => {
      socket.volatile.emit('display.health', health)
    },
    probe: async (timeoutMs) => Date.parse(Instant.parse(await socket.timeout(timeoutMs).emitWithAck('clock.probe'))),
    echo: (timeoutMs) => {
      const number = ++echoes
      return new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearTimeout(timer)
          socket.off('push.echo', heard)
          socket.off('disconnect', gone)
          settle()
        }
        const heard = (echoed: unknown) => {
          if (echoed === number) finish(resolve)
        }
        const gone = () => finish(() => reject(new Error('connection lost')))
        const timer = setTimeout(() => finish(() => reject(new Error('pushes do not arrive'))), timeoutMs)
        socket.on('push.echo', heard)
        socket.on('disconnect', gone)
        socket.emit('push.probe', number)
      })
    },
    ended: new Promise((resolve) => socket.once('disconnect', () => resolve())),
    close: () => socket.disconnect(),
  }
}
