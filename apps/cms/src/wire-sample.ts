import type { Id, NewDisplay } from '@akari/protocol'
import type { Logger } from 'pino'
import type { MainDatabase } from './db/database.ts'
import type { StoredDisplay } from './features/displays/displays.store.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import type { Actor } from './http/actor.ts'
import type { Job } from './jobs.ts'
import { sampleSitting } from './seed/sample-sitting.ts'
import { sampleSpeech } from './seed/sample-speech.ts'
import { type SeedDeps, seedSample } from './seed/seed-sample.ts'
import { seedStore } from './seed/seed.store.ts'
import type { wireDrafts } from './wire-drafts.ts'
import type { wireFeeds } from './wire-feeds.ts'
import type { wireRecordings } from './wire-recordings.ts'
import type { wireSittings } from './wire-sittings.ts'
import type { wireVenues } from './wire-venues.ts'

type Deps = Pick<ServiceDeps, 'now'> & {
  db: MainDatabase
  log: Logger
  drafts: ReturnType<typeof wireDrafts>
  venues: ReturnType<typeof wireVenues>
  feeds: ReturnType<typeof wireFeeds>
  sittings: ReturnType<typeof wireSittings>
  recordings: ReturnType<typeof wireRecordings>
  publish: SeedDeps['publish']
  displays: () => Promise<readonly StoredDisplay[]>
  captions: SeedDeps['captions']
  dropTranscript: Parameters<typeof sampleSitting>[0]['dropTranscript']
}

/** Wires the sample city hall: what an empty database is filled with, and its council that sits over and over. */
export function wireSample({ db, log, drafts, venues, feeds, sittings, recordings, ...deps }: Deps) {
  const { library } = drafts
  return {
    /** Fills an empty database with the sample city hall; true when it did. */
    seed: (
      urls: { streamOrigin: string; feedsOrigin: string },
      addDisplay: (actor: Actor, display: NewDisplay) => Promise<{ id: Id }>,
      drills: SeedDeps['drills'],
      shelters: SeedDeps['shelters'],
    ): Promise<boolean> =>
      seedSample({
        store: seedStore(db),
        assets: library.assets,
        venues,
        streams: drafts.streams,
        posters: drafts.posters,
        playlists: drafts.playlists,
        layouts: drafts.layouts,
        schedule: drafts.schedule,
        displays: { list: deps.displays, add: addDisplay },
        drills,
        shelters,
        publish: deps.publish,
        captions: deps.captions,
        addRecording: recordings.add,
        streamUrl: urls.streamOrigin,
        feeds,
        boards: drafts.boards,
        basemaps: drafts.basemaps,
        feedsUrl: urls.feedsOrigin,
        workDir: library.media.workDir,
        progress: (done, total) => log.info({ done, total }, 'seeding the sample city hall'),
      }),
    /** Lets the sample's council sit and speak over and over; where it is to sit no more (`sits` false), closes what it left open. */
    sampleSitting: async (sits: boolean): Promise<Job[]> => {
      const sitting = sampleSitting({
        sittings,
        streams: drafts.streams.list,
        displays: deps.displays,
        dropTranscript: deps.dropTranscript,
        now: deps.now,
      })
      if (!sits) {
        await sitting.close()
        return []
      }
      const speech = sampleSpeech({ sitting: sitting.inSession, push: deps.captions.push, now: deps.now })
      return [
        { name: 'sample sitting', cron: '*/3 * * * * *', run: sitting.tick },
        { name: 'sample speech', cron: '* * * * * *', run: speech.tick },
      ]
    },
  }
}
