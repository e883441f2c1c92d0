import { unroll, type Windows } from '@akari/programme'
import { type FileRef, filesOf, type Id, type Programme, singleScenesOf, zonePlaylistsOf } from '@akari/protocol'

const DAY_MS = 24 * 3_600_000

/**
 * The files of a programme, each once, in the order in which the glass needs them: the guide and the venues first, because they show the way
 * out; then what is due now or within a day, the soonest first; then the rest. `nowMs`: Unix time.
 */
export function filesByNeed(programme: Programme, nowMs: number): FileRef[] {
  const venues = venuesOf(programme)
  const playlists = [...dueWithin(programme, { fromMs: nowMs, toMs: nowMs + DAY_MS }), ...defaultOf(programme)]
  const due = reachable(programme, playlists).flatMap((id) => filesOfPlaylist(programme, id))
  return [...new Map([...venues, ...due, ...programme.files].map((file) => [file.sha256, file])).values()]
}

/**
 * Everything that could be on the glass until then, as text: two programmes with the same text differ only in what comes later.
 * It errs on the side of a difference.
 */
export function shownUntil(programme: Programme, span: { fromMs: number; toMs: number }): string {
  const { revision: _revision, publishedAt: _at, files: _files, entries: _entries, playlists, ...rest } = programme
  const { list, interrupts, overlays, open } = windowsOf(programme, span)
  const due = [...dueWithin(programme, span), ...defaultOf(programme)]
  const used = new Set(reachable(programme, due))
  return JSON.stringify([rest, list, interrupts, overlays, open, playlists.filter(({ id }) => used.has(id))])
}

function venuesOf({ playlists, guide }: Programme): FileRef[] {
  const scenes = playlists.flatMap(({ items }) => items.flatMap(({ scene }) => singleScenesOf(scene)))
  const drawn = scenes.flatMap((scene) => (scene.kind === 'floorMap' ? [scene.venue] : []))
  return guide === undefined ? drawn : [guide, ...drawn]
}

function windowsOf(programme: Programme, span: { fromMs: number; toMs: number }): Windows {
  return unroll(programme, new Date(span.fromMs).toISOString(), new Date(span.toMs).toISOString())
}

function dueWithin(programme: Programme, span: { fromMs: number; toMs: number }): Id[] {
  const { list, interrupts, overlays } = windowsOf(programme, span)
  const taken = (programme.takeovers ?? [])
    .map(({ playlistId, startsAt, endsAt }) => {
      return { playlistId, startsAtMs: Date.parse(startsAt), endsAtMs: Date.parse(endsAt) }
    })
    .filter(({ startsAtMs, endsAtMs }) => startsAtMs < span.toMs && endsAtMs > span.fromMs)
  return [...taken, ...list, ...interrupts, ...overlays]
    .toSorted((a, b) => Math.max(a.startsAtMs, span.fromMs) - Math.max(b.startsAtMs, span.fromMs))
    .map(({ playlistId }) => playlistId)
}

function defaultOf({ defaultPlaylistId }: Programme): Id[] {
  return defaultPlaylistId === null ? [] : [defaultPlaylistId]
}

/** These playlists, followed by those that run in zones of their layouts. */
function reachable({ playlists }: Programme, ids: readonly Id[]): Id[] {
  const own = playlists.filter(({ id }) => ids.includes(id))
  const inZones = own.flatMap(({ items }) => items.flatMap(({ scene }) => zonePlaylistsOf(scene)))
  return [...new Set([...ids, ...inZones])]
}

function filesOfPlaylist({ playlists }: Programme, id: Id): FileRef[] {
  return playlists.find((playlist) => playlist.id === id)?.items.flatMap(({ scene }) => filesOf(scene)) ?? []
}
