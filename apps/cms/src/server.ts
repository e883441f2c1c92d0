import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { KOGANEI } from '@akari/alerts'
import type { ConsoleTopic } from '@akari/protocol'
import type { Logger } from 'pino'
import { CITY } from './config/city.ts'
import type { Config } from './config/config.ts'
import { removeLocalAccess, writeLocalAccess } from './config/local-access.ts'
import { loadServerKeys } from './config/server-keys.ts'
import { inProcessFeed } from './db/change-feed.ts'
import { type Databases, openDatabases } from './db/database.ts'
import { lastKnown } from './db/last-known.ts'
import { startPostgresFeed } from './db/postgres-feed.ts'
import { acknowledgements } from './features/alerts/acknowledgements.ts'
import { openAlertChannels } from './features/alerts/alert-channels.ts'
import { addAlertRoutes } from './features/alerts/alerts.routes.ts'
import { alertsService } from './features/alerts/alerts.service.ts'
import { alertsStore } from './features/alerts/alerts.store.ts'
import { startMessageReader } from './features/alerts/message-reader.ts'
import { resendService } from './features/alerts/resend.service.ts'
import { staleMarker } from './features/alerts/staleness.ts'
import { addTimelineRoutes } from './features/alerts/timeline.routes.ts'
import { timelineService } from './features/alerts/timeline.service.ts'
import { timelineStore } from './features/alerts/timeline.store.ts'
import { addAuditRoutes } from './features/audit/audit.routes.ts'
import { auditService } from './features/audit/audit.service.ts'
import { auditStore } from './features/audit/audit.store.ts'
import { auditHeads } from './features/audit/audit-heads.ts'
import { addDisplayRoutes } from './features/displays/displays.routes.ts'
import { displaysService } from './features/displays/displays.service.ts'
import { displaysStore } from './features/displays/displays.store.ts'
import { Presence } from './features/displays/presence.ts'
import { addHolidayRoutes } from './features/holidays/holidays.routes.ts'
import { holidaysService } from './features/holidays/holidays.service.ts'
import { holidaysStore } from './features/holidays/holidays.store.ts'
import { addKeyRoutes } from './features/keys/keys.routes.ts'
import { keysStore } from './features/keys/keys.store.ts'
import { openKeyring } from './features/keys/keyring.ts'
import { addPairingRoutes } from './features/pairing/pairing.routes.ts'
import { pairingService } from './features/pairing/pairing.service.ts'
import { pairingStore } from './features/pairing/pairing.store.ts'
import { addPlayerRoutes } from './features/players/players.routes.ts'
import { playersService } from './features/players/players.service.ts'
import { playersStore } from './features/players/players.store.ts'
import { addSessionRoutes } from './features/sessions/sessions.routes.ts'
import { sessionsService } from './features/sessions/sessions.service.ts'
import { sessionsStore } from './features/sessions/sessions.store.ts'
import { hashPassword, passwordMatches } from './features/users/passwords.ts'
import { addUserRoutes } from './features/users/users.routes.ts'
import { usersService } from './features/users/users.service.ts'
import { usersStore } from './features/users/users.store.ts'
import { actorOf } from './http/actor-of.ts'
import { Api } from './http/api.ts'
import { httpApp } from './http/app.ts'
import { createHttpServer, listen } from './http/listen.ts'
import { createMetrics } from './http/metrics.ts'
import { newSecret } from './http/secrets.ts'
import { sessionSecretOf } from './http/session-cookie.ts'
import { startJobs } from './jobs.ts'
import { type SocketServer, startSocketServer } from './realtime/socket-server.ts'
import { wireContent } from './wire-content.ts'
import { wireFeed } from './wire-feed.ts'
import { wireSources } from './wire-sources.ts'

const VERSION = '0.1.0'

/** While the database is away: how long an emergency waits for it, and how long earlier answers count. */
const WHILE_AWAY = { waitMs: 150, keepMs: 12 * 3_600_000 }

