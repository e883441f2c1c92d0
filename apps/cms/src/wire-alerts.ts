import { join } from 'node:path'
import type { ConsoleTopic } from '@akari/protocol'
import type { Logger } from 'pino'
import { CITY } from './config/city.ts'
import { type Databases } from './db/database.ts'
import { acknowledgements } from './features/alerts/acknowledgements.ts'
import { openAlertChannels } from './features/alerts/alert-channels.ts'
import { addCarryRoutes } from './features/alerts/carry.routes.ts'
import { carryService } from './features/alerts/carry.service.ts'
import { addAlertRoutes } from './features/alerts/alerts.routes.ts'
import { alertsService } from './features/alerts/alerts.service.ts'
import { alertsStore } from './features/alerts/alerts.store.ts'
import { makeAgain } from './features/alerts/make-again.ts'
import { startMessageReader } from './features/alerts/message-reader.ts'
import { resendService } from './features/alerts/resend.service.ts'
import { addTimelineRoutes } from './features/alerts/timeline.routes.ts'
import { type TellPeople, telegramLog } from './features/alerts/telegram-log.ts'
import { timelineService } from './features/alerts/timeline.service.ts'
import { timelineStore } from './features/alerts/timeline.store.ts'
import { addKeyRoutes } from './features/keys/keys.routes.ts'
import { keysStore } from './features/keys/keys.store.ts'
import { openKeyring } from './features/keys/keyring.ts'
import { Api } from './http/api.ts'
import type { Job } from './jobs.ts'
import { type SocketServer } from './realtime/socket-server.ts'
import { wirePhrases } from './wire-phrases.ts'
import type { ServerKeys } from './config/server-keys.ts'
import type { ChangeFeed } from './db/change-feed.ts'
import type { AuditService } from './features/audit/audit.service.ts'
import type { Metrics } from './http/metrics.ts'
import type { Channel, DisplayView, Id, Place } from '@akari/protocol'
import { wirePolicy } from './wire-policy.ts'

type Deps = {
  databases: Databases
  keys: ServerKeys
  dataDir: string
  /** Whose alerts count. */
  place: Place
  tellPeople: TellPeople
  /** An alert goes out: whatever else is sent waits. */
  holdMedia: () => void
  log: Logger
  now: () => Date
  newId: () => Id
  feed: ChangeFeed
  metrics: Metrics
  audit: AuditService
  /** Every display with its status; still answers while the database is away. */
  displays: () => Promise<readonly DisplayView[]>
  /** Null until the server listens. */
  sockets: () => SocketServer | null
  announceHere: (topic: ConsoleTopic) => void
}

/** How many moments of broadcasts are remembered, for whoever measures. */
const BROADCASTS_KEPT = 50

