import type { Server as HttpServer } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  Acknowledgement,
  type ConsoleTopic,
  DisplayHealth,
  type FeedSnapshot,
  type FeedSnapshots,
  type FromConsole,
  type FromPlayer,
  Hello,
  type LiveValues,
  PROTOCOL_VERSION,
  type Revision,
  type SignedAlertState,
  type SignedKeyManifest,
  type ToConsole,
  type ToPlayer,
} from '@akari/protocol'
import type { Logger } from 'pino'
import { type Namespace, Server, type Socket } from 'socket.io'

type Deps = {
  http: HttpServer
  log: Logger
  now: () => Date
  /** Display of a player's bearer token, or null. */
  displayOf: (token: string) => Promise<string | null>
  /** May this Cookie header watch the console's topics? */
  isStaff: (cookie: string | undefined) => Promise<boolean>
  keyManifest: () => SignedKeyManifest
  values: () => LiveValues
  /** The feeds that the display's programme shows, and what is known of them. */
  feedsFor: (displayId: string) => Promise<{ shown: readonly string[]; known: FeedSnapshots }>
  envelopes: () => { live: SignedAlertState; drill: SignedAlertState }
  heard: (displayId: string, hello: Hello) => Promise<void>
  acknowledged: (displayId: string, acknowledgements: readonly Acknowledgement[]) => Promise<void>
  reported: (displayId: string, health: DisplayHealth) => void
  connected: (displayId: string) => void
  disconnected: (displayId: string) => void
  programmeRevision: (displayId: string) => Promise<Revision | null>
}

/** `part`: in which turn it is told of feeds. */
type PlayerData = { displayId: string; token: string; part: number }
type PlayerSocket = Socket<FromPlayer, ToPlayer, Record<string, never>, PlayerData>
type PlayerNamespace = Namespace<FromPlayer, ToPlayer, Record<string, never>, PlayerData>

export type SocketServer = {
  broadcastKeys: (envelope: SignedKeyManifest) => void
  broadcastAlerts: (envelope: SignedAlertState) => void
  /** To those of these displays that are connected here. */
  resendAlerts: (displayIds: readonly string[], envelope: SignedAlertState) => void
  broadcastValues: (values: LiveValues) => void
  /** To the displays whose programmes show it, a part of them at a time: an alert must not wait until a thousand have it. */
  broadcastFeed: (snapshot: FeedSnapshot) => Promise<void>
  programmeChanged: (displayId: string, revision: Revision) => void
  /** Asks the display to fetch what is wanted of it. */
  wishesChanged: (displayId: string) => void
  /** Tells a player that it is unpaired and closes its connections. */
  revoke: (displayId: string) => void
  announce: (topic: ConsoleTopic) => void
  /** Displays that are connected to this server. */
  connectedDisplays: () => ReadonlySet<string>
  /** Closes connections whose token no longer counts; the player signs in again or learns that it is unpaired. */
  recheckPlayers: () => Promise<void>
  close: () => Promise<void>
}

/** Notices to the console are bundled: a storm of acknowledgements is one "fetch again". */
const CONSOLE_BUNDLE_MS = 100

export function startSocketServer(deps: Deps): SocketServer {
  const io = new Server(deps.http, {
    serveClient: false,
    pingInterval: 3000,
    pingTimeout: 2000,
    maxHttpBufferSize: 1_000_000,
    // Players and consoles live on our own origin; no page elsewhere may open a socket with somebody's cookie.
    allowRequest: (req, decide) => {
      const { origin, host } = req.headers
      decide(null, origin === undefined || URL.parse(origin)?.host === host)
    },
  })
  const players: PlayerNamespace = io.of('/player')
  let connections = 0
  players.use((socket, next) => {
    const given: unknown = socket.handshake.auth.token
    const token = typeof given === 'string' ? given : ''
    deps.displayOf(token).then(
      (displayId) => {
        if (displayId === null) return next(new Error('unauthenticated'))
        connections += 1
        socket.data = { displayId, token, part: connections % FEED_PARTS }
        next()
      },
      (err: unknown) => {
        deps.log.error({ err }, 'player handshake failed')
        next(new Error('unavailable'))
      },
    )
  })
  players.on('connection', (socket) => welcome(socket, deps))

  const consoles: Namespace<FromConsole, ToConsole> = io.of('/console')
  consoles.use((socket, next) => {
    deps.isStaff(socket.handshake.headers.cookie).then(
      (staff) => next(staff ? undefined : new Error('unauthenticated')),
      () => next(new Error('unavailable')),
    )
  })
  const pending = new Map<ConsoleTopic, NodeJS.Timeout>()

  return {
    broadcastKeys: (envelope) => {
      players.emit('keys.manifest', envelope)
    },
    broadcastAlerts: (envelope) => {
      players.emit('alert.state', envelope)
    },
    resendAlerts: (displayIds, envelope) => {
      // No room at all would mean everyone.
      if (displayIds.length > 0) players.to([...displayIds]).emit('alert.state', envelope)
    },
    broadcastValues: (values) => {
      players.emit('values.state', values)
    },
    broadcastFeed: async (snapshot) => {
      for (let part = 0; part < FEED_PARTS; part++) {
        players.to(feedRoom(snapshot.feedId, part)).emit('feeds.state', { feeds: [snapshot] })
        await nextTurn()
      }
    },
    programmeChanged: (displayId, revision) => {
      players.to(displayId).emit('programme.changed', { revision })
      for (const id of players.adapter.rooms.get(displayId) ?? []) {
        const socket = players.sockets.get(id)
        if (socket !== undefined) followFeeds(socket, deps)
      }
    },
    wishesChanged: (displayId) => {
      players.to(displayId).emit('wishes.changed')
    },
    revoke: (displayId) => {
      players.to(displayId).emit('display.revoked')
      players.in(displayId).disconnectSockets(true)
    },
    announce: (topic) => {
      if (pending.has(topic)) return
      pending.set(
        topic,
        setTimeout(() => {
          pending.delete(topic)
          consoles.emit('changed', topic)
        }, CONSOLE_BUNDLE_MS),
      )
    },
    connectedDisplays: () => new Set([...players.sockets.values()].map(({ data }) => data.displayId)),
    recheckPlayers: async () => {
      for (const socket of players.sockets.values()) {
        if ((await deps.displayOf(socket.data.token)) === null) socket.disconnect(true)
      }
    },
    close: async () => {
      for (const timer of pending.values()) clearTimeout(timer)
      await io.close()
    },
  }
}

