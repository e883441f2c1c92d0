import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { faultText, GuardError, type Validators } from '@akari/node-kit'
import type { FeedTimetable, FileRef, Id } from '@akari/protocol'
import type { Logger } from 'pino'
import { AppError } from '../../http/app-error.ts'
import { ThreadTooMuch } from '../asked-thread.ts'
import { sentence } from '../../sentence.ts'
import type { FeedFetch } from './feed-fetch.ts'
import type { FeedThread } from './feed-thread.ts'
import texts from './feeds.texts.json' with { type: 'json' }
import type { FeedsStore, StoredFeed } from './feeds.store.ts'
import type { StoredTimetableFile, TimetableStanding, TimetablesStore } from './timetables.store.ts'

const HELD_MS = 15 * 60_000
const AGAIN_MS = 3600_000
const DAY_MS = 24 * 3600_000
const JAPAN_MS = 9 * 3600_000
/** Long after the last bus, and before the first. */
const HOUR_OF_NIGHT = 3

type Deps = {
  store: TimetablesStore
  feeds: Pick<FeedsStore, 'find' | 'list'>
  fetch: FeedFetch
  /** A thread of its own: an archive of a city takes seconds, and buses go on meanwhile. */
  thread: Pick<FeedThread, 'import' | 'close'>
  files: {
    adopt: (path: string, mediaType: string) => Promise<FileRef>
    write: (data: Uint8Array, mediaType: string) => Promise<FileRef>
    pathOf: (sha256: string) => string
  }
  workDir: string
  announce: (topic: 'feeds') => void
  /** Displays are to get it. */
  changed: (feedId: Id) => Promise<void>
  now: () => Date
  random: () => number
  log: Logger
}
export type Timetables = ReturnType<typeof timetablesService>

/** Timetables of transit feeds: fetched every night or sent by staff, cut to what was chosen, and given to displays as files. */
export function timetablesService({ store, feeds, fetch, thread, files, now, log, ...deps }: Deps) {
  const cutting = new Map<Id, Promise<void>>()
  let isClosing = false

  /** Reads an archive that is kept, and keeps what comes of it. Throws AppError `feed-refused` with what is wrong. */
  async function take(feed: StoredFeed, archive: FileRef, validators: Validators | null): Promise<void> {
    const [at, keep] = [now(), keepOf(feed)]
    const read = await thread
      .import({ path: files.pathOf(archive.sha256), keep, atMs: at.getTime() })
      .catch((err: unknown) => {
        if (err instanceof ThreadTooMuch) throw new AppError('feed-refused', sentence(texts.archiveTooMuch))
        throw err
      })
    if (!read.ok) {
      const fields = read.warnings.map(({ code, text: { ja, en } }) => ({ path: code, message: `${ja} / ${en}` }))
      throw new AppError('feed-refused', sentence(texts.noTimetable), fields)
    }
    const json = (text: string) => files.write(Buffer.from(text), 'application/json')
    const held: StoredTimetableFile = {
      archive,
      document: read.document === null ? null : await json(read.document),
      choices: await json(read.choices),
      keep,
      importedAt: at.toISOString(),
      report: read.report,
    }
    await store.keep(feed.id, { held, validators, lastError: null })
    await deps.changed(feed.id)
  }

  async function fetchOne(feed: StoredFeed, address: string): Promise<void> {
    const known = await store.find(feed.id)
    await withFolder(deps.workDir, async (path) => {
      const validators = await fetch.archive(feed, address, createWriteStream(path), known?.validators ?? null)
      if (validators === null) return
      await take(feed, await files.adopt(path, 'application/zip'), validators)
    })
  }

  async function failed(feedId: Id, err: unknown): Promise<void> {
    // What is refused for what it is, is tried again as well: tomorrow's archive may be whole.
    if (!(err instanceof GuardError) && !(err instanceof AppError)) log.error({ err, feedId }, 'timetable not read')
    else log.warn({ feedId, why: faultText(err) }, 'timetable not renewed')
    const message = err instanceof AppError ? messageOf(err) : faultText(err)
    const standing = await store.find(feedId)
    if (standing === null) return
    await store.keep(feedId, { ...standing, lastError: { at: now().toISOString(), message: message.slice(0, 400) } })
    deps.announce('feeds')
  }

  async function fetchDue(feedId: Id): Promise<void> {
    const feed = await feeds.find(feedId)
    if (feed?.source.kind !== 'transit') return
    let waitMs = untilNightMs(now(), deps.random())
    try {
      if (feed.source.timetable !== null) await fetchOne(feed, feed.source.timetable)
    } catch (err) {
      await failed(feedId, err)
      waitMs = AGAIN_MS * (0.5 + deps.random() / 2)
    }
    await store.release(feedId, new Date(now().getTime() + waitMs).toISOString())
  }

  /** Until the archive that is here is cut to what is chosen, however often that changes meanwhile. */
  async function cutUntilChosen(feedId: Id): Promise<void> {
    for (;;) {
      const [feed, standing] = [await feeds.find(feedId), await store.find(feedId)]
      if (isClosing || feed === null || standing?.held == null || !isToBeCut(feed, standing)) return
      await take(feed, standing.held.archive, standing.validators)
    }
  }

  /** Starts it and does not wait: an archive of a city takes seconds. */
  function startCutting(feedId: Id): void {
    if (cutting.has(feedId)) return
    const cut = cutUntilChosen(feedId)
      .catch((err: unknown) => (isClosing ? undefined : failed(feedId, err)))
      .catch((err: unknown) => log.error({ err, feedId }, 'timetable not cut'))
      .finally(() => cutting.delete(feedId))
    cutting.set(feedId, cut)
  }

  return {
    /** Fetches those whose time has come, one after the other, and cuts those that a server left uncut. For a job every minute. */
    fetchAllDue: async (): Promise<void> => {
      for (const [feedId] of await store.list()) startCutting(feedId)
      for (;;) {
        const at = now()
        const feedId = await store.take(at.toISOString(), new Date(at.getTime() + HELD_MS).toISOString())
        if (feedId === null) return
        await fetchDue(feedId)
      }
    },
    /** An archive that staff send; refused with what is wrong, and what there was stays. */
    upload: async (feed: StoredFeed, path: string): Promise<void> => {
      await take(feed, await files.adopt(path, 'application/zip'), null)
    },
    /** Cuts the archive that is here anew where other routes or stops were chosen: in its own time, `isBeingCut` until then. */
    followChoice: startCutting,
    fetchNow: (feedId: Id) => store.askNow(feedId, now().toISOString()),
    /** Every file that is still needed. */
    keptFiles: async (): Promise<Set<string>> => {
      const all = [...(await store.list()).values()].flatMap(({ held }) => held ?? [])
      return new Set(
        all.flatMap(({ archive, document, choices }) => [archive, document, choices].flatMap((f) => f?.sha256 ?? [])),
      )
    },
    /** The text of a document: what displays get, or what there is to choose from. Throws `not-found`. */
    text: async (feedId: Id, of: 'document' | 'choices'): Promise<string> => {
      const file = (await store.find(feedId))?.held?.[of] ?? null
      if (file === null) throw new AppError('not-found')
      return readFile(files.pathOf(file.sha256), 'utf8')
    },
    /** What is being cut is begun anew by whichever server runs next. */
    close: async (): Promise<void> => {
      isClosing = true
      await thread.close()
      await Promise.all(cutting.values())
    },
  }
}

