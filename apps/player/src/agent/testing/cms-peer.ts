import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  createKeyPair,
  type KeyPair,
  pairingDigits,
  randomNonce,
  signAlertState,
  signKeyManifest,
  verifyBytes,
} from '@akari/node-kit'
import {
  Acknowledgement,
  type Alert,
  AlertState,
  type Channel,
  type CmsKeys,
  DisplayHealth,
  type FaultRecord,
  type DisplayWishes,
  type FeedSnapshot,
  type FromPlayer,
  GlassPicture,
  type KeyManifest,
  type LiveValues,
  loginTranscript,
  NO_VALUES,
  OrderOutcome,
  type Play,
  PlayerLog,
  PlayerLogin,
  type Programme,
  type SignedAlertState,
  type SignedKeyManifest,
  type ToPlayer,
} from '@akari/protocol'
import { Server as SocketServer } from 'socket.io'
import { answerPlayer, answersTo } from './peer-answers.ts'
import { answerPairing, type Pairing } from './peer-pairing.ts'

/** The CMS's side of the wire, over real sockets: what the agent is tested against. It can go down and come back. */
export class CmsPeer {
  readonly identity: KeyPair = createKeyPair()
  live: KeyPair = createKeyPair()
  drill: KeyPair = createKeyPair()
  keysRevision = 1
  readonly files = new Map<string, Buffer>()
  readonly pairings: Pairing[] = []
  acknowledgements: { over: 'socket' | 'http'; acknowledgement: Acknowledgement }[] = []
  healths: DisplayHealth[] = []
  plays: Play[] = []
  faults: FaultRecord[] = []
  /** What it answers to plays; 204 when null. */
  playsRefusal: number | null = null
  values: LiveValues = NO_VALUES
  feeds: FeedSnapshot[] = []
  /** Goes on asking for what it was told the outcome of, as no real one does. */
  wishes: DisplayWishes = { orders: [], screenshotEveryMinutes: null }
  outcomes: { id: string; outcome: OrderOutcome }[] = []
  pictures: GlassPicture[] = []
  logs: PlayerLog[] = []
  requests: string[] = []
  displayId = 'lobby-1f'
  revoked = false
  /** Sockets stay open and carry nothing, as behind a firewall that forgot the connection. */
  mute = false
  /** Questions on the socket are answered, but nothing that is pushed arrives. */
  pushesLost = false
  /** A CMS of before has no echoes. */
  echoes = true
  /** Answers in its place, where it says so: as a CMS that means harm. */
  instead: ((url: string, res: ServerResponse) => boolean) | null = null
  programme: Programme | null = null
  envelopes: Record<Channel, SignedAlertState>
  #port = 0
  #http: Server | null = null
  #sockets: SocketServer<FromPlayer, ToPlayer> | null = null
  #tokens = new Set<string>()
  /** Of the displays that were confirmed. */
  readonly #players = new Set<string>()
  readonly #challenges = new Set<string>()
  readonly #host: string

  /** `host`: the address it listens at. */
  constructor(host = '127.0.0.1') {
    this.#host = host
    this.envelopes = { live: this.sign('live', 1, []), drill: this.sign('drill', 1, []) }
  }

  get keys(): CmsKeys {
    return { identity: this.identity.publicKey, live: this.live.publicKey, drill: this.drill.publicKey }
  }

  manifest(changes: Partial<KeyManifest> = {}): KeyManifest {
    const { keys, keysRevision: revision } = this
    return { format: 1, keys, revision, notBefore: '2026-11-22T09:00:00+09:00', ...changes }
  }

  get signedManifest(): SignedKeyManifest {
    return signKeyManifest(this.manifest(), this.identity.privateKey)
  }

  /** A new key for one channel; connected players hear of it, then of the same state under that key. */
  rotate(channel: Channel): void {
    this[channel] = createKeyPair()
    this.keysRevision += 1
    const { epoch, revision, alerts, issuedAt } = AlertState.parse(JSON.parse(this.envelopes[channel].payload))
    this.envelopes[channel] = this.sign(channel, revision, alerts, { epoch, issuedAt })
    this.pushKeys(this.signedManifest)
    this.push(this.envelopes[channel])
  }

  pushKeys(envelope: SignedKeyManifest): void {
    if (!this.mute) this.#sockets?.of('/player').emit('keys.manifest', envelope)
  }

  get url(): string {
    return `http://${this.#host}:${this.#port}`
  }

