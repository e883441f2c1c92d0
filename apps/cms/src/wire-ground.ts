import { randomUUID } from 'node:crypto'
import { mediaGate } from '@akari/node-kit'
import type { ConsoleTopic } from '@akari/protocol'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import { readPlace } from './config/place.ts'
import { loadServerKeys } from './config/server-keys.ts'
import { inProcessFeed } from './db/change-feed.ts'
import type { Databases } from './db/database.ts'
import { startPostgresFeed } from './db/postgres-feed.ts'
import { displaysStore } from './features/displays/displays.store.ts'
import { approvalRule } from './features/workflow/approval-rule.ts'
import { approvalSettingsStore } from './features/workflow/approval-settings.store.ts'
import { Api } from './http/api.ts'
import { createMetrics } from './http/metrics.ts'
import type { SocketServer } from './realtime/socket-server.ts'
import { wireAccounts } from './wire-accounts.ts'
import { wireInterfaces } from './wire-interfaces.ts'

export const VERSION = '0.1.0'

type Deps = { config: Config; databases: Databases; log: Logger; now: () => Date }

export type Ground = Awaited<ReturnType<typeof wireGround>>

/** Wires what every feature stands on: keys, people, the log of what they did, the API, and how changes are told. */
export async function wireGround({ config, databases, log, now }: Deps) {
  const { main: db } = databases
  const keys = await loadServerKeys(config.dataDir)
  const place = await readPlace(config.placeFile)
  const newId = () => randomUUID()
  const feed =
    config.databaseUrl === null
      ? inProcessFeed()
      : startPostgresFeed({ databaseUrl: config.databaseUrl, db, node: newId(), log })
  // The socket server needs the HTTP server, which needs the routes, which need to announce: tied together here.
  let sockets: SocketServer | null = null
  const announce = (topic: ConsoleTopic) => feed.publish({ kind: 'topic', topic })
  const displayRecords = displaysStore(db)
  const accounts = wireAccounts({
    db,
    dataDir: config.dataDir,
    identity: keys.identity,
    log,
    now,
    newId,
    announce,
    accessEnded: (of) => feed.publish({ kind: 'access-ended', of }),
    publicKeyOf: displayRecords.byId,
  })
  const common = { now, newId, audit: accounts.audit.record, announce }
  const interfaces = wireInterfaces({
    ...common,
    db,
    identity: keys.identity,
    privateHosts: config.webhookPrivateHosts,
  })
  return {
    config,
    databases,
    log,
    keys,
    place,
    feed,
    metrics: createMetrics(),
    /** What nearly every feature asks for. */
    common,
    /** To the consoles of this server alone. */
    announceHere: (topic: ConsoleTopic): void => sockets?.announce(topic),
    /** Null until the server listens. */
    sockets: (): SocketServer | null => sockets,
    socketsOpened: (opened: SocketServer): void => {
      sockets = opened
    },
    displayRecords,
    accounts,
    interfaces,
    api: new Api(accounts.actorOf, interfaces.answers),
    gate: mediaGate({ bytesPerSecond: config.mediaBytesPerSecond, monotonicMs: () => performance.now() }),
    approval: approvalRule({ people: accounts.users.list, settings: approvalSettingsStore(db).read }),
  }
}
