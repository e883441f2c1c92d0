import { type FileRef, type Playlist, type PlaylistItem, Programme, type Stream, type Texts } from '@akari/protocol'
import type { z } from 'zod'
import { type Draft, type DraftIndex, entriesFor, order, playlistsFor, type TargetDisplay } from './content.ts'
import { filesOf, resolveScene } from './scene.ts'

/** A programme without its number and date: what two publications are compared by. */
export const ProgrammeContent = Programme.omit({ revision: true, publishedAt: true })
export type ProgrammeContent = z.infer<typeof ProgrammeContent>

/** Where the displays stand. */
export type Place = { city: Texts; timeZone: string }

/**
 * What one display is to show. Pure, and the same draft always gives the same bytes: lists are sorted by id, files by hash.
 * Items whose asset, level or stream is missing are left out (see warnings.ts), and so is what this display never shows.
 */
export function compile(display: TargetDisplay, draft: DraftIndex, place: Place): ProgrammeContent {
  const playlists = playlistsFor(display, draft).map((playlist) => compilePlaylist(playlist, display, draft))
  const entries = entriesFor(display, draft)
  const keepsToDays = entries.some(({ rule }) => rule.days !== undefined)
  const scenes = playlists.flatMap((playlist) => playlist.items.map((item) => item.scene))
  return {
    format: 1,
    displayId: display.id,
    city: place.city,
    timeZone: place.timeZone,
    display: display.profile,
    playlists,
    entries: entries.map(({ id, name, playlistId, priority, rule }) => ({
      id,
      name,
      playlistId,
      priority,
      rule,
    })),
    defaultPlaylistId: playlists.find((playlist) => playlist.id === display.defaultPlaylistId)?.id ?? null,
    streams: streamsOf(playlists, draft),
    // Left out where nobody asks for it: a new holiday must not change the programme of every display.
    ...(keepsToDays && draft.calendar !== undefined ? { calendar: draft.calendar } : {}),
    files: distinct(scenes.flatMap(filesOf)),
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
    return scene === null ? [] : [{ ...item, scene }]
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

function streamsOf(playlists: readonly Playlist[], draft: DraftIndex): Stream[] {
  const ids = new Set(playlists.flatMap(({ items }) => items.flatMap(({ scene }) => liveIdOf(scene))))
  return draft.streams.filter((stream) => ids.has(stream.id)).sort((a, b) => order(a.id, b.id))
}

function liveIdOf(scene: PlaylistItem['scene']): string[] {
  return scene.kind === 'live' ? [scene.streamId] : []
}

function distinct(files: readonly FileRef[]): FileRef[] {
  const bySha = new Map(files.map((file) => [file.sha256, file]))
  return [...bySha.values()].sort((a, b) => order(a.sha256, b.sha256))
}