  async up(): Promise<void> {
    const http = createServer((req, res) => void this.#answer(req, res))
    const sockets = new SocketServer<FromPlayer, ToPlayer>(http, { serveClient: false })
    const players = sockets.of('/player')
    players.use((socket, next) =>
      next(this.#tokens.has(socket.handshake.auth.token) ? undefined : new Error('unauthenticated')),
    )
    players.on('connection', (socket) => {
      if (this.mute) return
      socket.emit('keys.manifest', this.signedManifest)
      socket.emit('alert.state', this.envelopes.live)
      socket.emit('alert.state', this.envelopes.drill)
      socket.on('hello', (_hello, reply) => {
        if (this.mute) return
        reply({
          ok: true,
          serverTime: new Date().toISOString(),
          programmeRevision: this.programme?.revision ?? null,
          ...(this.echoes ? { echoes: true as const } : {}),
        })
      })
      socket.on('push.probe', (number) => {
        if (!this.mute && !this.pushesLost) players.emit('push.echo', number)
      })
      socket.on('clock.probe', (reply) => {
        if (!this.mute) reply(new Date().toISOString())
      })
      socket.on('alert.acknowledged', (acknowledgement, stored) => {
        if (this.mute) return
        this.acknowledgements.push({ over: 'socket', acknowledgement: Acknowledgement.parse(acknowledgement) })
        stored()
      })
      socket.on('display.health', (health) => this.healths.push(DisplayHealth.parse(health)))
    })
    await new Promise<void>((resolve) => http.listen(this.#port, this.#host, resolve))
    const address = http.address()
    if (address === null || typeof address === 'string') throw new Error('not listening')
    this.#port = address.port
    this.#http = http
    this.#sockets = sockets
  }

  async down(): Promise<void> {
    this.#http?.closeAllConnections()
    await this.#sockets?.close()
    this.#http = null
    this.#sockets = null
  }

  sign(channel: Channel, revision: number, alerts: Alert[], changes: Partial<AlertState> = {}): SignedAlertState {
    const state = { channel, epoch: 1, revision, issuedAt: new Date().toISOString(), alerts, ...changes }
    return signAlertState(state, this[channel].privateKey)
  }

  /** Makes it the newest state and pushes it to every socket. */
  issue(channel: Channel, envelope: SignedAlertState): void {
    this.envelopes[channel] = envelope
    this.push(envelope)
  }

  push(envelope: SignedAlertState): void {
    if (!this.mute && !this.pushesLost) this.#sockets?.of('/player').emit('alert.state', envelope)
  }

  publish(programme: Programme): void {
    this.programme = programme
    this.#sockets?.of('/player').emit('programme.changed', { revision: programme.revision })
  }

  tellValues(values: LiveValues): void {
    this.values = values
    if (!this.mute) this.#sockets?.of('/player').emit('values.state', values)
  }

  /** Pushes what is new of these feeds; asked for, it tells of all. */
  tellFeeds(changed: FeedSnapshot[]): void {
    this.feeds = [...this.feeds.filter(({ feedId }) => !changed.some((feed) => feed.feedId === feedId)), ...changed]
    if (!this.mute) this.#sockets?.of('/player').emit('feeds.state', { feeds: changed })
  }

  wish(wishes: Partial<DisplayWishes>): void {
    this.wishes = { ...this.wishes, ...wishes }
    this.#sockets?.of('/player').emit('wishes.changed')
  }

  revoke(): void {
    this.revoked = true
    this.#tokens.clear()
    this.#sockets?.of('/player').emit('display.revoked')
    this.#sockets?.of('/player').disconnectSockets(true)
  }

  hangUp(): void {
    this.#sockets?.of('/player').disconnectSockets(true)
  }

  /** Forgets every session, as after a restart with another database. */
  expireTokens(): void {
    this.#tokens.clear()
  }

  /** The digits the console shows for the newest request; null while the player has not revealed its nonce. */
  digits(): string | null {
    const pairing = this.pairings.at(-1)
    if (pairing?.playerNonce == null) return null
    const { request, nonce, playerNonce } = pairing
    return pairingDigits({ player: request.publicKey, playerNonce, cms: this.keys, cmsNonce: nonce })
  }

  confirm(): void {
    const pairing = this.pairings.findLast(({ state }) => state === 'waiting')
    if (pairing === undefined) throw new Error('nobody asked')
    pairing.state = 'confirmed'
    this.#players.add(pairing.request.publicKey)
    this.revoked = false
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = req.url ?? '/'
    if (url.startsWith('/socket.io/')) return
    if (url === '/healthz') {
      return void res.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}')
    }
    this.requests.push(`${req.method} ${url}`)
    const body = await bodyOf(req)
    if (this.instead?.(url, res) === true) return
    const { send, problem } = answersTo(res)
    if (url.startsWith('/api/pairing/requests')) return answerPairing(this, url, body, send)
    if (url === '/api/player/challenge') {
      if (this.revoked || this.#players.size === 0) return problem(410, 'display-revoked')
      const challenge = randomNonce()
      this.#challenges.add(challenge)
      return send(200, { challenge })
    }
    if (url === '/api/player/session') {
      const { displayId, challenge, signature } = PlayerLogin.parse(body)
      const transcript = loginTranscript(displayId, challenge, this.keys.identity)
      const isAsked = this.#challenges.delete(challenge)
      const genuine = isAsked && [...this.#players].some((key) => verifyBytes(transcript, signature, key))
      if (!genuine) return problem(401, 'unauthenticated')
      const token = randomNonce()
      this.#tokens.add(token)
      return send(201, { token, expiresAt: new Date(Date.now() + 60_000).toISOString() })
    }
    if (!this.#tokens.has((req.headers.authorization ?? '').replace('Bearer ', ''))) {
      return this.revoked ? problem(410, 'display-revoked') : problem(401, 'unauthenticated')
    }
    answerPlayer(this, req, body, res)
  }
}

async function bodyOf(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? undefined : JSON.parse(text)
}
