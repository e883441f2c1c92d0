import type { Alert, ConsoleTopic, LiveValues } from '@akari/protocol'
import type { ChangeFeed } from './db/change-feed.ts'
import type { MainDatabase } from './db/database.ts'
import { addPlayRoutes } from './features/proof-of-play/plays.routes.ts'
import { playsService } from './features/proof-of-play/plays.service.ts'
import { playsStore } from './features/proof-of-play/plays.store.ts'
import type { Audit } from './features/service-deps.ts'
import { addValueRoutes } from './features/values/values.routes.ts'
import { valuesService } from './features/values/values.service.ts'
import { valuesStore } from './features/values/values.store.ts'
import type { Api } from './http/api.ts'
import type { Job } from './jobs.ts'

type Deps = {
  api: Api
  db: MainDatabase
  feed: ChangeFeed
  keepPlaysDays: number
  liveAlerts: () => readonly Alert[]
  /** To the displays that are connected to this node. */
  broadcast: (values: LiveValues) => void
  now: () => Date
  audit: Audit
  announce: (topic: ConsoleTopic) => void
}

/** Wires what displays are told of the outside world, and what they tell of what they showed. */
export async function wirePlays({ api, db, feed, keepPlaysDays, liveAlerts, broadcast, now, audit, announce }: Deps) {
  const values = valuesService({
    store: valuesStore(db),
    alerts: liveAlerts,
    changed: () => feed.publish({ kind: 'values' }),
    now,
    audit,
    announce,
  })
  const plays = playsService({ store: playsStore(db), keepDays: keepPlaysDays, now })
  addValueRoutes(api, values)
  addPlayRoutes(api, plays)
  let held = await values.state()
  const jobs: Job[] = [
    { name: 'alert-level', cron: '* * * * * *', run: values.tellAlertLevel },
    { name: 'plays', cron: '37 3 * * *', run: plays.housekeep },
  ]
  return {
    jobs,
    between: plays.between,
    values: (): LiveValues => held,
    /** Reads the values again, whoever changed them, and tells the displays of this node. */
    refreshValues: async (): Promise<void> => {
      const read = await values.state()
      if (read.revision === held.revision) return
      held = read
      broadcast(held)
    },
  }
}
