import type { MediaGate } from '@akari/node-kit'
import type { AssetHistory, DeskShelter, FeedSnapshot, Id, Revision } from '@akari/protocol'
import type { Request } from 'express'
import type { Logger } from 'pino'
import { CITY } from './config/city.ts'
import type { MainDatabase } from './db/database.ts'
import { MEDIA_COMMANDS } from './features/assets/media-library.ts'
import type { StoredDisplay } from './features/displays/displays.store.ts'
import { addHolidayRoutes } from './features/holidays/holidays.routes.ts'
import { holidaysService } from './features/holidays/holidays.service.ts'
import { holidaysStore } from './features/holidays/holidays.store.ts'
import type { Draft } from './features/programme/content.ts'
import { addProgrammeRoutes } from './features/programme/programme.routes.ts'
import { programmeService } from './features/programme/programme.service.ts'
import { programmeStore } from './features/programme/programme.store.ts'
import { COMPILER_ENTRY, startCompiler } from './features/programme/compiler.ts'
import { addPublicationRoutes } from './features/programme/publications.routes.ts'
import { publicationsService } from './features/programme/publications.service.ts'
import { publicationStore } from './features/programme/publications.store.ts'
import { seenOfSnapshot } from './features/programme/publishing.ts'
import { publishJobs } from './features/programme/publish-jobs.ts'
import { publishJobStore } from './features/programme/publish-jobs.store.ts'
import type { ServiceDeps, StaffName } from './features/service-deps.ts'
import type { Transcripts } from './features/sittings/sittings.service.ts'
import { addTakeoverRoutes } from './features/takeovers/takeovers.routes.ts'
import type { ApprovalRule } from './features/workflow/approval-rule.ts'
import type { Actor } from './http/actor.ts'
import type { Api } from './http/api.ts'
import type { Job } from './jobs.ts'
import type { SeedDeps } from './seed/seed-sample.ts'
import { wireDrafts } from './wire-drafts.ts'
import { wireFeeds } from './wire-feeds.ts'
import { wireKioskArchive } from './wire-kiosk-archive.ts'
import { wireRecordings } from './wire-recordings.ts'
import { wireSample } from './wire-sample.ts'
import { wireSittings } from './wire-sittings.ts'
import { wireTakeovers } from './wire-takeovers.ts'
import { wireVenues } from './wire-venues.ts'

type Deps = ServiceDeps & {
  api: Api
  db: MainDatabase
  dataDir: string
  log: Logger
  actorOf: (req: Request) => Promise<Actor>
  displays: () => Promise<readonly StoredDisplay[]>
  onPublished: (displayId: Id, revision: Revision) => void
  mediaGate: MediaGate
  historyOf: (subject: string) => Promise<AssetHistory>
  approval: ApprovalRule
  staffName: StaffName
  /** Where visitors' phones reach this server. */
  publicUrl: string | null
  shelters: () => Promise<readonly DeskShelter[]>
  /** What is spoken in sittings: what displays are told of it, and where it is kept. */
  captions: { snapshot: (captionsId: Id) => FeedSnapshot | null } & Transcripts
  /** What feeds need of the server; see wire-feeds.ts. */
  feeds: Pick<Parameters<typeof wireFeeds>[0], 'identity' | 'privateHosts' | 'userAgent' | 'metrics' | 'changed'>
  streams: Omit<Parameters<typeof wireDrafts>[0]['streams'], 'published'>
  sampleCaptions: SeedDeps['captions']
}

/** The compiling thread stays so long: people look, correct and look again. */
const COMPILER_IDLE_MS = 120_000

