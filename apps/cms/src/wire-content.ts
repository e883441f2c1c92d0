import type { Id, Revision } from '@akari/protocol'
import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { CITY } from './config/city.ts'
import type { MainDatabase } from './db/database.ts'
import type { StoredDisplay } from './features/displays/displays.store.ts'
import { addPlaylistRoutes } from './features/playlists/playlists.routes.ts'
import { playlistsService } from './features/playlists/playlists.service.ts'
import { playlistStore } from './features/playlists/playlists.store.ts'
import { addProgrammeRoutes } from './features/programme/programme.routes.ts'
import { programmeService } from './features/programme/programme.service.ts'
import { programmeStore } from './features/programme/programme.store.ts'
import { addScheduleRoutes } from './features/schedule/schedule.routes.ts'
import { scheduleService } from './features/schedule/schedule.service.ts'
import { entryStore } from './features/schedule/schedule.store.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import { addStreamRoutes } from './features/streams/streams.routes.ts'
import { streamsService } from './features/streams/streams.service.ts'
import { streamStore } from './features/streams/streams.store.ts'
import type { Actor } from './http/actor.ts'
import type { Api } from './http/api.ts'

type Deps = ServiceDeps & {
  api: Api
  db: MainDatabase
  dataDir: string
  log: Logger
  actorOf: (req: Request) => Promise<Actor>
  displays: () => Promise<readonly StoredDisplay[]>
  onPublished: (displayId: Id, revision: Revision) => void
}

/** Wires what staff compose: playlists, streams, schedule, assets, and the programme compiled from them. */
export function wireContent(deps: Deps) {
  const { api, db, now, newId, audit, announce } = deps
  const common = { now, newId, audit, announce }
  const playlistRows = playlistStore(db)
  const schedule = scheduleService({
    store: entryStore(db),
    playlistExists: async (id) => (await playlistRows.find(id)) !== null,
    ...common,
  })
  const playlists = playlistsService({
    store: playlistRows,
    entryCounts: schedule.countsByPlaylist,
    displaysDefaultingTo: async (id) =>
      (await deps.displays()).filter((d) => d.defaultPlaylistId === id).map((d) => d.profile.name),
    ...common,
  })
  const streams = streamsService({
    store: streamStore(db),
    playlistsShowing: async (streamId) =>
      (await playlists.list())
        .filter((playlist) => playlist.items.some(({ scene }) => scene.kind === 'live' && scene.streamId === streamId))
        .map((playlist) => playlist.name),
    ...common,
  })
  const programmes = programmeService({
    store: programmeStore(db),
    place: { city: CITY.city, timeZone: CITY.timeZone },
    displays: deps.displays,
    content: async () => ({
      playlists: await playlists.list(),
      entries: await schedule.list(),
      streams: await streams.list(),
      assets: [],
    }),
    prepareRenditions: () => Promise.resolve(),
    onPublished: deps.onPublished,
    ...common,
  })
  addPlaylistRoutes(api, playlists)
  addStreamRoutes(api, streams)
  addScheduleRoutes(api, schedule)
  addProgrammeRoutes(api, programmes)
  const uploads: RequestHandler = (_req, _res, next) => next()
  return {
    uploads,
    publishedRevisions: programmes.revisions,
    seed: (_add: unknown) => Promise.resolve(false),
    housekeep: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}
