import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKeyPair, createLogger, mediaGate } from '@akari/node-kit'
import type { ConsoleTopic } from '@akari/protocol'
import { onTestFinished } from 'vitest'
import type { Databases } from '../../db/database.ts'
import type { OpenDatabases } from '../../db/testing.ts'
import { type Actor, nameOf } from '../../http/actor.ts'
import { Api } from '../../http/api.ts'
import { httpApp } from '../../http/app.ts'
import { createMetrics } from '../../http/metrics.ts'
import { MEDIA_COMMANDS } from '../assets/media-library.ts'
import { tilesWorkHere } from '../basemaps/check-tiles.ts'
import { feedWorkHere } from '../feeds/feed-thread.ts'
import { keptAnswers } from '../interfaces/kept-answers.store.ts'
import type { Draft } from '../programme/content.ts'
import { addProgrammeRoutes } from '../programme/programme.routes.ts'
import { programmeService } from '../programme/programme.service.ts'
import { programmeStore } from '../programme/programme.store.ts'
import { compilerHere } from '../programme/compiler.ts'
import { addPublicationRoutes } from '../programme/publications.routes.ts'
import { publicationsService } from '../programme/publications.service.ts'
import { publicationStore } from '../programme/publications.store.ts'
import { seenOfSnapshot } from '../programme/publishing.ts'
import { publishJobs } from '../programme/publish-jobs.ts'
import { publishJobStore } from '../programme/publish-jobs.store.ts'
import { addTakeoverRoutes } from '../takeovers/takeovers.routes.ts'
import { venueWorkHere } from '../venues/venue-thread.ts'
import { venueStore } from '../venues/venues.store.ts'
import { wireWorkflow } from '../../wire-workflow.ts'
import { approvalRule } from '../workflow/approval-rule.ts'
import { approvalSettingsStore } from '../workflow/approval-settings.store.ts'
import { wireDrafts } from '../../wire-drafts.ts'
import { wireFeeds } from '../../wire-feeds.ts'
import { wireSittings } from '../../wire-sittings.ts'
import { wireTakeovers } from '../../wire-takeovers.ts'
import { wireVenues } from '../../wire-venues.ts'
import { heldTranscripts, type RigState, rigState } from './rig-state.ts'
import { actorOf, requester } from './role-requests.ts'

/** Looks into videos where that is installed, and converts nothing: tests of converting name the programs. */
const PLAIN = {
  ...MEDIA_COMMANDS,
  converter: 'no-converter',
  pdftoppm: 'no-pdftoppm',
  pdfinfo: 'no-pdfinfo',
  soffice: 'no-soffice',
}

export type ContentRig = Awaited<ReturnType<typeof startContentRig>>

/**
 * The content features behind the real HTTP app and a real database. Tests say who is asking (`as`), which displays there
 * are and what time it is; everything closes when the test ends.
 */
