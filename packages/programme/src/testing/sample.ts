import type {
  Alert,
  AlertState,
  Channel,
  Clock,
  HeldAlerts,
  Instant,
  Playlist,
  PlaylistItem,
  Programme,
  ScheduleEntry,
  ScheduleRule,
} from '@akari/protocol'
import type { DirectState } from '../direct.ts'
import { unroll } from '../unroll.ts'

/** Small building blocks for tests: a complete value with the parts that matter replaced. */

export const BOOT = 'boot-1'

export function clockAt(instant: Instant, changes: Partial<Clock> = {}): Clock {
  return { instant, trust: 'synced', monotonicMs: 1_000_000, bootId: BOOT, ...changes }
}

export function item(id: string, seconds: number, changes: Partial<PlaylistItem> = {}): PlaylistItem {
  const scene = { kind: 'notice' as const, title: { ja: id }, body: { ja: id } }
  return { id, seconds, scene, validFrom: null, validUntil: null, ...changes }
}

export function playlist(id: string, items: PlaylistItem[], changes: Partial<Playlist> = {}): Playlist {
  return { id, name: `${id} の番組`, items, ...changes }
}

export function rule(changes: Partial<ScheduleRule> = {}): ScheduleRule {
  return {
    start: '2026-11-02T09:00',
    durationMinutes: 60,
    timeZone: 'Asia/Tokyo',
    rrule: 'FREQ=DAILY',
    exdates: [],
    rdates: [],
    ...changes,
  }
}

export function entry(id: string, changes: Partial<ScheduleEntry> = {}): ScheduleEntry {
  return { id, name: id, playlistId: 'morning', priority: 'normal', rule: rule(), ...changes }
}

export function programme(changes: Partial<Programme> = {}): Programme {
  return {
    format: 1,
    displayId: 'lobby',
    revision: 1,
    publishedAt: '2026-11-01T00:00:00+09:00',
    city: { ja: 'あかり市' },
    timeZone: 'Asia/Tokyo',
    display: {
      name: '1階ロビー',
      widthPx: 1920,
      heightPx: 1080,
      mmPerPx: 0.5,
      viewingDistanceM: 4,
      touch: true,
      kioskId: null,
    },
    playlists: [
      playlist('base', [item('welcome', 10), item('map', 20)]),
      playlist('morning', [item('counters', 30), item('forms', 30)]),
    ],
    entries: [],
    defaultPlaylistId: 'base',
    streams: [],
    files: [],
    ...changes,
  }
}

export function alert(id: string, changes: Partial<Alert> = {}): Alert {
  return {
    id,
    source: { kind: 'jma', name: { ja: '気象庁' }, reference: 'VPWW55' },
    category: 'Met',
    urgency: 'Expected',
    severity: 'Severe',
    certainty: 'Likely',
    hazard: 'heavy-rain',
    level: 4,
    class: 'danger',
    intensity: null,
    phase: 'inForce',
    target: { kind: 'all' },
    presentation: { mode: 'fullScreen', field: 'level4', symbol: 'rain' },
    words: { headline: { ja: '大雨危険警報' }, instruction: { ja: '避難' }, area: { ja: '市内' } },
    sentAt: '2026-11-02T10:00:00+09:00',
    expiresAt: null,
    ...changes,
  }
}

export const BANNER = { mode: 'banner', field: 'level2', symbol: 'rain' } as const

export function held(channel: Channel, alerts: Alert[], changes: Partial<AlertState> = {}): HeldAlerts {
  const issuedAt = changes.issuedAt ?? '2026-11-02T10:00:00+09:00'
  return {
    state: { channel, epoch: 1, revision: 1, issuedAt, alerts, ...changes },
    receivedAt: issuedAt,
    receivedMonotonicMs: 1_000_000,
    bootId: BOOT,
  }
}

export function stateOf(
  published: Programme | null,
  changes: Partial<DirectState> = {},
  from: Instant = '2026-10-25T00:00:00+09:00',
  to: Instant = '2026-12-10T00:00:00+09:00',
): DirectState {
  return {
    programme: published,
    windows: unroll(published ?? programme(), from, to),
    alerts: { live: null, drill: null },
    displayId: 'lobby',
    visitor: { language: 'ja', touchedAtMs: null },
    link: { state: 'online', since: '2026-11-01T00:00:00+09:00' },
    power: 'mains',
    ...changes,
  }
}

/** The first of what may have no end in reach. */
export function firstOf<T>(all: Iterable<T>, atMost: number): T[] {
  const taken: T[] = []
  for (const one of all) {
    if (taken.length === atMost) break
    taken.push(one)
  }
  return taken
}
