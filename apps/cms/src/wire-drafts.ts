import type { AssetHistory, DisplayHealth, HolidayCalendar } from '@akari/protocol'
import type { Request } from 'express'
import type { Logger } from 'pino'
import type { MainDatabase } from './db/database.ts'
import { assetUsers, withTakenOver } from './features/asset-users.ts'
import { largestGlass } from './features/assets/largest-glass.ts'
import { type MEDIA_COMMANDS, mediaLibrary } from './features/assets/media-library.ts'
import type { TilesThread } from './features/basemaps/check-tiles.ts'
import { addLayoutRoutes } from './features/layouts/layouts.routes.ts'
import { layoutsRunning, layoutsService } from './features/layouts/layouts.service.ts'
import { layoutStore } from './features/layouts/layouts.store.ts'
import { addPlaylistRoutes } from './features/playlists/playlists.routes.ts'
import { playlistsService } from './features/playlists/playlists.service.ts'
import { playlistStore } from './features/playlists/playlists.store.ts'
import { posterUses } from './features/posters/poster-uses.ts'
import { addPosterRoutes } from './features/posters/posters.routes.ts'
import { postersService } from './features/posters/posters.service.ts'
import { posterStore } from './features/posters/posters.store.ts'
import { type Draft, indexDraft, type TargetDisplay } from './features/programme/content.ts'
import { reachOf } from './features/programme/reach.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import type { Actor } from './http/actor.ts'
import type { Api } from './http/api.ts'
import { wireBasemaps } from './wire-basemaps.ts'
import { wireBoards } from './wire-boards.ts'
import { feedTimetablesOf } from './wire-feeds.ts'
import { kioskArchiveOf } from './wire-kiosk-archive.ts'
import { recordedFilmsOf } from './wire-recordings.ts'
import { wireSchedule } from './wire-schedule.ts'
import { plannedSittingsOf, sittingsShowingOf } from './wire-sittings.ts'
import { wireStreams } from './wire-streams.ts'
import { openTakeoversOf } from './wire-takeovers.ts'
import { recordedVenuesOf, standingVenuesOf } from './wire-venues.ts'

type Deps = ServiceDeps & {
  db: MainDatabase
  dataDir: string
  log: Logger
  commands: typeof MEDIA_COMMANDS
  actorOf: (req: Request) => Promise<Actor>
  displays: () => Promise<readonly (TargetDisplay & { health: DisplayHealth | null })[]>
  historyOf: (subject: string) => Promise<AssetHistory>
  holidays: () => Promise<HolidayCalendar>
  /** Where files of street maps are read; a thread of their own when left out. */
  startTilesThread?: () => TilesThread
  /** What would be published now. */
  content: () => Promise<Draft>
  /** What live streams need of the server; see wire-streams.ts. */
  streams: Pick<Parameters<typeof wireStreams>[0], 'privateHosts' | 'userAgent' | 'published'>
}

/** Wires what staff compose before any of it is published: assets, playlists, layouts, posters, boards, streams, and when they are shown. */
export function wireDrafts({ db, dataDir, log, commands, actorOf, displays, content, ...deps }: Deps) {
  const { now, newId, audit, announce } = deps
  const common = { now, newId, audit, announce }
  const tiles = deps.startTilesThread === undefined ? {} : { startThread: deps.startTilesThread }
  const playlistRows = playlistStore(db)
  const layoutRows = layoutStore(db)
  const posterRows = posterStore(db)
  const openTakeovers = openTakeoversOf(db)
  const recordedVenues = recordedVenuesOf(db)
  const recordedFilms = recordedFilmsOf(db)
  const sittingsShowing = sittingsShowingOf(db, now)
  const plannedSittings = plannedSittingsOf(db)
  const standingVenues = standingVenuesOf(db, now)
  const feedTimetables = feedTimetablesOf(db)
  const kioskArchive = kioskArchiveOf(db)
  const everythingPlayed = async () => withTakenOver(await playlistRows.list(), await openTakeovers())
  const { schedule, timing, addRoutes } = wireSchedule({
    ...common,
    db,
    displays,
    playlistExists: async (id) => (await playlistRows.find(id)) !== null,
    holidays: deps.holidays,
  })
  const playlists = playlistsService({
    ...common,
    store: playlistRows,
    entryCounts: schedule.countsByPlaylist,
    layoutsRunning: async (id) => layoutsRunning(await layoutRows.list(), id),
    displaysDefaultingTo: async (id) =>
      (await displays()).filter((d) => d.defaultPlaylistId === id).map((d) => d.profile.name),
  })
  const layouts = layoutsService({ ...common, store: layoutRows, playlists: playlistRows.list, everythingPlayed })
  const streams = wireStreams({
    ...common,
    ...deps.streams,
    db,
    log,
    displays,
    usesOf: async (streamId) => [
      ...(await everythingPlayed())
        .filter(({ items }) => items.some(({ scene }) => 'streamId' in scene && scene.streamId === streamId))
        .map(({ name }) => name),
      ...(await sittingsShowing(streamId)),
    ],
  })
  /** What staff show assets in. */
  const showing = async () =>
    assetUsers({
      playlists: await playlistRows.list(),
      posters: await posterRows.list(),
      takeovers: await openTakeovers(),
      venues: await recordedVenues(),
      assets: () => library.assets.media(),
    })
  const library = mediaLibrary({
    ...common,
    db,
    dataDir,
    log,
    commands,
    actorOf,
    users: async () => [...(await showing()), ...(await recordedFilms())],
    reachOf: async (ids) => reachOf(ids, await displays(), indexDraft(await content())),
    historyOf: deps.historyOf,
    largestGlass: async () => largestGlass((await displays()).map(({ profile }) => profile)),
  })
  const posters = postersService({
    ...common,
    store: posterRows,
    usesOf: async () => posterUses(await everythingPlayed()),
    isPicture: async (id) => (await library.assets.media()).some((asset) => asset.id === id && asset.kind === 'image'),
  })
  const basemaps = wireBasemaps({ ...common, db, media: library.media, ...tiles })
  const boards = wireBoards({
    ...common,
    db,
    everythingPlayed,
    files: library.media.files,
    isBasemap: basemaps.isKnown,
  })
  return {
    library,
    showing,
    playlists,
    playlistRows,
    layouts,
    streams,
    posters,
    boards,
    basemaps,
    schedule,
    timing,
    openTakeovers,
    everythingPlayed,
    /** All that is composed, as compilation needs it; what takes over is laid on by whoever compiles. */
    composed: async () => ({
      playlists: await playlistRows.list(),
      ...(await timing()),
      venues: await standingVenues(),
      feeds: await feedTimetables(),
      archive: await kioskArchive(),
      layouts: await layoutRows.list(),
      streams: await streams.list(),
      posters: await posterRows.list(),
      boards: await boards.drafts(),
      sittings: await plannedSittings(),
      assets: await library.assets.media(),
    }),
    addRoutes: (api: Api): void => {
      addPlaylistRoutes(api, playlists)
      addPosterRoutes(api, posters)
      boards.addRoutes(api)
      basemaps.addRoutes(api)
      addLayoutRoutes(api, layouts)
      streams.addRoutes(api)
      addRoutes(api)
    },
  }
}