export type RunningServer = {
  url: string
  firstAdmin: { username: string; password: string } | null
  seeded: boolean
  close: () => Promise<void>
}

/** Starts the CMS. Throws StartupError for what the person at the terminal can mend. */
export async function startServer(config: Config, deps: { log: Logger; now: () => Date }): Promise<RunningServer> {
  const databases = await openDatabases(config)
  try {
    return await serve(config, databases, deps)
  } catch (err) {
    await databases.close()
    throw err
  }
}

async function serve(
  config: Config,
  databases: Databases,
  { log, now }: { log: Logger; now: () => Date },
): Promise<RunningServer> {
  const keys = await loadServerKeys(config.dataDir)
  const newId = () => randomUUID()
  const metrics = createMetrics()
  const feed =
    config.databaseUrl === null
      ? inProcessFeed()
      : startPostgresFeed({ databaseUrl: config.databaseUrl, db: databases.main, node: newId(), log })
  // The socket server needs the HTTP server, which needs the routes, which need to announce: tied together here.
  let sockets: SocketServer | null = null
  const announceHere = (topic: ConsoleTopic) => sockets?.announce(topic)
  const announce = (topic: ConsoleTopic) => feed.publish({ kind: 'topic', topic })
  const accessEnded = (of: 'sessions' | 'tokens') => feed.publish({ kind: 'access-ended', of })
  const auditLog = auditStore(databases.main)
  const audit = auditService({ store: auditLog, now, announce, log })
  const heads = auditHeads({ store: auditLog, identity: keys.identity, dataDir: config.dataDir, now, log })
  const common = { now, newId, audit: audit.record, announce }

  const keyring = await openKeyring({
    store: keysStore(databases.main),
    own: { identity: keys.identity.privateKey, live: keys.live.privateKey, drill: keys.drill.privateKey },
    folder: join(config.dataDir, 'keys'),
    now,
    log,
    changed: (manifest) => {
      channels.signAgain()
      sockets?.broadcastKeys(manifest)
      for (const envelope of Object.values(channels.envelopes())) sockets?.broadcastAlerts(envelope)
    },
  })

  const accounts = usersStore(databases.main)
  const users = usersService({ store: accounts, accessEnded, ...common })
  const sessions = sessionsService({
    store: sessionsStore(databases.main),
    accounts,
    passwords: { hash: hashPassword, matches: passwordMatches },
    now,
    audit: audit.record,
    accessEnded: () => accessEnded('sessions'),
  })
  const displayRecords = displaysStore(databases.main)
  const players = playersService({
    store: playersStore(databases.main),
    publicKeyOf: displayRecords.byId,
    cmsIdentity: keys.identity.publicKey,
    now,
  })
  const localSecret = newSecret()
  const known = {
    users: lastKnown(sessions.userOf, { ...WHILE_AWAY, now }),
    tokens: lastKnown(users.tokenActor, { ...WHILE_AWAY, now }),
    players: lastKnown(players.displayOf, { ...WHILE_AWAY, now }),
  }
  const who = actorOf({
    userOf: known.users.read,
    tokenOf: known.tokens.read,
    displayOf: known.players.read,
    localSecret,
  })
  const api = new Api(who)
  const content = wireContent({
    api,
    db: databases.main,
    dataDir: config.dataDir,
    log,
    actorOf: who,
    displays: displayRecords.list,
    onPublished: (displayId, revision) => feed.publish({ kind: 'programme', displayId, revision }),
    ...common,
  })
  const displays = displaysService({
    store: displayRecords,
    presence: new Presence(now),
    publishedRevisions: content.publishedRevisions,
    revoke: (displayId) => feed.publish({ kind: 'revoked', displayId }),
    announceHere,
    ...common,
  })
  const holidays = holidaysService({ store: holidaysStore(databases.main), now, timeZone: CITY.timeZone, announce })
  const pairing = pairingService({
    store: pairingStore(databases.main),
    keys: keyring.publicKeys,
    now,
    newId,
    attachPlayer: displays.attachPlayer,
  })

  const alertLog = alertsStore(databases.alerts, (tx) => feed.publishWith(tx, { kind: 'alerts' }))
  const acks = acknowledgements({ store: alertLog, log, onStored: () => feed.publish({ kind: 'acknowledged' }) })
  const channels = await openAlertChannels({
    store: alertLog,
    signingKey: keyring.signingKey,
    now,
    log,
    broadcast: ({ state, envelope }) => {
      sockets?.broadcastAlerts(envelope)
      metrics.alertsBroadcast.inc({ channel: state.channel })
      acks.follow(state)
      announceHere('alerts')
    },
  })
  for (const channel of ['live', 'drill'] as const) acks.follow(channels.held(channel).state)
  await acks.read()
  const displayList = lastKnown(displays.list, { ...WHILE_AWAY, now })
  const revisions = lastKnown(content.publishedRevisions, { ...WHILE_AWAY, now })
  const rememberDisplays = () => Promise.all([displayList.read(), revisions.read()])
  await rememberDisplays()
  // A record that no player belongs to yet is nobody who could answer.
  const pairedDisplays = async () =>
    (await displayList.read())
      .filter(({ status }) => status !== 'unpaired')
      .map(({ id, profile, status, pairedAt }) => ({ id, name: profile.name, status, pairedAt }))
  const reader = startMessageReader()
  const alerts = alertsService({
    channels,
    acks,
    read: reader.read,
    place: KOGANEI,
    issuer: CITY.issuer,
    now,
    audit: audit.recordEventually,
    displays: pairedDisplays,
  })
  const timeline = timelineService({ store: timelineStore(databases.alerts), displays: pairedDisplays })
  const resend = resendService({
    channels,
    deliveries: acks.deliveries,
    displays: pairedDisplays,
    publish: (channel) => feed.publish({ kind: 'resend', channel }),
    sendTo: (displayIds, envelope) => sockets?.resendAlerts(displayIds, envelope),
    audit: audit.recordEventually,
  })
  const acknowledged: typeof alerts.acknowledged = async (displayId, answers) => {
    for (const { kind, channel, epoch, revision } of answers) {
      metrics.acknowledgements.inc({ kind })
      const newest = channels.held(channel).state
      if (newest.epoch !== epoch || newest.revision !== revision) continue
      metrics.answerSeconds.set({ channel, kind }, (now().getTime() - Date.parse(newest.issuedAt)) / 1000)
    }
    announceHere('alerts')
    await alerts.acknowledged(displayId, answers)
  }

  addSessionRoutes(api, sessions)
  addUserRoutes(api, users)
  addAuditRoutes(api, audit)
  addDisplayRoutes(api, displays)
  addPairingRoutes(api, pairing)
  addPlayerRoutes(api, { players, envelopes: channels.envelopes, acknowledged, reported: displays.reported })
  addAlertRoutes(api, alerts)
  addKeyRoutes(api, {
    envelope: keyring.envelope,
    rotate: async (actor, channel) => {
      const manifest = await keyring.rotate(channel)
      feed.publish({ kind: 'alerts' })
      await audit.record(actor, `keys.rotated.${channel}`, manifest.keys[channel], { revision: manifest.revision })
      return manifest
    },
  })
  addTimelineRoutes(api, timeline, resend)
  addHolidayRoutes(api, holidays)
  const sources = await wireSources({
    api,
    db: databases.main,
    config,
    version: VERSION,
    log,
    now,
    announce: () => announceHere('alerts'),
    ingest: alerts.ingest,
    raise: alerts.raise,
    alerts: () => [...channels.held('live').state.alerts, ...channels.held('drill').state.alerts],
    markStale: staleMarker(channels),
  })

  const app = httpApp({
    api,
    log,
    https: config.tls !== null,
    trustProxy: config.trustProxy,
    version: VERSION,
    consoleDir: config.consoleDir,
    uploads: content.uploads,
    ready: async () => {
      await databases.main.selectFrom('setting').select('key').limit(1).execute()
      await databases.alerts.selectFrom('alert_channel').select('channel').limit(1).execute()
    },
    metrics: metrics.handler(who, async () => {
      sources.measure(metrics.sources)
      metrics.displays.reset()
      for (const { status } of await displays.list()) metrics.displays.inc({ status })
    }),
  })
  const http = createHttpServer(config, app)
  sockets = startSocketServer({
    http,
    log,
    now,
    displayOf: known.players.read,
    isStaff: async (cookie) => (await known.users.read(sessionSecretOf(cookie) ?? '')) !== null,
    envelopes: channels.envelopes,
    keyManifest: keyring.envelope,
    heard: async (displayId, hello) => {
      // A display that cannot be helped with its keys is still told everything else.
      const mended = hello.keys === undefined ? Promise.resolve() : keyring.heard(hello.keys)
      await mended.catch((err: unknown) => log.error({ err, displayId }, 'keys not issued anew'))
      await alerts.heard(displayId, hello)
    },
    acknowledged,
    reported: displays.reported,
    connected: displays.connected,
    disconnected: displays.disconnected,
    programmeRevision: async (displayId) => (await revisions.read()).get(displayId) ?? null,
  })
  const following = wireFeed({
    feed,
    sockets,
    log,
    refreshAlerts: async () => {
      await keyring.refresh()
      await channels.refresh()
    },
    readAcknowledgements: acks.read,
    resend: resend.send,
    publishedRevisions: content.publishedRevisions,
    shareNews: displays.shareNews,
    revoked: (displayId) => {
      known.players.forget()
      displays.revoked(displayId)
    },
    accessEnded: (of) => known[of === 'sessions' ? 'users' : 'tokens'].forget(),
  })
  await holidays.refresh()
  const firstAdmin = await users.createFirstAdmin()
  const seeded = config.seed !== null && (await content.seed(config.seed.streamOrigin, displays.addRecord))

  const port = await listen(http, config)
  const url = `${config.tls === null ? 'http' : 'https'}://${config.host}:${port}`
  await writeLocalAccess(config.dataDir, { url, secret: localSecret, pid: process.pid })
  const jobs = startJobs(
    [
      { name: 'expire-alerts', cron: '* * * * * *', run: alerts.tick },
      { name: 'displays-last-seen', cron: '*/10 * * * * *', run: displays.housekeep },
      { name: 'displays-last-known', cron: '*/10 * * * * *', run: rememberDisplays },
      { name: 'sessions', cron: '7 * * * *', run: sessions.housekeep },
      { name: 'players', cron: '17 * * * *', run: players.housekeep },
      { name: 'pairing', cron: '*/5 * * * *', run: pairing.housekeep },
      { name: 'uploads', cron: '27 * * * *', run: content.housekeep },
      { name: 'holidays', cron: '5 0 * * *', run: holidays.refresh },
      { name: 'audit-head', cron: '*/5 * * * *', run: heads.sign },
      ...sources.jobs,
    ],
    log,
  )
  sources.start()
  log.info({ url, engine: databases.engine, data: config.dataDir }, 'cms ready')
  if (config.tls === null && !['127.0.0.1', '::1', 'localhost'].includes(config.host)) {
    log.warn(
      'serving plain http beyond this machine: set AKARI_TLS_CERT and AKARI_TLS_KEY, or put a TLS proxy in front',
    )
  }

  const stop = async () => {
    await following.close()
    await jobs.close()
    await sources.close()
    channels.close()
    await sockets?.close()
    http.closeAllConnections()
    await acks.close()
    await displays.housekeep().catch((err: unknown) => log.warn({ err }, 'last words of displays not stored'))
    audit.close()
    await heads.sign().catch((err: unknown) => log.warn({ err }, 'audit log not signed at the end'))
    await reader.close()
    await feed.close()
    await content.close()
    await removeLocalAccess(config.dataDir)
    await databases.close()
  }
  let stopping: Promise<void> | null = null
  return {
    url,
    firstAdmin,
    seeded,
    close: () => {
      stopping ??= stop()
      return stopping
    },
  }
}
