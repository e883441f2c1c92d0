import { createHash } from 'node:crypto'
import {
  type Alert,
  type Channel,
  type DisplayProfile,
  type FileRef,
  type HeldAlerts,
  NO_VALUES,
  type PlayerState,
  type Programme,
  type SceneContent,
} from '@akari/protocol'

const BOOT = 'visual'
let revision = 0

/** A file of the made-up content set. */
export function fileRef(bytes: Buffer, mediaType: string): FileRef {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, mediaType }
}

/** A paired player whose whole programme is one scene. */
export function showing(scene: SceneContent | null, display: DisplayProfile, now: Date): PlayerState {
  const items = scene === null ? [] : [{ id: 'item', seconds: 3600, scene, validFrom: null, validUntil: null }]
  const player = base(now)
  const programme: Programme = {
    format: 1,
    displayId: 'display',
    // Another programme has another revision: the glass unrolls each only once.
    revision: player.revision,
    publishedAt: now.toISOString(),
    city: {
      ja: '小金井市役所',
      'ja-x-easy': '小金井（こがねい）市役所',
      en: 'Koganei City Hall',
      'zh-Hans': '小金井市政府',
      ko: '고가네이시청',
    },
    timeZone: 'Asia/Tokyo',
    display,
    playlists: [{ id: 'playlist', name: 'いつもの番組', items }],
    entries: [],
    defaultPlaylistId: 'playlist',
    streams: [{ id: 'council', title: { ja: '市議会 本会議', en: 'City council' }, url: 'http://127.0.0.1/live' }],
    files: [],
  }
  return {
    ...player,
    pairing: { state: 'paired', displayId: 'display', name: display.name },
    programme,
  }
}

/** A player that has just been switched on. */
export function base(now: Date): PlayerState {
  revision += 1
  return {
    revision,
    bootId: BOOT,
    pairing: { state: 'contacting' },
    programme: null,
    files: [],
    alerts: { live: null, drill: null },
    link: { state: 'online', since: now.toISOString() },
    clock: { offsetMs: 0, trust: 'synced' },
    power: 'mains',
    values: NO_VALUES,
    plays: [],
  }
}

export function withAlerts(state: PlayerState, channel: Channel, alerts: Alert[], now: Date): PlayerState {
  const held: HeldAlerts = {
    state: { channel, epoch: 1, revision: state.revision, issuedAt: now.toISOString(), alerts },
    receivedAt: now.toISOString(),
    receivedMonotonicMs: 0,
    bootId: BOOT,
  }
  return { ...state, alerts: { ...state.alerts, [channel]: held } }
}
