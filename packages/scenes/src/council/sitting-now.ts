import type { FeedSnapshot, Instant, SittingLive, SittingScene } from '@akari/protocol'

/** The last minute before a sitting opens, or goes on, is not counted. */
const SOON_MS = 60_000

/** What a sitting shows at this moment. Minutes are whole ones, the last one begun counted. */
export type SittingNow =
  | { show: 'countdown'; startsAt: Instant; minutes: number | null }
  | { show: 'soon' }
  | { show: 'session' }
  | { show: 'recess'; resumesAt: Instant | null; isSoon: boolean }
  | { show: 'adjourned'; recordingUrl: string | null; isAtKiosks: boolean }

/** What is known of a sitting; null while its feed has said nothing yet. */
export function liveOf(snapshot: FeedSnapshot | null): SittingLive | null {
  return snapshot?.data?.kind === 'sitting' ? snapshot.data : null
}

/**
 * What to show of a sitting at `nowMs` (null: nobody knows the time). Before anything is known of it, it is taken to be in
 * session: its picture, where it has one, says the rest.
 */
export function sittingNow(live: SittingLive | null, nowMs: number | null): SittingNow {
  if (live === null) return { show: 'session' }
  switch (live.phase) {
    case 'planned': {
      const leftMs = nowMs === null ? null : Date.parse(live.startsAt) - nowMs
      if (leftMs !== null && leftMs < SOON_MS) return { show: 'soon' }
      return {
        show: 'countdown',
        startsAt: live.startsAt,
        minutes: leftMs === null ? null : Math.ceil(leftMs / 60_000),
      }
    }
    case 'inSession':
      return { show: 'session' }
    case 'recess': {
      const { resumesAt } = live
      const isSoon = resumesAt !== null && nowMs !== null && Date.parse(resumesAt) - nowMs < SOON_MS
      return { show: 'recess', resumesAt, isSoon }
    }
    case 'adjourned':
      return { show: 'adjourned', recordingUrl: live.recordingUrl, isAtKiosks: live.atKiosks === true }
  }
}

/** Its name as the clerk wrote it last, or as it was published. */
export function titleOf(scene: SittingScene, live: SittingLive | null): SittingScene['title'] {
  return live?.title ?? scene.title
}
