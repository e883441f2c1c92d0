import { type DeskKnowledge, shippedTowns } from '@akari/alerts'
import type { Alert, Channel, ConsoleTopic, Id, Place } from '@akari/protocol'
import type { Logger } from 'pino'
import type { MainDatabase } from './db/database.ts'
import { lastKnown } from './db/last-known.ts'
import type { AlertsService } from './features/alerts/alerts.service.ts'
import { brokenGlassService } from './features/alerts/broken-glass.service.ts'
import { brokenGlassStore } from './features/alerts/broken-glass.store.ts'
import { addProposalRoutes } from './features/alerts/proposals.routes.ts'
import { proposalsService } from './features/alerts/proposals.service.ts'
import { proposalsStore } from './features/alerts/proposals.store.ts'
import { reminderWatch } from './features/alerts/reminders.ts'
import { addShelterRoutes } from './features/alerts/shelters.routes.ts'
import { sheltersService } from './features/alerts/shelters.service.ts'
import { sheltersStore } from './features/alerts/shelters.store.ts'
import type { AuditService } from './features/audit/audit.service.ts'
import type { Api } from './http/api.ts'
import type { Job } from './jobs.ts'
import { WHILE_AWAY } from './wire-accounts.ts'

type Deps = {
  db: MainDatabase
  place: Pick<Place, 'city'>
  issuer: Alert['source']['name']
  log: Logger
  now: () => Date
  newId: () => Id
  audit: AuditService
  /** To consoles of every node, and of this one. */
  announce: (topic: ConsoleTopic) => void
  announceHere: (topic: ConsoleTopic) => void
  post: AlertsService['post']
  inForce: (channel: Channel) => readonly Alert[]
  /** Hears of every change of the list of shelters, once it is written. */
  sheltersChanged: () => void
}

/** Wires what the desk writes itself: towns and shelters, the second person, break-glass, reminders. */
export async function wireDesk({ db, place, issuer, log, now, newId, audit, announce, announceHere, ...deps }: Deps) {
  const { post, inForce, sheltersChanged } = deps
  const shelters = sheltersService({
    store: sheltersStore(db),
    city: place.city.name,
    shippedTowns: shippedTowns(place.city.code),
    remembered: (read: () => Promise<DeskKnowledge>) => lastKnown(read, { ...WHILE_AWAY, now }),
    onChange: sheltersChanged,
    now,
    newId,
    audit: audit.record,
    announce,
  })
  const common = { inForce, post, now, audit: audit.recordEventually, announce: () => announce('alerts') }
  const proposals = proposalsService({
    store: proposalsStore(db),
    knowledge: shelters.knowledge,
    issuer,
    ...common,
  })
  const glass = brokenGlassService({ store: brokenGlassStore(db), proposals, log, ...common })
  const reminders = reminderWatch({ inForce: () => inForce('live'), now, log, told: () => announceHere('alerts') })
  // Known from the start, so that an order can go out also when the database is away from then on.
  await shelters.knowledge()
  const jobs: Job[] = [
    {
      name: 'desk',
      cron: '*/5 * * * * *',
      run: async () => {
        reminders.look()
        await shelters.knowledge()
        await proposals.housekeep()
        await glass.housekeep()
      },
    },
  ]
  return {
    shelters,
    jobs,
    remindersDue: reminders.due,
    addRoutes: (api: Api): void => {
      addProposalRoutes(api, proposals, glass)
      addShelterRoutes(api, shelters)
    },
  }
}
