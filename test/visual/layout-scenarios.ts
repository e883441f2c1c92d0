import type {
  DisplayProfile,
  LayoutScene,
  LayoutZone,
  PlayerState,
  SceneContent,
  Texts,
  ZoneArea,
} from '@akari/protocol'
import { playlistOf, withProgramme } from './line-scenarios.ts'
import type { Scenario } from './scenarios.ts'

interface Parts {
  /** A glass with this scene on it. */
  showing: (scene: SceneContent, display: DisplayProfile) => PlayerState
  poster: (shape: string) => SceneContent
  map: SceneContent
  notices: readonly SceneContent[]
  live: SceneContent
  /** Posters that are filled from a form, one for each of two zones. */
  filled: readonly [SceneContent, SceneContent]
}

const TITLE: Texts = { ja: '総合案内', en: 'Reception' }
const area = (x: number, y: number, w: number, h: number): ZoneArea => ({ x, y, w, h })
const zone = (id: string, at: ZoneArea): LayoutZone => ({
  id,
  area: at,
  content: { kind: 'playlist', playlistId: id },
})

/** The glass shared among zones, also with nothing in one of them and with a picture that is lost. */
export function layoutScenarios({ showing, poster, map, notices, live, filled }: Parts): Scenario[] {
  const lost: SceneContent = {
    kind: 'image',
    title: { ja: '無い' },
    variants: [
      {
        language: null,
        file: { sha256: 'e'.repeat(64), bytes: 1, mediaType: 'image/webp' },
        width: 1,
        height: 1,
      },
    ],
  }
  const scenario = (name: string, drawn: Omit<LayoutScene, 'kind' | 'title'>, settleMs = 1500): Scenario => ({
    name,
    scene: 'layout',
    settleMs,
    state: (display) => {
      const shape = display.heightPx > display.widthPx ? 'portrait' : 'landscape'
      return withProgramme(showing({ kind: 'layout', title: TITLE, ...drawn }, display), (programme) => ({
        ...programme,
        playlists: [
          ...programme.playlists,
          playlistOf('posters', poster(shape)),
          playlistOf('map', map),
          playlistOf('news', ...notices),
          playlistOf('live', live),
          playlistOf('lost', lost),
          playlistOf('filled-1', filled[0]),
          playlistOf('filled-2', filled[1]),
        ],
      }))
    },
  })
  return [
    scenario('layout-poster-map', { landscape: [zone('posters', area(0, 0, 7, 12)), zone('map', area(7, 0, 5, 12))] }),
    scenario('layout-column', {
      landscape: [
        zone('posters', area(0, 0, 8, 9)),
        zone('map', area(8, 0, 4, 6)),
        zone('news', area(8, 6, 4, 6)),
        zone('nothing', area(0, 9, 8, 3)),
      ],
    }),
    scenario('layout-tall', {
      portrait: [zone('posters', area(0, 0, 12, 5)), zone('map', area(0, 5, 12, 4)), zone('news', area(0, 9, 12, 3))],
    }),
    scenario('layout-filled', {
      landscape: [zone('filled-1', area(0, 0, 4, 12)), zone('filled-2', area(4, 0, 8, 12))],
      portrait: [zone('filled-1', area(0, 0, 12, 5)), zone('filled-2', area(0, 5, 12, 7))],
    }),
    scenario('layout-lost', { landscape: [zone('lost', area(0, 0, 6, 12)), zone('news', area(6, 0, 6, 12))] }, 5500),
  ]
}
