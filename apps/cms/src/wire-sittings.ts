import { reaches } from '@akari/programme'
import type { DraftItem, FeedSnapshot, Id, Texts } from '@akari/protocol'
import { CITY } from './config/city.ts'
import type { MainDatabase } from './db/database.ts'
import type { DraftSitting, TargetDisplay } from './features/programme/content.ts'
import { recordingStore } from './features/recordings/recordings.store.ts'
import { refuseOthers } from './features/responsibility.ts'
import type { ServiceDeps, StaffName } from './features/service-deps.ts'
import { sittingFeeds } from './features/sittings/sitting-feeds.ts'
import { isOver, type StreamNow } from './features/sittings/sitting-rules.ts'
import { type HoldTakeover, sittingScreens } from './features/sittings/sitting-screens.ts'
import { sittingSteps } from './features/sittings/sitting-steps.ts'
import { plannedOf } from './features/sittings/sitting-view.ts'
import { addSittingRoutes } from './features/sittings/sittings.routes.ts'
import { type Transcripts, sittingsService } from './features/sittings/sittings.service.ts'
import { sittingStore } from './features/sittings/sittings.store.ts'
import type { Api } from './http/api.ts'
import type { Job } from './jobs.ts'

type Played = { id: Id; name: string; items: readonly Pick<DraftItem, 'scene'>[] }

type Deps = ServiceDeps & {
  db: MainDatabase
  displays: () => Promise<readonly TargetDisplay[]>
  streams: () => Promise<readonly { id: Id }[]>
  streamNow: (streamId: Id) => StreamNow
  takeovers: HoldTakeover
  transcripts: Transcripts
  staffName: StaffName
  /** All playlists, and those that takeovers play. */
  everythingPlayed: () => Promise<readonly Played[]>
  /** What displays are told of a sitting is in the database: to all servers. */
  changed: () => void
}

/** Names of the sittings that are to show a stream. */
export function sittingsShowingOf(db: MainDatabase, now: () => Date): (streamId: Id) => Promise<string[]> {
  const { list } = sittingStore(db)
  return async (streamId) =>
    (await list())
      .filter((sitting) => sitting.plan.streamId === streamId && !isOver(plannedOf(sitting), now().getTime()))
      .map(({ plan }) => plan.title.ja)
}

/** What a sitting is called; null: it is gone. */
export function sittingTitlesOf(db: MainDatabase): (sittingId: Id) => Promise<Texts | null> {
  const { find } = sittingStore(db)
  return async (sittingId) => (await find(sittingId))?.plan.title ?? null
}

/** Sittings as items of playlists show them. */
export function plannedSittingsOf(db: MainDatabase): () => Promise<DraftSitting[]> {
  const { list } = sittingStore(db)
  return async () =>
    (await list()).map(({ id, captionsId, plan: { title, streamId } }) => ({ id, captionsId, title, streamId }))
}

/** Wires the council's sittings: planned, led by a clerk, told to displays the way of feeds, taking these over. */
export function wireSittings({ db, displays, streams, streamNow, takeovers, transcripts, changed, ...rest }: Deps) {
  const { everythingPlayed, staffName, ...common } = rest
  const { now } = common
  const store = sittingStore(db)
  const feeds = sittingFeeds({ store, atKiosks: recordingStore(db).atKiosks, now })
  const sittings = sittingsService({
    ...common,
    store,
    steps: sittingSteps({ store, now, audit: common.audit, timeZone: CITY.timeZone, staffName }),
    screens: sittingScreens({ takeovers, now }),
    streams,
    streamNow,
    transcripts,
    usesOf: async (sittingId) =>
      (await everythingPlayed())
        .filter(({ id }) => id !== sittingId)
        .filter(({ items }) => items.some(({ scene }) => scene.kind === 'sitting' && scene.sittingId === sittingId))
        .map(({ name }) => name),
    displays,
    reachedBy: async (actor, targets) => {
      const reached = (await displays()).filter((display) => reaches(targets, display))
      refuseOthers(actor, reached)
      return reached.length
    },
    changed,
  })
  return {
    list: sittings.list,
    create: sittings.create,
    replace: sittings.replace,
    remove: sittings.remove,
    step: sittings.step,
    coming: sittings.coming,
    retell: sittings.retell,
    snapshot: feeds.snapshot,
    /** Reads what changed, whoever changed it, and tells the displays of this server. */
    refresh: async (tell: (snapshot: FeedSnapshot) => Promise<void>): Promise<void> => {
      for (const snapshot of await feeds.refresh()) await tell(snapshot)
    },
    addRoutes: (api: Api): void => addSittingRoutes(api, sittings),
    jobs: [{ name: 'sittings', cron: '* * * * * *', run: sittings.tick }] satisfies readonly Job[],
  }
}
