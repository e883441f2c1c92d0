import { z } from 'zod'
import { broken } from './field-rule.ts'
import { LocalDateTime } from './primitives.ts'
import { zonePlaylistsOf } from './programme-scenes.ts'
import { Playlist, PlaylistItem, Priority, Programme, ScheduleEntry, ScheduleRule } from './programme.ts'

/**
 * A programme as somebody writes it by hand, to try the rules out: what says where it is shown and who published it may be
 * left out, and so may whatever has an obvious value. Gives a whole Programme. `docs/programme-format.md` describes it.
 */

const FileItem = PlaylistItem.extend({
  scene: PlaylistItem.shape.scene.default({ kind: 'notice', title: { ja: '(題なし)' }, body: { ja: '(本文なし)' } }),
  validFrom: PlaylistItem.shape.validFrom.default(null),
  validUntil: PlaylistItem.shape.validUntil.default(null),
})

const FilePlaylist = Playlist.extend({
  name: Playlist.shape.name.default('(名前なし)'),
  items: z.array(FileItem).max(500),
})

const FileRule = ScheduleRule.extend({
  durationMinutes: ScheduleRule.shape.durationMinutes.default(24 * 60),
  timeZone: ScheduleRule.shape.timeZone.default('Asia/Tokyo'),
  rrule: ScheduleRule.shape.rrule.default(null),
  exdates: z.array(LocalDateTime).max(1000).default([]),
  rdates: z.array(LocalDateTime).max(1000).default([]),
})

const FileEntry = ScheduleEntry.extend({
  name: ScheduleEntry.shape.name.default('(名前なし)'),
  priority: Priority.default('normal'),
  rule: FileRule,
})

export const ProgrammeFile = Programme.extend({
  format: z.literal(1).default(1),
  displayId: Programme.shape.displayId.default('display'),
  revision: Programme.shape.revision.default(1),
  publishedAt: Programme.shape.publishedAt.default('2026-01-01T00:00:00+09:00'),
  city: Programme.shape.city.default({ ja: '(市名なし)' }),
  timeZone: Programme.shape.timeZone.default('Asia/Tokyo'),
  display: Programme.shape.display.default({
    name: 'display',
    widthPx: 1920,
    heightPx: 1080,
    mmPerPx: 0.5,
    viewingDistanceM: 3,
    touch: false,
    kioskId: null,
  }),
  playlists: z.array(FilePlaylist).default([]),
  entries: z.array(FileEntry).default([]),
  defaultPlaylistId: Programme.shape.defaultPlaylistId.default(null),
  streams: Programme.shape.streams.default([]),
  files: Programme.shape.files.default([]),
}).superRefine(({ playlists }, context) => {
  const inZones = new Set(playlists.flatMap(({ items }) => items.flatMap(({ scene }) => zonePlaylistsOf(scene))))
  for (const [at, { id, items }] of playlists.entries()) {
    const nested = items.findIndex(({ scene }) => scene.kind === 'layout')
    if (nested === -1 || !inZones.has(id)) continue
    context.addIssue({ code: 'custom', path: ['playlists', at, 'items', nested], ...broken('noLayoutInZone') })
  }
})
