import { readFile } from 'node:fs/promises'
import { samplePath } from '@akari/content-samples'
import type {
  Alert,
  DisplayProfile,
  FileRef,
  PlayerState,
  Playlist,
  SceneContent,
  Texts,
  WayClosure,
  RecordedSegment,
} from '@akari/protocol'
import { alertScenarios } from './alert-scenarios.ts'
import { boardScenarios, kioskBoards } from './board-scenarios.ts'
import { busScenarios } from './bus-scenarios.ts'
import { councilScenarios } from './council-scenarios.ts'
import { layoutScenarios } from './layout-scenarios.ts'
import { lineScenarios, playlistOf, ticking, withProgramme } from './line-scenarios.ts'
import { ago, alert, desk, ended, order } from './made-up-alerts.ts'
import { madeUpArchive } from './made-up-archive.ts'
import { notices, posters } from './made-up-notices.ts'
import { base, fileRef, showing, withAlerts } from './made-up-state.ts'
import { powerScenarios } from './power-scenarios.ts'
import { posterScenes } from './poster-scenarios.ts'
import { sampleGuide } from './sample-guide.ts'
import { everyExitShut, nearestExitShut, onTheFloorOf } from './made-up-closures.ts'
import { sampleModel, sampleVenue } from './sample-venue.ts'

export interface Scenario {
  name: string
  state: (display: DisplayProfile) => PlayerState
  /** What `data-scene` says when it is on the glass. */
  scene: string
  /** Longer than usual until the picture is right. */
  settleMs?: number
  live?: 'down' | 'up'
  /** As it speaks to everybody: the choice of a language would call the kiosk. */
  isForAll?: true
}

export interface Content {
  files: Map<string, { type: string; bytes: Buffer }>
  scenarios: Scenario[]
}

/** The first item from midnight to the last second of the day. */
function nearlyAlways(playlist: Playlist): Playlist {
  return { ...playlist, items: playlist.items.map((item, n) => ({ ...item, seconds: n === 0 ? 86_399 : 1 })) }
}

