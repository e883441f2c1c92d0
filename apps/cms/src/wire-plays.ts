import type { Alert, ConsoleTopic, LiveValues } from '@akari/protocol'
import { CITY } from './config/city.ts'
import type { ChangeFeed } from './db/change-feed.ts'
import type { MainDatabase } from './db/database.ts'
import { faultRecords } from './features/fault-records/fault-records.routes.ts'
import { faultRecordStore } from './features/fault-records/fault-records.store.ts'
import { addPlayRoutes } from './features/proof-of-play/plays.routes.ts'
import { playsService } from './features/proof-of-play/plays.service.ts'
import { playsStore } from './features/proof-of-play/plays.store.ts'
import { reportService } from './features/proof-of-play/report.service.ts'
import { reportStore } from './features/proof-of-play/report.store.ts'
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
  displayNames: () => Promise<ReadonlyMap<string, string>>
  /** To the displays that are connected to this node. */
  broadcast: (values: LiveValues) => void
  now: () => Date
  audit: Audit
  announce: (topic: ConsoleTopic) => void
}

/** Wires what displays are told of the outside world, and what they tell of what they showed and what went wrong. */
export async function wirePlays({ api, db, feed, keepPlaysDays, liveAlerts, broadcast, ...deps }: Deps) {
  const { now, audit, announce } = deps
  const values = valuesService({
    store: valuesStore(db),
    alerts: liveAlerts,
    changed: () => feed.publish({ kind: 'values' }),
    now,
    audit,
    announce,
  })
  const plays = playsService({ store: playsStore(db, CITY.timeZone), keepDays: keepPlaysDays, now })
  addValueRoutes(api, values)
  const reports = reportService({
    store: reportStore(db),
    displayNames: deps.displayNames,
    timeZone: CITY.timeZone,
    now,
  })
  addPlayRoutes(api, plays, reports)
  const faults = faultRecords({ api, store: faultRecordStore(db), keepDays: keepPlaysDays, now })
  let held = await values.state()
  const jobs: Job[] = [
    { name: 'alert-level', cron: '* * * * * *', run: values.tellAlertLevel },
    { name: 'plays', cron: '37 3 * * *', run: plays.housekeep },
    { name: 'fault-records', cron: '39 3 * * *', run: faults.housekeep },
    { name: 'play-totals', cron: '42 3 * * *', run: reports.housekeep },
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