/** To a moment of the coming night in Japan, which has no other hour in summer. */
function untilNightMs(at: Date, random: number): number {
  const japan = at.getTime() + JAPAN_MS
  const night = Math.floor(japan / DAY_MS) * DAY_MS + (HOUR_OF_NIGHT + random) * 3600_000
  return night > japan ? night - japan : night + DAY_MS - japan
}

/** Other routes or stops are chosen than were cut, and nothing went wrong since. */
function isToBeCut(feed: StoredFeed, { held, lastError }: TimetableStanding): boolean {
  if (held === null || isDeepStrictEqual(held.keep, keepOf(feed))) return false
  return lastError === null || Date.parse(lastError.at) < Date.parse(feed.updatedAt)
}

/** As staff see it. */
export function timetableView(feed: StoredFeed, standing: TimetableStanding, at: Date): FeedTimetable | null {
  const { held } = standing
  if (held === null) return null
  const { document, importedAt, report } = held
  const isExpired = report.validTo !== null && Date.parse(`${report.validTo}T00:00:00+09:00`) + DAY_MS <= at.getTime()
  const isBeingCut = isToBeCut(feed, standing)
  return { importedAt, bytes: document?.bytes ?? 0, isTooLarge: document === null, isBeingCut, isExpired, ...report }
}

function keepOf({ source }: StoredFeed): StoredTimetableFile['keep'] {
  if (source.kind !== 'transit' || source.routes.length + source.stops.length === 0) return null
  return { routes: source.routes, stops: source.stops }
}

function messageOf({ message, fields = [] }: AppError): string {
  return [message, ...fields.slice(0, 3).map((field) => field.message)].join(' ')
}

async function withFolder(workDir: string, use: (path: string) => Promise<void>): Promise<void> {
  await mkdir(workDir, { recursive: true })
  const folder = await mkdtemp(join(workDir, 'timetable-'))
  try {
    await use(join(folder, 'gtfs.zip'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
