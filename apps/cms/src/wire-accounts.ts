import { setTimeout as wait } from 'node:timers/promises'
import type { ConsoleTopic } from '@akari/protocol'
import type { Logger } from 'pino'
import { lastKnown } from './db/last-known.ts'
import { addAuditRoutes } from './features/audit/audit.routes.ts'
import { auditService } from './features/audit/audit.service.ts'
import { auditStore } from './features/audit/audit.store.ts'
import { auditHeads } from './features/audit/audit-heads.ts'
import { playersService } from './features/players/players.service.ts'
import { playersStore } from './features/players/players.store.ts'
import type { Audit } from './features/service-deps.ts'
import { addSessionRoutes } from './features/sessions/sessions.routes.ts'
import { sessionsService } from './features/sessions/sessions.service.ts'
import { sessionsStore } from './features/sessions/sessions.store.ts'
import { signInTries } from './features/sessions/tries.ts'
import { hashPassword, passwordMatches } from './features/users/passwords.ts'
import { addUserRoutes } from './features/users/users.routes.ts'
import { usersService } from './features/users/users.service.ts'
import { usersStore } from './features/users/users.store.ts'
import { nameOf } from './http/actor.ts'
import { actorOf } from './http/actor-of.ts'
import { Api } from './http/api.ts'
import { newSecret } from './http/secrets.ts'
import type { KeyPair } from '@akari/node-kit'
import type { Id } from '@akari/protocol'
import type { MainDatabase } from './db/database.ts'
import type { Job } from './jobs.ts'

/** While the database is away: how long an emergency waits for it, and how long earlier answers count. */
export const WHILE_AWAY = { waitMs: 150, keepMs: 12 * 3_600_000 }

type Deps = {
  db: MainDatabase
  dataDir: string
  identity: KeyPair
  log: Logger
  now: () => Date
  newId: () => string
  announce: (topic: ConsoleTopic) => void
  accessEnded: (of: 'sessions' | 'tokens') => void
  publicKeyOf: (displayId: Id) => Promise<{ publicKey: string | null } | null>
}

/** What the log of the server tells too, so that a trouble can be followed there alone. */
const LOGGED: Record<string, { message: string; id: string }> = {
  'display.paired': { message: 'display paired', id: 'displayId' },
  'display.unpaired': { message: 'display unpaired', id: 'displayId' },
  'programme.publish': { message: 'programme published', id: 'programme' },
  'asset.create': { message: 'upload accepted', id: 'assetId' },
}

function alsoLogged(record: Audit, log: Logger): Audit {
  return async (actor, action, subject, detail) => {
    const line = LOGGED[action]
    if (line !== undefined) log.info({ [line.id]: subject, actor: nameOf(actor), detail }, line.message)
    await record(actor, action, subject, detail)
  }
}

/** Wires who may do what: people, tokens, players, and the log of what they did. */
export function wireAccounts({ db, dataDir, identity, log, now, newId, announce, accessEnded, publicKeyOf }: Deps) {
  const auditLog = auditStore(db)
  const auditing = auditService({ store: auditLog, now, announce, log })
  const audit = { ...auditing, record: alsoLogged(auditing.record, log) }
  const heads = auditHeads({ store: auditLog, identity, dataDir, now, log })
  const accounts = usersStore(db)
  const sessions = sessionsService({
    store: sessionsStore(db),
    accounts,
    passwords: { hash: hashPassword, matches: passwordMatches },
    tries: signInTries({ wait }),
    now,
    log,
    audit: audit.record,
    accessEnded: () => accessEnded('sessions'),
  })
  const users = usersService({
    store: accounts,
    accessEnded,
    forgetTries: sessions.forgetTries,
    now,
    newId,
    audit: audit.record,
    announce,
  })
  const players = playersService({ store: playersStore(db), publicKeyOf, cmsIdentity: identity.publicKey, now })
  const known = {
    users: lastKnown(sessions.userOf, { ...WHILE_AWAY, now }),
    tokens: lastKnown(users.tokenActor, { ...WHILE_AWAY, now }),
    players: lastKnown(players.displayOf, { ...WHILE_AWAY, now }),
  }
  const localSecret = newSecret()
  const who = actorOf({
    userOf: known.users.read,
    tokenOf: known.tokens.read,
    displayOf: known.players.read,
    localSecret,
  })
  return {
    audit,
    /** What an actor did such a thing with. */
    subjectsOf: auditLog.subjectsOf,
    heads,
    users,
    sessions,
    players,
    known,
    localSecret,
    actorOf: who,
    jobs: [
      { name: 'sessions', cron: '7 * * * *', run: sessions.housekeep },
      { name: 'players', cron: '17 * * * *', run: players.housekeep },
      { name: 'audit-head', cron: '*/5 * * * *', run: heads.sign },
    ] satisfies readonly Job[],
    addRoutes: (api: Api): void => {
      addSessionRoutes(api, sessions)
      addUserRoutes(api, users)
      addAuditRoutes(api, audit)
    },
  }
}
