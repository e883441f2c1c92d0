import { randomUUID } from 'node:crypto'
import { mediaGate } from '@akari/node-kit'
import type { ConsoleTopic } from '@akari/protocol'
import type { Logger } from 'pino'
import { CITY } from './config/city.ts'
import { readPlace } from './config/place.ts'
import type { Config } from './config/config.ts'
import { removeLocalAccess, writeLocalAccess } from './config/local-access.ts'
import { loadServerKeys } from './config/server-keys.ts'
import { inProcessFeed } from './db/change-feed.ts'
import { type Databases, openDatabases } from './db/database.ts'
import { startPostgresFeed } from './db/postgres-feed.ts'
import { staleMarker } from './features/alerts/staleness.ts'
import { displaysStore } from './features/displays/displays.store.ts'
import type { TellPeople } from './features/alerts/telegram-log.ts'
import { addExplainRoutes } from './features/programme/explain.routes.ts'
import { addPlayerRoutes } from './features/players/players.routes.ts'
import { approvalRule } from './features/workflow/approval-rule.ts'
import { approvalSettingsStore } from './features/workflow/approval-settings.store.ts'
import { Api } from './http/api.ts'
import { listen } from './http/listen.ts'
import { createMetrics } from './http/metrics.ts'
import { startJobs } from './jobs.ts'
import type { SocketServer } from './realtime/socket-server.ts'
import { wireContent } from './wire-content.ts'
import { wireDisplays } from './wire-displays.ts'
import { wireDesk } from './wire-desk.ts'
import { wireDrills } from './wire-drills.ts'
import { wireFeed } from './wire-feed.ts'
import { wireHttp } from './wire-http.ts'
import { wireInterfaces } from './wire-interfaces.ts'
import { wireFleet } from './wire-fleet.ts'
import { wireGuide } from './wire-guide.ts'
import { wirePlays } from './wire-plays.ts'
import { wireSockets } from './wire-sockets.ts'
import { wireSources } from './wire-sources.ts'
import { wireWorkflow } from './wire-workflow.ts'
import { wireAccounts } from './wire-accounts.ts'
import { wireAlerts } from './wire-alerts.ts'

