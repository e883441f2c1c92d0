import type { DeskShelter, GuideShelter, Id, Sha256 } from '@akari/protocol'
import type { Logger } from 'pino'
import type { MainDatabase } from './db/database.ts'
import type { FileStore } from './features/assets/file-store.ts'
import type { KeepVenue } from './features/assets/keep-venue.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import { addClosureRoutes } from './features/venues/closures.routes.ts'
import { closuresService } from './features/venues/closures.service.ts'
import { closureStore } from './features/venues/closures.store.ts'
import { addSentWayRoutes } from './features/venues/sent-ways.routes.ts'
import { sentWaysService, type ShowWay } from './features/venues/sent-ways.service.ts'
import { standingVenuesOf } from './features/venues/standing-venues.ts'
import { venueDocuments } from './features/venues/venue-documents.ts'
import { type StandingDisplay, venueDrafts } from './features/venues/venue-drafts.ts'
import { venuePublishing } from './features/venues/venue-publishing.ts'
import { startVenueThread, VENUE_WORKER_ENTRY, type VenueThread } from './features/venues/venue-thread.ts'
import { addVenueRoutes } from './features/venues/venues.routes.ts'
import { venuesService } from './features/venues/venues.service.ts'
import { venueStore } from './features/venues/venues.store.ts'
import { wayPages } from './features/venues/way-pages.ts'
import type { Api } from './http/api.ts'

export { standingVenuesOf }

/** Buildings with the files that their kiosks say, as drawn and as published, for whatever must not lose these. */
export function recordedVenuesOf(db: MainDatabase) {
  return venueStore(db).recorded
}

type Deps = ServiceDeps & {
  db: MainDatabase
  log: Logger
  /** Where files are kept, and a folder for scratch on their volume. */
  media: { files: FileStore; workDir: string }
  displays: () => Promise<readonly StandingDisplay[]>
  shelters: () => Promise<readonly DeskShelter[]>
  keepDrawing: KeepVenue
  /** Which of these files are recordings of the media library. */
  recordings: (files: readonly Sha256[]) => Promise<ReadonlySet<Sha256>>
  /** Puts what is published and closed here into the programmes of displays. */
  relay: () => Promise<void>
  /** Does a display say that an emergency is on its glass? */
  showsEmergency: (displayId: Id) => Promise<boolean>
  /** Puts ways onto the glass of displays. */
  show: ShowWay
  /** Where visitors' telephones reach this server; null: they do not. */
  publicUrl: string | null
  /** Who works venues out; called thrice: for files that anybody may have made, for staff, for visitors. */
  startThread?: () => VenueThread
}

/** The largest venue that is taken is worked out in a few seconds; whatever takes longer is no venue. */
const LIMITS = { entry: VENUE_WORKER_ENTRY, idleMs: 60_000, limitMs: 60_000, memoryMb: 1024 }

/** Wires buildings with their floor maps: importing, editing, publishing, and what is closed in them. */
export function wireVenues({ db, log, media, displays, keepDrawing, relay, ...deps }: Deps) {
  const { now, newId, audit, announce } = deps
  const common = { now, newId, audit, announce }
  const store = venueStore(db)
  const drafts = venueDrafts({ store, pathOf: media.files.pathOf })
  const start = deps.startThread ?? (() => startVenueThread(LIMITS))
  const [reader, thread, visitors] = [start(), start(), start()]
  const shelters = async (): Promise<GuideShelter[]> =>
    (await deps.shelters()).map(({ id, name, address, at, open }) => ({ id, name, address, at: at ?? null, open }))
  const closures = closuresService({ ...common, store: closureStore(db), drafts, displays, relay })
  const { recordings } = deps
  const shared = { ...common, store, drafts, thread, recordings, write: media.files.write, displays, shelters }
  const venues = venuesService({ ...shared, reader, closed: closures.inForce, open: closures.open })
  const publishing = venuePublishing({ ...shared, keepDrawing, relay, log })
  const sentWays = sentWaysService({
    drafts,
    displays,
    thread,
    pathOf: media.files.pathOf,
    closed: closures.inForce,
    showsEmergency: deps.showsEmergency,
    show: deps.show,
  })
  const documents = venueDocuments({ venues, drafts, pathOf: media.files.pathOf })
  return {
    ...venues,
    publish: publishing.publish,
    sheltersChanged: publishing.sheltersChanged,
    /** When guides are renewed with the shelters that there are. */
    settled: publishing.settled,
    files: store.files,
    /** Pages for telephones. */
    ways: wayPages({
      isOpen: deps.publicUrl !== null,
      standing: standingVenuesOf(db, now),
      pathOf: media.files.pathOf,
      thread: visitors,
      now,
    }),
    housekeep: closures.housekeep,
    addRoutes: (api: Api): void => {
      addVenueRoutes(api, { venues, publishing, documents, workDir: media.workDir })
      addClosureRoutes(api, closures)
      addSentWayRoutes(api, sentWays)
    },
    close: async (): Promise<void> => {
      await reader.close()
      await thread.close()
      await visitors.close()
    },
  }
}
