import type { DisplayView, EntryView, ScheduleRule } from '@akari/protocol'

/** An entry called as its id, for tests. */
export function sampleEntry(id: string, rule: ScheduleRule, more: Partial<EntryView> = {}): EntryView {
  return {
    id,
    name: id,
    playlistId: 'p',
    targets: { displayIds: [], groups: [] },
    priority: 'normal',
    rule,
    version: 1,
    updatedAt: '2026-11-20T00:00:00Z',
    ...more,
  }
}

/** A display called as its id, for tests. */
export function sampleDisplay(id: string, groups: string[] = []): DisplayView {
  return {
    id,
    profile: {
      name: id,
      widthPx: 1920,
      heightPx: 1080,
      mmPerPx: 0.5,
      viewingDistanceM: 3,
      touch: false,
      kioskId: null,
    },
    groups,
    tags: [],
    defaultPlaylistId: null,
    status: 'online',
    lastSeenAt: null,
    pairedAt: null,
    publishedRevision: null,
    health: null,
  }
}