const VERSION = '0.1.0'
/** So long media waits when an alert goes out: until the last display has painted it. */
const ALERT_GOES_FIRST_MS = 1500

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
  const displayRecords = displaysStore(databases.main)
  const accounts = wireAccounts({
    db: databases.main,
    dataDir: config.dataDir,
    identity: keys.identity,
    log,
    now,
    newId,
    announce,
    accessEnded: (of) => feed.publish({ kind: 'access-ended', of }),
    publicKeyOf: displayRecords.byId,
  })
  const { audit, known } = accounts
  const common = { now, newId, audit: audit.record, announce }
  const interfaces = wireInterfaces({
    ...common,
    db: databases.main,
    identity: keys.identity,
    privateHosts: config.webhookPrivateHosts,
  })
  const api = new Api(accounts.actorOf, interfaces.answers)
  const gate = mediaGate({ bytesPerSecond: config.mediaBytesPerSecond, monotonicMs: () => performance.now() })
  const approval = approvalRule({
    people: accounts.users.list,
    settings: approvalSettingsStore(databases.main).read,
  })
  const content = wireContent({
    api,
    db: databases.main,
    dataDir: config.dataDir,
    log,
    actorOf: accounts.actorOf,
    displays: displayRecords.list,
    onPublished: (displayId, revision) => feed.publish({ kind: 'programme', displayId, revision }),
    mediaGate: gate,
    historyOf: audit.about,
    approval,
    ...common,
  })
  const workflow = wireWorkflow({
    api,
    db: databases.main,
    log,
    rule: approval,
    people: accounts.users.list,
    displays: displayRecords.list,
    programmes: content.programmes,
    jobs: content.publishJobs,
    ...common,
  })
  const devices = await wireDisplays({
    db: databases.main,
    store: displayRecords,
    // Asked for when somebody pairs, long after the keys were read.
    keys: () => keyring.publicKeys(),
    publishedRevisions: content.publishedRevisions,
    revoke: (displayId) => feed.publish({ kind: 'revoked', displayId }),
    announceHere,
    ...common,
  })
  const { displays, displayList } = devices
  const place = await readPlace(config.placeFile)
  let tellPeople: TellPeople = () => {}
  const emergency = await wireAlerts({
    databases,
    keys,
    dataDir: config.dataDir,
    place,
    // The sources are wired after the alerts that they bring.
    tellPeople: (...about) => tellPeople(...about),
    holdMedia: () => gate.hold(ALERT_GOES_FIRST_MS),
    log,
    now,
    newId,
    feed,
    metrics,
    audit,
    displays: displayList.read,
    sockets: () => sockets,
    announceHere,
  })
  const { alerts, channels, keyring, acknowledged } = emergency
  accounts.addRoutes(api)
  interfaces.addRoutes(api)
  devices.addRoutes(api)
  addPlayerRoutes(api, {
    players: accounts.players,
    envelopes: channels.envelopes,
    acknowledged,
    reported: displays.reported,
  })
  emergency.addRoutes(api)
  const plays = await wirePlays({
    api,
    db: databases.main,
    feed,
    keepPlaysDays: config.keepPlaysDays,
    liveAlerts: () => channels.held('live').state.alerts,
    displayNames: async () => new Map((await displayRecords.list()).map(({ id, profile }) => [id, profile.name])),
    broadcast: (values) => sockets?.broadcastValues(values),
    ...common,
  })
  const fleet = wireFleet({
    api,
    db: databases.main,
    config,
    records: displayRecords.list,
    displays: displays.list,
    emergency: () => channels.held('live').state.alerts.some(({ phase }) => phase === 'inForce'),
    wishesChanged: (displayId) => feed.publish({ kind: 'wishes', displayId }),
    ...common,
  })
  addExplainRoutes(api, {
    displays: displays.list,
    programmeFor: content.programmeFor,
    world: () => ({ alerts: (channel) => channels.held(channel).state, values: plays.values().values }),
    now,
  })
  wireGuide({
    api,
    db: databases.main,
    displays: displayRecords.list,
    programmeFor: content.programmeFor,
    playsBetween: plays.between,
    subjectsOf: accounts.subjectsOf,
    ...content.composed,
    now,
  })
  const sources = await wireSources({
    api,
    db: databases.main,
    config,
    version: VERSION,
    log,
    now,
    announce: () => announceHere('alerts'),
    ingest: alerts.ingest,
    // A receiver's contact is no person who would be asked whether it still holds.
    raise: (actor, input) => alerts.raise(actor, input, 'clock'),
    alerts: () => [...channels.held('live').state.alerts, ...channels.held('drill').state.alerts],
    markStale: staleMarker(channels),
    weatherOffices: place.weatherOffices,
    audit: audit.record,
  })
  tellPeople = sources.report

  const desk = await wireDesk({
    db: databases.main,
    place,
    issuer: CITY.issuer,
    log,
    now,
    newId,
    audit,
    announce,
    announceHere,
    post: alerts.post,
    inForce: (channel) => channels.held(channel).state.alerts,
  })
  desk.addRoutes(api)
  const rehearsals = wireDrills({
    api,
    databases,
    place,
    alerts,
    channels,
    broadcastAt: emergency.broadcastAt,
    displays: displayList.read,
    holidays: async () => (await content.holidays.calendar()).holidays,
    metrics: metrics.selfTest,
    log,
    ...common,
  })

  const http = wireHttp({
    config,
    databases,
    api,
    log,
    version: VERSION,
    uploads: content.uploads,
    metrics: metrics.handler(accounts.actorOf, async () => {
      sources.measure(metrics.sources)
      metrics.remindersDue.set(desk.remindersDue())
      metrics.displays.reset()
      for (const { status, canary } of await displays.list()) {
        if (canary !== true) metrics.displays.inc({ status })
      }
    }),
  })
  sockets = wireSockets({
    http,
    log,
    now,
    known,
    emergency,
    devices,
    values: plays.values,
    programmeHeld: content.programmes.heardOf,
  })
  const following = wireFeed({
    feed,
    sockets,
    log,
    refreshAlerts: async () => {
      await keyring.refresh()
      await channels.refresh()
    },
    refreshPolicy: emergency.refreshPolicy,
    readAcknowledgements: emergency.acks.read,
    resend: emergency.resend.send,
    refreshLanguages: emergency.refreshLanguages,
    refreshValues: plays.refreshValues,
    publishedRevisions: content.publishedRevisions,
    shareNews: displays.shareNews,
    revoked: (displayId) => {
      known.players.forget()
      displays.revoked(displayId)
    },
    accessEnded: (of) => known[of === 'sessions' ? 'users' : 'tokens'].forget(),
  })
  await content.holidays.refresh()
  const port = await listen(http, config)
  const seeded =
    config.seed !== null &&
    (await content.seed(config.seed.streamOrigin, displays.addRecord, rehearsals.seed, desk.shelters))
  // Last of all: a start that fails or is cut off before must not have used up the password that nobody saw.
  const firstAdmin = await accounts.users.createFirstAdmin()
  const url = `${config.tls === null ? 'http' : 'https'}://${config.host}:${port}`
  await writeLocalAccess(config.dataDir, {
    url,
    secret: accounts.localSecret,
    pid: process.pid,
    certPath: config.tls?.certPath ?? null,
  })
  const jobs = startJobs(
    [
      ...emergency.jobs,
      ...devices.jobs,
      ...accounts.jobs,
      ...content.jobs,
      ...plays.jobs,
      ...fleet.jobs,
      ...sources.jobs,
      ...desk.jobs,
      ...rehearsals.jobs,
      ...interfaces.jobs,
      ...workflow.jobs,
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
    rehearsals.close()
    await following.close()
    await jobs.close()
    await sources.close()
    channels.close()
    await sockets?.close()
    http.closeAllConnections()
    await displays.housekeep().catch((err: unknown) => log.warn({ err }, 'last words of displays not stored'))
    audit.close()
    await accounts.heads.sign().catch((err: unknown) => log.warn({ err }, 'audit log not signed at the end'))
    await emergency.close()
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