/** Wires the way of an alert: signing keys, both channels, who has answered, and what staff can ask of it. */
export async function wireAlerts(deps: Deps) {
  const { databases, keys, log, now, feed, metrics, audit, sockets, announceHere } = deps
  const keyring = await openKeyring({
    store: keysStore(databases.main),
    own: { identity: keys.identity.privateKey, live: keys.live.privateKey, drill: keys.drill.privateKey },
    folder: join(deps.dataDir, 'keys'),
    now,
    log,
    changed: (manifest) => {
      channels.signAgain()
      sockets()?.broadcastKeys(manifest)
      for (const envelope of Object.values(channels.envelopes())) sockets()?.broadcastAlerts(envelope)
    },
  })
  const policy = await wirePolicy({
    db: databases.alerts,
    displays: deps.displays,
    now,
    log,
    audit: audit.record,
    announce: (topic) => feed.publish({ kind: 'topic', topic }),
    decided: async () => {
      await makeAgain(channels, 'system', 'policy')
      feed.publish({ kind: 'policy' })
    },
  })
  const alertLog = alertsStore(databases.alerts, (tx) => feed.publishWith(tx, { kind: 'alerts' }))
  const acks = acknowledgements({ store: alertLog, log, onStored: () => feed.publish({ kind: 'acknowledged' }) })
  const phrases = wirePhrases({
    db: databases.main,
    now,
    newId: deps.newId,
    audit: audit.record,
    feed,
    log,
    makeAgain: (cause) => makeAgain(channels, 'system', cause),
  })
  const broadcasts = new Map<string, Date>()
  const channels = await openAlertChannels({
    store: alertLog,
    signingKey: keyring.signingKey,
    resolve: policy.resolve,
    prepare: phrases.spoken,
    now,
    log,
    broadcast: ({ state, envelope }) => {
      deps.holdMedia()
      sockets()?.broadcastAlerts(envelope)
      const { channel, revision, alerts } = state
      log.info({ channel, revision, alerts: alerts.length }, 'alert state broadcast')
      metrics.alertsBroadcast.inc({ channel })
      broadcasts.set(`${channel} ${revision}`, now())
      for (const old of [...broadcasts.keys()].slice(0, -BROADCASTS_KEPT)) broadcasts.delete(old)
      acks.follow(state)
      announceHere('alerts')
    },
  })
  for (const channel of ['live', 'drill'] as const) acks.follow(channels.held(channel).state)
  await acks.read()
  // A record that no player belongs to yet is nobody who could answer; at the hidden canary nobody looks.
  const pairedDisplays = async () =>
    (await deps.displays())
      .filter(({ status, canary }) => status !== 'unpaired' && canary !== true)
      .map(({ id, profile, status, pairedAt, health }) => ({
        id,
        name: profile.name,
        status,
        pairedAt,
        faults: health?.faults.map(({ code }) => code) ?? [],
      }))
  const reader = startMessageReader()
  const alerts = alertsService({
    channels,
    acks,
    read: reader.read,
    place: deps.place,
    issuer: CITY.issuer,
    now,
    audit: audit.recordEventually,
    said: telegramLog(log, deps.tellPeople),
    displays: pairedDisplays,
    policy,
  })
  await phrases.firstRefresh()
  const timeline = timelineService({ store: timelineStore(databases.alerts), displays: pairedDisplays })
  const resend = resendService({
    channels,
    deliveries: acks.deliveries,
    displays: pairedDisplays,
    publish: (channel) => feed.publish({ kind: 'resend', channel }),
    sendTo: (displayIds, envelope) => sockets()?.resendAlerts(displayIds, envelope),
    audit: audit.recordEventually,
  })
  const { timeZone } = CITY
  const carry = carryService({ channels, keys: keyring.envelope, timeZone, now, audit: audit.recordEventually })
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
  return {
    keyring,
    channels,
    acks,
    alerts,
    resend,
    acknowledged,
    broadcastAt: (channel: Channel, revision: number): Date | null => broadcasts.get(`${channel} ${revision}`) ?? null,
    refreshLanguages: phrases.refresh,
    getReady: reader.getReady,
    jobs: [
      { name: 'expire-alerts', cron: '* * * * * *', run: alerts.tick },
      { name: 'languages', cron: '*/10 * * * * *', run: phrases.refresh },
    ] satisfies readonly Job[],
    /** Staff changed the policy or what it speaks of, here or at another server: alerts in force are resolved again. */
    refreshPolicy: async (): Promise<void> => {
      if (await policy.refresh()) await makeAgain(channels, 'system', 'policy or display groups')
    },
    addRoutes: (api: Api): void => {
      addAlertRoutes(api, alerts)
      policy.addRoutes(api)
      addTimelineRoutes(api, timeline, resend)
      addCarryRoutes(api, carry)
      phrases.addRoutes(api)
      addKeyRoutes(api, {
        envelope: keyring.envelope,
        rotate: async (actor, channel) => {
          const manifest = await keyring.rotate(channel)
          feed.publish({ kind: 'alerts' })
          await audit.record(actor, `keys.rotated.${channel}`, manifest.keys[channel], { revision: manifest.revision })
          return manifest
        },
      })
    },
    close: async (): Promise<void> => {
      await acks.close()
      await reader.close()
    },
  }
}