/** No display is called so: ids have no spaces. */
const FEED_ROOM = 'feed '
const FEED_PARTS = 16

function feedRoom(feedId: string, part: number): string {
  return `${FEED_ROOM}${part} ${feedId}`
}

/** From now on the display hears of the feeds that its programme shows, and of no others. */
function followFeeds(socket: PlayerSocket, deps: Deps): void {
  const { displayId } = socket.data
  deps.feedsFor(displayId).then(
    ({ shown, known }) => {
      const wanted = new Set(shown.map((feedId) => feedRoom(feedId, socket.data.part)))
      for (const room of socket.rooms) if (room.startsWith(FEED_ROOM) && !wanted.has(room)) void socket.leave(room)
      for (const room of wanted) void socket.join(room)
      if (known.feeds.length > 0) socket.emit('feeds.state', known)
    },
    (err: unknown) => deps.log.error({ err, displayId }, 'feeds of a display not found'),
  )
}

function welcome(socket: PlayerSocket, deps: Deps): void {
  const { displayId } = socket.data
  void socket.join(displayId)
  deps.connected(displayId)
  deps.log.info({ displayId }, 'display connected')
  const sendAlerts = () => {
    const { live, drill } = deps.envelopes()
    socket.emit('keys.manifest', deps.keyManifest())
    socket.emit('alert.state', live)
    socket.emit('alert.state', drill)
  }
  sendAlerts()
  socket.emit('values.state', deps.values())
  followFeeds(socket, deps)
  const failed = (err: unknown) => deps.log.error({ err, displayId }, 'player message failed')

  socket.on('hello', (raw, reply) => {
    if (typeof reply !== 'function') return
    const hello = Hello.safeParse(raw)
    if (!hello.success) return reply({ ok: false, reason: 'malformed' })
    if (hello.data.protocol < PROTOCOL_VERSION) return reply({ ok: false, reason: 'player-too-old' })
    if (hello.data.protocol > PROTOCOL_VERSION) return reply({ ok: false, reason: 'server-too-old' })
    deps
      .heard(displayId, hello.data)
      .then(() => deps.programmeRevision(displayId))
      .then((programmeRevision) => {
        reply({ ok: true, serverTime: deps.now().toISOString(), programmeRevision, echoes: true })
        sendAlerts()
      })
      .catch(failed)
  })
  socket.on('alert.acknowledged', (raw, stored) => {
    const acknowledgement = Acknowledgement.safeParse(raw)
    if (!acknowledgement.success || typeof stored !== 'function') return
    deps.acknowledged(displayId, [acknowledgement.data]).then(stored).catch(failed)
  })
  socket.on('display.health', (raw) => {
    const health = DisplayHealth.safeParse(raw)
    if (health.success) deps.reported(displayId, health.data)
  })
  socket.on('clock.probe', (reply) => {
    if (typeof reply === 'function') reply(deps.now().toISOString())
  })
  socket.on('push.probe', (number) => {
    // Through the namespace and its rooms, as every alert state goes.
    if (Number.isSafeInteger(number)) socket.nsp.to(displayId).emit('push.echo', number)
  })
  socket.on('disconnect', (reason) => {
    deps.log.info({ displayId, reason }, 'display disconnected')
    deps.disconnected(displayId)
  })
}
