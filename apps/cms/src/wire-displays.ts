import type { CmsKeys, ConsoleTopic, Id, Revision } from '@akari/protocol'
import type { MainDatabase } from './db/database.ts'
import { lastKnown } from './db/last-known.ts'
import { addDisplayRoutes } from './features/displays/displays.routes.ts'
import { displaysService } from './features/displays/displays.service.ts'
import type { DisplaysStore } from './features/displays/displays.store.ts'
import { Presence } from './features/displays/presence.ts'
import { addPairingRoutes } from './features/pairing/pairing.routes.ts'
import { pairingService } from './features/pairing/pairing.service.ts'
import { pairingStore } from './features/pairing/pairing.store.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import type { Api } from './http/api.ts'
import type { Job } from './jobs.ts'
import { WHILE_AWAY } from './wire-accounts.ts'

type Deps = ServiceDeps & {
  db: MainDatabase
  store: DisplaysStore
  /** The keys that a new player pins. */
  keys: () => CmsKeys
  publishedRevisions: () => Promise<ReadonlyMap<Id, Revision>>
  revoke: (displayId: Id) => void
  announceHere: (topic: ConsoleTopic) => void
}

/** Wires the displays: their records, their pairing, how they are, and what is remembered while the database is away. */
export async function wireDisplays(deps: Deps) {
  const { now, newId, publishedRevisions } = deps
  const displays = displaysService({ ...deps, presence: new Presence(now) })
  const pairing = pairingService({
    store: pairingStore(deps.db),
    keys: deps.keys,
    now,
    newId,
    attachPlayer: displays.attachPlayer,
  })
  const known = {
    list: lastKnown(displays.list, { ...WHILE_AWAY, now }),
    revisions: lastKnown(publishedRevisions, { ...WHILE_AWAY, now }),
  }
  const remember = () => Promise.all([known.list.read(), known.revisions.read()])
  await remember()
  return {
    displays,
    displayList: known.list,
    revisions: known.revisions,
    addRoutes: (api: Api): void => {
      addDisplayRoutes(api, displays)
      addPairingRoutes(api, pairing)
    },
    jobs: [
      { name: 'displays-last-seen', cron: '*/10 * * * * *', run: displays.housekeep },
      { name: 'displays-last-known', cron: '*/10 * * * * *', run: remember },
      { name: 'pairing', cron: '*/5 * * * *', run: pairing.housekeep },
    ] satisfies readonly Job[],
  }
}