export async function startContentRig(open: OpenDatabases, options: Partial<typeof MEDIA_COMMANDS> = {}) {
  const databases = await open()
  const dataDir = await mkdtemp(join(tmpdir(), 'akari-content-'))
  const state = rigState()
  const content = wire(databases, dataDir, state, { ...PLAIN, ...options })
  const http = createServer(content.app)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  onTestFinished(async () => {
    http.closeAllConnections()
    http.close()
    await content.venues.close()
    await content.feeds.close()
    await content.streams.close()
    await content.basemaps.close()
    await content.library.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  return { ...content, databases, dataDir, state, url, request: requester(url) }
}

function wire(databases: Databases, dataDir: string, state: RigState, commands: typeof MEDIA_COMMANDS) {
  const log = createLogger('test', { level: 'silent' })
  const db = databases.main
  let lastId = 0
  const common = {
    now: () => state.now,
    newId: () => `id-${++lastId}`,
    audit: (actor: Actor, action: string, subject: string, detail: Record<string, unknown> = {}) => {
      state.audited.push(action)
      state.auditDetails.push(detail)
      state.history.push({ at: state.now.toISOString(), actor: nameOf(actor), action, subject, detail })
      return Promise.resolve()
    },
    announce: (topic: ConsoleTopic) => void state.announced.push(topic),
  }
  const content = async (): Promise<Draft> => ({
    ...(await drafts.composed()),
    takeovers: [...state.takeovers, ...(await drafts.openTakeovers())],
    publicUrl: 'https://akari.example.jp',
  })
  const drafts = wireDrafts({
    ...common,
    db,
    dataDir,
    log,
    commands,
    actorOf,
    displays: () => Promise.resolve(state.displays.map((display) => ({ ...display, health: null }))),
    historyOf: (subject) => Promise.resolve(state.history.filter((entry) => entry.subject === subject).toReversed()),
    holidays: () => Promise.resolve({ years: [2026], holidays: state.holidays }),
    startTilesThread: tilesWorkHere,
    content,
    streams: {
      privateHosts: [],
      userAgent: 'Akari',
      published: (...pair) => programmes.publishedStream(...pair),
    },
  })
  const { library, boards, basemaps } = drafts
  const { assets, media } = library
  const compiler = compilerHere()
  const publicationRows = publicationStore(db)
  const programmeRows = programmeStore(db)
  const approval = approvalRule({
    people: () => Promise.resolve(state.people),
    settings: approvalSettingsStore(db).read,
  })
  const jobs = publishJobs({ ...common, store: publishJobStore(db), log })
  const programmes = programmeService({
    ...common,
    store: programmeRows,
    publications: publicationRows,
    compiler,
    refuseAlone: approval.refuseAlone,
    approvers: approval.approvers,
    place: { city: { ja: '小金井市' }, timeZone: 'Asia/Tokyo' },
    displays: () => Promise.resolve(state.displays),
    content,
    prepareRenditions: library.prepareRenditions,
    onPublished: (id, revision) => void state.published.push([id, revision]),
  })
  const takeovers = wireTakeovers({
    ...common,
    db,
    displays: () => Promise.resolve(state.displays),
    playlist: drafts.playlistRows.find,
    assets: assets.media,
    prepareRenditions: library.prepareRenditions,
    relay: programmes.relayLayers,
  })
  const venues = wireVenues({
    ...common,
    db,
    log,
    media,
    displays: () => Promise.resolve(state.displays),
    shelters: () => Promise.resolve(state.shelters),
    keepDrawing: assets.keepVenue,
    recordings: assets.recordings,
    relay: programmes.relayLayers,
    publicUrl: 'https://akari.example.jp',
    showsEmergency: (displayId) => Promise.resolve(state.emergencyOn.includes(displayId)),
    show: takeovers,
    startThread: venueWorkHere,
  })
  const sittings = wireSittings({
    ...common,
    db,
    displays: () => Promise.resolve(state.displays),
    streams: drafts.streams.list,
    streamNow: (id) => state.streams.get(id) ?? { state: 'unknown', sinceMs: null },
    takeovers,
    transcripts: heldTranscripts(state),
    staffName: (username) => Promise.resolve(state.names.get(username) ?? null),
    everythingPlayed: drafts.everythingPlayed,
    changed: () => undefined,
  })
  const feeds = wireFeeds({
    ...common,
    db,
    log,
    media,
    identity: createKeyPair().privateKey,
    privateHosts: ['127.0.0.1'],
    userAgent: 'Akari/test',
    metrics: createMetrics().feeds,
    published: programmeRows,
    ownFeed: sittings.snapshot,
    boardsShowing: boards.showing,
    displays: () => Promise.resolve(state.displays),
    relay: programmes.relayLayers,
    changed: () => undefined,
    startThread: feedWorkHere,
  })
  const api = new Api(
    actorOf,
    keptAnswers(db, () => state.now),
  )
  drafts.addRoutes(api)
  addTakeoverRoutes(api, takeovers)
  const gate = mediaGate({ bytesPerSecond: 1_000_000_000, monotonicMs: () => performance.now() })
  library.addRoutes(api, {
    publishedFile: programmes.publishedFile,
    documentFile: boards.documentOr(basemaps.fileOr(programmes.publishedAnywhere)),
    gate,
  })
  addProgrammeRoutes(api, programmes, jobs)
  const publications = publicationsService({
    publications: publicationRows,
    programmes,
    displays: () => Promise.resolve(state.displays),
    differencesBetween: (pairs) => compiler.differences({ pairs }),
    missingFiles: media.files.missing,
    refuseRestoring: approval.refuseRestoring,
    now: common.now,
  })
  addPublicationRoutes(api, publications, jobs)
  venues.addRoutes(api)
  feeds.addRoutes(api)
  sittings.addRoutes(api)
  const workflow = wireWorkflow({
    ...common,
    api,
    db,
    log,
    rule: approval,
    people: () => Promise.resolve(state.people),
    displays: () => Promise.resolve(state.displays),
    programmes: { ...programmes, seenOf: seenOfSnapshot },
    jobs,
  })
  const app = httpApp({
    api,
    log,
    https: false,
    trustProxy: 0,
    version: 'test',
    consoleDir: dataDir,
    uploads: library.uploads.handle,
    ways: venues.ways,
    ready: () => Promise.resolve(),
    metrics: (_req, res) => void res.end(),
  })
  return {
    common,
    app,
    library,
    mediaJobs: library.jobs,
    assets,
    programmes,
    publications,
    workflow,
    jobs,
    playlists: drafts.playlists,
    layouts: drafts.layouts,
    posters: drafts.posters,
    boards,
    basemaps,
    schedule: drafts.schedule,
    timing: drafts.timing,
    takeovers,
    streams: drafts.streams,
    sittings,
    venues,
    feeds,
    venueRows: venueStore(db),
    uploads: library.uploads,
    media,
  }
}