/** Every picture worth looking at, made of the sample city hall; `spoken` takes the place of what was said in its recording. */
export async function scenarios(now: Date, spoken: readonly RecordedSegment[] | null = null): Promise<Content> {
  const files: Content['files'] = new Map()
  const keep = (bytes: Buffer, type: string): FileRef => {
    const file = fileRef(bytes, type)
    files.set(file.sha256, { type, bytes })
    return file
  }
  const image = await posters(keep)
  const venue = sampleVenue()
  const venueFile = keep(Buffer.from(JSON.stringify(venue)), 'application/json')
  const guideFile = keep(Buffer.from(JSON.stringify(sampleGuide())), 'application/json')
  const { archive, here: recorded } = madeUpArchive(keep, spoken)
  const model = sampleModel()
  const levelOf = (ordinal: number): string => venue.levels.find((level) => level.ordinal === ordinal)?.id ?? ''
  const title: Texts = {
    ja: '館内のご案内',
    'ja-x-easy': '建物の 案内',
    en: 'Floor guide',
    'zh-Hans': '楼层指南',
    ko: '층별 안내',
  }
  const map = (ordinal: number): SceneContent => ({
    kind: 'floorMap',
    title,
    venue: venueFile,
    levelId: levelOf(ordinal),
  })
  const film: SceneContent = {
    kind: 'video',
    title: { ja: '野川のかわせみ', en: 'Kingfisher on the Nogawa' },
    poster: null,
    variants: [
      {
        language: null,
        file: keep(await readFile(samplePath('media/kingfisher.mp4')), 'video/mp4'),
        width: 1920,
        height: 1080,
      },
    ],
  }
  const live: SceneContent = {
    kind: 'live',
    streamId: 'council',
    title: {
      ja: '小金井市議会 本会議',
      en: 'Koganei City Council',
      'zh-Hans': '小金井市议会 全体会议',
      ko: '고가네이시의회 본회의',
    },
  }
  const notice = notices()
  const filled = posterScenes(keep)
  const here = (display: DisplayProfile): DisplayProfile => ({
    ...display,
    kioskId: venue.levels.find((level) => level.ordinal === 0)?.kiosks[0]?.id ?? null,
  })
  /** With the guide of the building, and what is closed in it. */
  const guided = (state: PlayerState, closures: (kioskId: string) => WayClosure[] = () => []): PlayerState =>
    withProgramme(state, (programme) => ({
      ...programme,
      guide: guideFile,
      playlists: [...programme.playlists, kioskBoards()],
      closures: closures(programme.display.kioskId ?? ''),
    }))
  const everyday = (
    name: string,
    scene: (display: DisplayProfile) => SceneContent,
    more: Partial<Scenario> = {},
  ): Scenario => ({
    name,
    scene: more.scene ?? 'notice',
    ...more,
    state: (display) => showing(scene(display), here(display), now),
  })
  const alerting = (
    name: string,
    alerts: Alert[],
    channel: 'live' | 'drill' = 'live',
    scene = 'emergency',
  ): Scenario => ({
    name,
    scene,
    state: (display) => withAlerts(showing(notice('opening-hours'), display, now), channel, alerts, now),
  })
  const eew = alert(now, 'earthquakeEarlyWarning', 'eew', 'earthquake', {
    hazard: 'earthquake-early-warning',
    urgency: 'Immediate',
  })
  const rain4 = alert(now, 'heavyRain4', 'level4', 'rain', { level: 4, sentAt: ago(now, 12) })
  const rain2 = alert(now, 'heavyRain2', 'level2', 'rain', { level: 2 })
  const banner: Alert = { ...rain2, presentation: { ...rain2.presentation, mode: 'banner' } }
  const evacuate = order(now)
  const over: Alert = {
    ...rain4,
    phase: 'cleared',
    expiresAt: ago(now, -30),
    words: ended(rain4.words),
  }
  return {
    files,
    scenarios: [
      everyday('image', (display) => image(display.heightPx > display.widthPx ? 'portrait' : 'landscape'), {
        scene: 'image',
      }),
      everyday('image-other-shape', (display) => image(display.heightPx > display.widthPx ? 'landscape' : 'portrait'), {
        scene: 'image',
      }),
      {
        name: 'film',
        scene: 'video',
        // Whoever takes over when the film stands still.
        state: (display) =>
          withProgramme(showing(film, display, now), (programme) => ({
            ...programme,
            playlists: [nearlyAlways(playlistOf('playlist', film, notice('opening-hours')))],
          })),
      },
      everyday('notice', () => notice('opening-hours')),
      everyday('notice-welcome', () => notice('welcome')),
      {
        name: 'kiosk',
        scene: 'notice',
        state: (display) => ({
          ...withProgramme(guided(showing(notice('opening-hours'), here(display), now)), (programme) => ({
            ...programme,
            archive,
          })),
          archived: [recorded.sha256],
        }),
      },
      {
        name: 'kiosk-closed',
        scene: 'notice',
        state: (display) =>
          guided(showing(notice('opening-hours'), here(display), now), (kioskId) => onTheFloorOf(model, kioskId)),
      },
      {
        name: 'map-closed',
        scene: 'floorMap',
        settleMs: 2500,
        // Nobody may touch it: the choice of a language would call the kiosk.
        state: (display) =>
          guided(showing(map(0), { ...here(display), touch: false }, now), (kioskId) => onTheFloorOf(model, kioskId)),
      },
      everyday('map-1f', () => map(0), { scene: 'floorMap' }),
      everyday('map-2f', () => map(1), { scene: 'floorMap' }),
      everyday('live-slate', () => live, { scene: 'live', settleMs: 4000, live: 'down' }),
      everyday('live', () => live, { scene: 'live', settleMs: 4000, live: 'up' }),
      alerting('eew', [eew]),
      alerting('level5', [alert(now, 'heavyRain5', 'level5', 'rain', { level: 5 })]),
      alerting('level4', [rain4]),
      alerting('level3', [alert(now, 'heavyRain3', 'level3', 'rain', { level: 3 })]),
      alerting('several', [
        evacuate,
        rain4,
        alert(now, 'heavyRain3', 'level3', 'landslide', { level: 3 }),
        { ...banner, id: 'b' },
      ]),
      alerting('evacuation', [desk(now, 'building-fire')]),
      alerting('drill', [evacuate], 'drill'),
      alerting('ended', [over]),
      alerting('banner', [banner], 'live', 'notice'),
      alerting('banner-drill', [banner], 'drill', 'notice'),
      {
        name: 'real-beside-drill',
        scene: 'emergency',
        state: (display) =>
          withAlerts(
            withAlerts(showing(notice('welcome'), display, now), 'drill', [evacuate], now),
            'live',
            [banner],
            now,
          ),
      },
      ...boardScenarios(now, (scene, display) => showing(scene, here(display), now)),
      ...councilScenarios(now, (scene, display) => showing(scene, here(display), now), guided),
      ...filled.map(([name, scene]) => everyday(name, () => scene, { scene: 'poster' })),
      ...alertScenarios(now, {
        notice: (display) => showing(notice('opening-hours'), here(display), now),
        map: (display) => showing(map(0), here(display), now),
        blocked: (display) => guided(showing(map(0), here(display), now), (kioskId) => nearestExitShut(model, kioskId)),
        shut: (display) => guided(showing(map(0), here(display), now), () => everyExitShut(model)),
      }),
      ...lineScenarios({
        notice: (display) => showing(notice('welcome'), here(display), now),
        short: notice('council-sitting'),
        long: notice('wifi'),
      }),
      {
        name: 'ticker-beside-banner',
        scene: 'notice',
        state: (display) =>
          withAlerts(ticking(notice('wifi'))(showing(notice('welcome'), display, now)), 'live', [banner], now),
      },
      ...layoutScenarios({
        showing: (scene, display) => showing(scene, here(display), now),
        poster: image,
        map: map(0),
        notices: [notice('wifi'), notice('opening-hours')],
        live,
        filled: [filled[0]?.[1] ?? live, filled[1]?.[1] ?? live],
      }),
      ...powerScenarios(now, (ordinal, shut) => (display) => {
        const kioskId = venue.levels.find((level) => level.ordinal === ordinal)?.kiosks[0]?.id ?? null
        const state = showing(map(0), { ...display, kioskId }, now)
        if (shut === 'nothing') return state
        return guided(state, (at) => (shut === 'nearest' ? nearestExitShut(model, at) : everyExitShut(model)))
      }),
      ...busScenarios({ showing: (scene, display) => showing(scene, here(display), now), keep }),
      { name: 'pairing', scene: 'pairing', state: () => ({ ...base(now), pairing: pairing(now) }) },
      { name: 'contacting', scene: 'pairing', state: () => base(now) },
      {
        name: 'fallback',
        scene: 'fallback',
        state: (display) => ({
          ...showing(null, display, now),
          link: { state: 'offline', since: ago(now, 20) },
          clock: { offsetMs: 0, trust: 'unknown' },
        }),
      },
    ],
  }
}

function pairing(now: Date): PlayerState['pairing'] {
  const consoleUrl = 'https://signage.city.koganei.lg.jp'
  return { state: 'waiting', code: 'K7QPWX42', digits: '483920', consoleUrl, expiresAt: ago(now, -10) }
}