/** Wires what displays are to show: what staff compose, and the programme compiled from it. */
export function wireContent(deps: Deps) {
  const { api, db, dataDir, log, now, newId, audit, announce } = deps
  const common = { now, newId, audit, announce }
  const holidays = holidaysService({ store: holidaysStore(db), now, timeZone: CITY.timeZone, announce })
  const content = async (): Promise<Draft> => ({
    ...(await drafts.composed()),
    takeovers: await drafts.openTakeovers(),
    publicUrl: deps.publicUrl,
  })
  const drafts = wireDrafts({
    ...common,
    db,
    dataDir,
    log,
    commands: MEDIA_COMMANDS,
    actorOf: deps.actorOf,
    displays: deps.displays,
    historyOf: deps.historyOf,
    holidays: holidays.calendar,
    content,
    streams: { ...deps.streams, published: (...pair) => programmes.publishedStream(...pair) },
  })
  const { library, boards, basemaps } = drafts
  const compiler = startCompiler({ entry: COMPILER_ENTRY, idleMs: COMPILER_IDLE_MS })
  const publicationRows = publicationStore(db)
  const programmeRows = programmeStore(db)
  const jobs = publishJobs({ store: publishJobStore(db), now, newId, announce, log })
  const programmes = programmeService({
    store: programmeRows,
    publications: publicationRows,
    compiler,
    refuseAlone: deps.approval.refuseAlone,
    approvers: deps.approval.approvers,
    place: { city: CITY.city, timeZone: CITY.timeZone },
    displays: deps.displays,
    content,
    prepareRenditions: library.prepareRenditions,
    onPublished: deps.onPublished,
    ...common,
  })
  const takeovers = wireTakeovers({
    db,
    displays: deps.displays,
    playlist: drafts.playlistRows.find,
    assets: library.assets.media,
    prepareRenditions: library.prepareRenditions,
    relay: programmes.relayLayers,
    ...common,
  })
  const venues = wireVenues({
    db,
    log,
    media: library.media,
    displays: deps.displays,
    shelters: deps.shelters,
    keepDrawing: library.assets.keepVenue,
    recordings: library.assets.recordings,
    relay: programmes.relayLayers,
    publicUrl: deps.publicUrl,
    showsEmergency: async (displayId) =>
      (await deps.displays()).find(({ id }) => id === displayId)?.health?.onGlass?.layer === 'emergency',
    show: takeovers,
    ...common,
  })
  const sittings = wireSittings({
    db,
    displays: deps.displays,
    streams: drafts.streams.list,
    streamNow: drafts.streams.now,
    takeovers,
    transcripts: deps.captions,
    staffName: deps.staffName,
    everythingPlayed: drafts.everythingPlayed,
    changed: deps.feeds.changed,
    ...common,
  })
  const archive = wireKioskArchive({
    db,
    log,
    media: library.assets.media,
    write: library.media.files.write,
    relay: programmes.relayLayers,
  })
  const recordings = wireRecordings({
    ...common,
    db,
    dataDir,
    log,
    commands: MEDIA_COMMANDS,
    ask: drafts.streams.ask,
    latencyMs: drafts.streams.latencyMs,
    library: {
      media: library.assets.media,
      keepFilm: async (path, title, actor) => {
        const kept = await library.assets.receive(path, { title, filename: `${title.ja}.mp4` }, actor)
        if (kept.how === 'document') throw new Error('a film was taken for a document')
        return kept.asset
      },
      users: drafts.showing,
      bin: library.assets.remove,
    },
    kiosksChanged: archive.refresh,
    sittingShown: sittings.retell,
  })
  const feeds = wireFeeds({
    ...deps.feeds,
    db,
    log,
    media: library.media,
    published: programmeRows,
    ownFeed: (id) => sittings.snapshot(id) ?? deps.captions.snapshot(id),
    boardsShowing: boards.showing,
    displays: deps.displays,
    relay: programmes.relayLayers,
    ...common,
  })
  library.addRoutes(api, {
    publishedFile: programmes.publishedFile,
    documentFile: boards.documentOr(basemaps.fileOr(programmes.publishedAnywhere)),
    gate: deps.mediaGate,
  })
  const publications = publicationsService({
    publications: publicationRows,
    programmes,
    displays: deps.displays,
    differencesBetween: (pairs) => compiler.differences({ pairs }),
    missingFiles: library.media.files.missing,
    refuseRestoring: deps.approval.refuseRestoring,
    now,
  })
  drafts.addRoutes(api)
  addTakeoverRoutes(api, takeovers)
  addHolidayRoutes(api, holidays)
  addProgrammeRoutes(api, programmes, jobs)
  addPublicationRoutes(api, publications, jobs)
  venues.addRoutes(api)
  feeds.addRoutes(api)
  sittings.addRoutes(api)
  recordings.addRoutes(api)

  return {
    uploads: library.uploads.handle,
    ways: venues.ways,
    publishedRevisions: programmes.revisions,
    programmeFor: programmes.programmeFor,
    /** What the first-run guide looks at. */
    composed: {
      materials: async () => {
        const made = [...(await library.assets.media()), ...(await drafts.posters.list())]
        return made.map(({ id, title }) => ({ id, name: title.ja }))
      },
      playlists: drafts.playlistRows.list,
      entries: drafts.schedule.list,
    },
    programmes: { ...programmes, seenOf: seenOfSnapshot },
    publishJobs: jobs,
    sheltersChanged: venues.sheltersChanged,
    /** Once staff can be told that a recording is ready, or stopped. */
    tellOfRecordings: recordings.notifyBy,
    /** Sittings that are to come, and how their streams are. */
    sittingStreams: { coming: sittings.coming, streams: drafts.streams.list, pulseOf: drafts.streams.pulseOf },
    feeds: {
      ...feeds,
      refresh: async (tell: Parameters<typeof feeds.refresh>[0]): Promise<void> => {
        await feeds.refresh(tell)
        await sittings.refresh(tell)
      },
    },
    ...wireSample({
      ...common,
      db,
      log,
      drafts,
      venues,
      feeds,
      sittings,
      recordings,
      publish: programmes.publish,
      displays: deps.displays,
      captions: deps.sampleCaptions,
      dropTranscript: deps.captions.drop,
    }),
    holidays,
    jobs: [
      {
        name: 'uploads',
        cron: '27 * * * *',
        run: async () => {
          await publications.housekeep()
          await basemaps.housekeep(new Set((await boards.files()).map(({ sha256 }) => sha256)))
          await library.housekeep(
            async () =>
              new Set([
                ...(await programmes.publishedFiles()),
                ...(await venues.files()),
                ...(await feeds.files()),
                ...[...(await boards.files()), ...(await basemaps.files()), ...(await archive.files())].map(
                  ({ sha256 }) => sha256,
                ),
              ]),
          )
        },
      },
      { name: 'takeovers', cron: '3 * * * * *', run: takeovers.housekeep },
      { name: 'closures', cron: '41 3 * * *', run: venues.housekeep },
      { name: 'holidays', cron: '5 0 * * *', run: holidays.refresh },
      ...feeds.jobs,
      ...drafts.streams.jobs,
      ...sittings.jobs,
      ...recordings.jobs,
      ...archive.jobs,
    ] satisfies readonly Job[],
    close: async (): Promise<void> => {
      await recordings.close()
      await jobs.close()
      await compiler.close()
      await venues.close()
      await feeds.close()
      await drafts.streams.close()
      await basemaps.close()
      await library.close()
    },
  }
}
