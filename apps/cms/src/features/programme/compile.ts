import {
  feedsOf,
  type FileRef,
  filesOf,
  type Playlist,
  type PlaylistItem,
  Programme,
  type ProgrammeFeed,
  type ScheduleEntry,
  type Stream,
  streamsIn,
  type Texts,
} from '@akari/protocol'
import type { z } from 'zod'
import { type Draft, type DraftIndex, entriesFor, order, playlistsFor, type TargetDisplay } from './content.ts'
import { withinAssetDates } from './asset-dates.ts'
import { resolveScene } from './scene.ts'
import { hoursFor, soundFor, usedCalendar, usedDayparts } from './used-rules.ts'

/** A programme without its number and date: what two publications are compared by. */
export const ProgrammeContent = Programme.omit({ revision: true, publishedAt: true })
export type ProgrammeContent = z.infer<typeof ProgrammeContent>

/** Where the displays stand. */
export type Place = { city: Texts; timeZone: string }

/**
 * What one display is to show. Pure, and the same draft always gives the same bytes: lists are sorted by id, files by hash.
 * Takeovers are laid on afterwards (takeover-layer.ts). Items whose asset, level or stream is missing are left out (see warnings.ts), and so is what this display never shows.
 */
export function compile(display: TargetDisplay, draft: DraftIndex, place: Place): ProgrammeContent {
  const playlists = playlistsFor(display, draft).map((playlist) => compilePlaylist(playlist, display, draft))
  const entries = entriesFor(display, draft).map(compileEntry)
  const hours = hoursFor(display, draft.hours ?? [])
  const sound = soundFor(display, draft.sound ?? [])
  const calendar = usedCalendar({ entries, hours, sound, playlists }, draft.calendar)
  const dayparts = usedDayparts(entries, draft.dayparts ?? [])
  const feeds = feedsIn(playlists)
  return {
    format: 1,
    displayId: display.id,
    city: place.city,
    timeZone: place.timeZone,
    display: display.profile,
    playlists,
    entries,
    defaultPlaylistId: playlists.find((playlist) => playlist.id === display.defaultPlaylistId)?.id ?? null,
    streams: streamsOf(playlists, draft.streams),
    ...(calendar === null ? {} : { calendar }),
    ...(dayparts.length === 0 ? {} : { dayparts }),
    ...(hours === null ? {} : { hours }),
    ...(sound.length === 0 ? {} : { sound }),
    ...(feeds.length === 0 ? {} : { feeds }),
    files: filesIn(playlists),
  }
}

/** What nobody set stays out of the document. */
function compileEntry(entry: Draft['entries'][number]): ScheduleEntry {
  const {
    id,
    name,
    playlistId,
    priority,
    rule,
    order: turn = 0,
    role,
    conditions = [],
    onHigher = 'stop',
    silent,
  } = entry
  return {
    id,
    name,
    playlistId,
    priority,
    rule,
    ...(turn === 0 ? {} : { order: turn }),
    ...(role === undefined || role.kind === 'scheduled' ? {} : { role }),
    ...(conditions.length === 0 ? {} : { conditions }),
    ...(onHigher === 'stop' ? {} : { onHigher }),
    ...(silent === true ? { silent } : {}),
  }
}

/** A playlist with its files for this display, without the items of which something is missing. */
export function compilePlaylist(
  playlist: Draft['playlists'][number],
  display: TargetDisplay,
  draft: DraftIndex,
): Playlist {
  const items = playlist.items.flatMap((item): PlaylistItem[] => {
    const scene = resolveScene(item.scene, display.profile, draft)
    return scene === null ? [] : [{ ...item, ...withinAssetDates(item, draft), scene }]
  })
  const { id, name, sync, campaign, transition } = playlist
  return {
    id,
    name,
    items,
    ...(sync === undefined ? {} : { sync }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(transition === undefined ? {} : { transition }),
  }
}

/** The streams that these playlists show, sorted by id. */
export function streamsOf(playlists: readonly Playlist[], streams: readonly Stream[]): Stream[] {
  const ids = new Set(playlists.flatMap(({ items }) => items.flatMap(({ scene }) => streamsIn(scene))))
  return streams.filter((stream) => ids.has(stream.id)).sort((a, b) => order(a.id, b.id))
}

/** Every file that these playlists show, once, sorted by hash. */
export function filesIn(playlists: readonly Playlist[]): FileRef[] {
  const files = playlists.flatMap(({ items }) => items.flatMap(({ scene }) => filesOf(scene)))
  const bySha = new Map(files.map((file) => [file.sha256, file]))
  return [...bySha.values()].sort((a, b) => order(a.sha256, b.sha256))
}

/** The feeds that these playlists show, sorted by id; their timetables are laid on afterwards (feed-layer.ts). */
export function feedsIn(playlists: readonly Playlist[]): ProgrammeFeed[] {
  const ids = new Set(playlists.flatMap(({ items }) => items.flatMap(({ scene }) => feedsOf(scene))))
  return [...ids].sort(order).map((feedId) => ({ feedId }))
}
