import type { Holiday } from '@akari/protocol'
import { CITY } from './config/city.ts'
import { staleMarker } from './features/alerts/staleness.ts'
import { wireDesk } from './wire-desk.ts'
import type { wireDisplays } from './wire-displays.ts'
import { wireDrills } from './wire-drills.ts'
import type { Emergency } from './wire-emergency.ts'
import { type Ground, VERSION } from './wire-ground.ts'
import { wireSources } from './wire-sources.ts'

type Deps = {
  emergency: Emergency
  displayList: Awaited<ReturnType<typeof wireDisplays>>['displayList']
  holidays: () => Promise<readonly Holiday[]>
  sheltersChanged: () => void
}

/** Wires where emergencies come from: the sources, the desk, and the rehearsals of both. */
export async function wireWarnings(ground: Ground, { emergency, displayList, holidays, sheltersChanged }: Deps) {
  const { api, accounts, config, databases, log, metrics, place, common } = ground
  const { now, newId, announce } = common
  const { audit } = accounts
  const { alerts, channels } = emergency
  const sources = await wireSources({
    api,
    db: databases.main,
    config,
    version: VERSION,
    log,
    now,
    announce: () => ground.announceHere('alerts'),
    ingest: alerts.ingest,
    // A receiver's contact is no person who would be asked whether it still holds.
    raise: (actor, input) => alerts.raise(actor, input, 'clock'),
    alerts: () => [...channels.held('live').state.alerts, ...channels.held('drill').state.alerts],
    markStale: staleMarker(channels),
    weatherOffices: place.weatherOffices,
    audit: audit.record,
  })
  emergency.peopleAreToldBy(sources.report)
  const desk = await wireDesk({
    db: databases.main,
    place,
    issuer: CITY.issuer,
    log,
    now,
    newId,
    audit,
    announce,
    announceHere: ground.announceHere,
    post: alerts.post,
    inForce: (channel) => channels.held(channel).state.alerts,
    sheltersChanged,
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
    holidays,
    metrics: metrics.selfTest,
    log,
    ...common,
  })
  return { sources, desk, rehearsals, jobs: [...sources.jobs, ...desk.jobs, ...rehearsals.jobs] }
}

export type Warnings = Awaited<ReturnType<typeof wireWarnings>>
