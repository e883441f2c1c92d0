import type { DisplayView, OnGlass } from '@akari/protocol'

const NOON = '2026-11-22T12:00:00+09:00'

/** A lobby display that has said nothing yet, but for what a test tells of it. */
export function sampleDisplay(more: Partial<DisplayView> = {}): DisplayView {
  return {
    id: 'lobby',
    profile: {
      name: '1階ロビー',
      widthPx: 1920,
      heightPx: 1080,
      mmPerPx: 0.6,
      viewingDistanceM: 3,
      touch: false,
      kioskId: null,
    },
    groups: [],
    tags: [],
    defaultPlaylistId: null,
    status: 'online',
    lastSeenAt: NOON,
    pairedAt: NOON,
    publishedRevision: 7,
    health: null,
    ...more,
  }
}

/** A report of a display that is well and has this on its glass; null: it does not know. */
export function sampleReport(onGlass: OnGlass | null): NonNullable<DisplayView['health']> {
  return {
    at: NOON,
    software: 'test',
    screen: 'painting',
    onGlass,
    programmeRevision: 7,
    content: { state: 'complete', filesMissing: 0, bytesMissing: 0 },
    clockOffsetMs: 0,
    faults: [],
  }
}
