import type {
  DisplayProfile,
  FeedSnapshot,
  LayoutZone,
  PlayerState,
  Playlist,
  SceneContent,
  SingleScene,
} from '@akari/protocol'
import { desk } from './made-up-alerts.ts'
import {
  CALENDAR,
  CLOCK_BOARD,
  FRIDAY,
  heard,
  HOT,
  NEWS,
  NEWS_BOARD,
  TODAY_BOARD,
  WEATHER,
  WEATHER_BOARD,
  WIFI_BOARD,
} from './made-up-boards.ts'
import { playlistOf, withProgramme } from './line-scenarios.ts'
import { withAlerts } from './made-up-state.ts'
import type { Scenario } from './scenarios.ts'

type Show = (scene: SceneContent, display: DisplayProfile) => PlayerState
type Change = (state: PlayerState) => PlayerState

/** Boards of the day with what they show, and with nothing to show. */
export function boardScenarios(now: Date, show: Show): Scenario[] {
  const board = (
    name: string,
    content: SceneContent,
    { feeds = [], change = same }: { feeds?: FeedSnapshot[]; change?: Change } = {},
  ): Scenario => ({
    name: `board-${name}`,
    scene: content.kind,
    state: (display) => change(known({ ...show(content, display), feeds }, now)),
  })
  const opened =
    (channel: 'live' | 'drill'): Change =>
    (state) =>
      withAlerts(state, channel, [{ ...desk(new Date(FRIDAY), 'open-network'), opensNetwork: true }], new Date(FRIDAY))
  const fresh = [heard(WEATHER), heard(NEWS)]
  return [
    board('weather', WEATHER_BOARD, { feeds: fresh }),
    board('weather-hot', WEATHER_BOARD, { feeds: [heard(HOT)] }),
    board('weather-old', WEATHER_BOARD, { feeds: [heard(WEATHER, 2)] }),
    board('weather-none', WEATHER_BOARD),
    board('news', NEWS_BOARD, { feeds: fresh }),
    board('news-one', { ...NEWS_BOARD, most: 1 }, { feeds: fresh }),
    board('news-empty', NEWS_BOARD, { feeds: [heard({ ...NEWS, items: [] })] }),
    {
      name: 'board-news-silent',
      scene: 'notice',
      state: (display) => {
        const state = known({ ...show(NEWS_BOARD, display), feeds: [] }, now)
        const items = [NEWS_BOARD, NOTICE].flatMap((scene) => playlistOf(scene.kind, scene).items)
        return withProgramme(state, (programme) => ({
          ...programme,
          playlists: [{ id: 'playlist', name: 'news', items }],
        }))
      },
    },
    board('wifi', WIFI_BOARD),
    board('wifi-password', { ...WIFI_BOARD, password: 'kawasemi-2026' }),
    board('wifi-disaster', WIFI_BOARD, { change: opened('live') }),
    board('wifi-drill', WIFI_BOARD, { change: opened('drill') }),
    board('clock', CLOCK_BOARD),
    board('clock-hands', { ...CLOCK_BOARD, face: 'analogue', calendar: false }),
    board('clock-unknown', CLOCK_BOARD, {
      change: (state) => ({ ...state, clock: { ...state.clock, trust: 'unknown' } }),
    }),
    board('today', TODAY_BOARD),
    board('today-closed', TODAY_BOARD, {
      change: (state) => ({ ...state, clock: { ...state.clock, offsetMs: state.clock.offsetMs + 86_400_000 } }),
    }),
    board('zones', ZONES, { feeds: fresh }),
  ]
}

const NOTICE: SceneContent = { kind: 'notice', title: { ja: 'お知らせ' }, body: { ja: 'つぎの案内です。' } }

/** Boards that a kiosk offers beside its own screens. */
export function kioskBoards(): Playlist {
  return playlistOf('boards', WEATHER_BOARD, WIFI_BOARD, TODAY_BOARD)
}

/** The same player on that Friday, with the days of the city hall. */
function known(state: PlayerState, now: Date): PlayerState {
  const { programme } = state
  return {
    ...state,
    clock: { offsetMs: FRIDAY - now.getTime(), trust: 'synced' },
    programme: programme === null ? null : { ...programme, calendar: CALENDAR },
  }
}

const zone = (x: number, y: number, w: number, h: number, scene: SingleScene): LayoutZone => ({
  id: scene.kind,
  area: { x, y, w, h },
  content: { kind: 'scene', scene },
})

const ZONES: SceneContent = {
  kind: 'layout',
  title: TODAY_BOARD.title,
  landscape: [
    zone(0, 0, 7, 8, TODAY_BOARD),
    zone(7, 0, 5, 5, WEATHER_BOARD),
    zone(7, 5, 5, 3, CLOCK_BOARD),
    zone(0, 8, 8, 4, NEWS_BOARD),
    zone(8, 8, 4, 4, WIFI_BOARD),
  ],
  portrait: [
    zone(0, 0, 6, 3, CLOCK_BOARD),
    zone(6, 0, 6, 3, WEATHER_BOARD),
    zone(0, 3, 12, 4, TODAY_BOARD),
    zone(0, 7, 12, 3, NEWS_BOARD),
    zone(0, 10, 12, 2, WIFI_BOARD),
  ],
}

function same(state: PlayerState): PlayerState {
  return state
}
