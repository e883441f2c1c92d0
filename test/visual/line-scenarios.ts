import type { DisplayProfile, PlayerState, Playlist, Programme, SceneContent } from '@akari/protocol'
import type { Scenario } from './scenarios.ts'

const ALL_DAY = {
  start: '2026-01-01T00:00',
  durationMinutes: 1440,
  timeZone: 'Asia/Tokyo',
  rrule: 'FREQ=DAILY',
  exdates: [],
  rdates: [],
}

interface Lines {
  /** A notice on the glass. */
  notice: (display: DisplayProfile) => PlayerState
  /** Notices of one line and of several. */
  short: SceneContent
  long: SceneContent
}

/** The everyday line, and the notice of a takeover to the visitor at the glass. */
export function lineScenarios({ notice, short, long }: Lines): Scenario[] {
  return [
    { name: 'ticker-short', scene: 'notice', state: (display) => ticking(short)(notice(display)) },
    { name: 'ticker-long', scene: 'notice', state: (display) => ticking(long)(notice(display)) },
    {
      name: 'takeover-notice',
      scene: 'notice',
      // The visit begins with the touch that chooses a language, the takeover some seconds later.
      settleMs: 7000,
      state: (display) =>
        withProgramme(ticking(short)(notice(display)), (programme) => ({
          ...programme,
          takeovers: [
            {
              id: 'council',
              name: '臨時議会',
              playlistId: 'line',
              startsAt: new Date(Date.now() + 6000).toISOString(),
              endsAt: new Date(Date.now() + 3_600_000).toISOString(),
              noticeSeconds: 45,
            },
          ],
        })),
    },
  ]
}

/** The same glass with this line above its strip, all day. */
export function ticking(line: SceneContent): (state: PlayerState) => PlayerState {
  return (state) =>
    withProgramme(state, (programme) => ({
      ...programme,
      playlists: [...programme.playlists, playlistOf('line', line)],
      entries: [
        {
          id: 'line',
          name: '案内の帯',
          playlistId: 'line',
          priority: 'normal',
          rule: ALL_DAY,
          role: { kind: 'overlay' },
        },
      ],
    }))
}

export function withProgramme(state: PlayerState, change: (programme: Programme) => Programme): PlayerState {
  return state.programme === null ? state : { ...state, programme: change(state.programme) }
}

export function playlistOf(id: string, ...scenes: SceneContent[]): Playlist {
  const items = scenes.map((scene, index) => ({
    id: `${id}-${index}`,
    seconds: 20,
    scene,
    validFrom: null,
    validUntil: null,
  }))
  return { id, name: id, items }
}
