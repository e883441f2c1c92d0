import type { Alert, DisplayProfile, FeedSnapshot, LayoutZone, PlayerState, SceneContent, Texts } from '@akari/protocol'
import { desk } from './made-up-alerts.ts'
import { withAlerts } from './made-up-state.ts'
import type { Scenario } from './scenarios.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const OFFSET_MS = 9 * HOUR_MS

type Show = (scene: SceneContent, display: DisplayProfile) => PlayerState
type Weather = Extract<NonNullable<FeedSnapshot['data']>, { kind: 'weather' }>

const texts = (ja: string, easy: string, en: string, zh: string, ko: string): Texts => ({
  ja,
  'ja-x-easy': easy,
  en,
  'zh-Hans': zh,
  ko,
})
const TITLES = {
  weather: texts(
    '小金井の天気',
    '小金井《こがねい》の 天気《てんき》',
    'Weather in Koganei',
    '小金井天气',
    '고가네이 날씨',
  ),
  news: texts('市からのお知らせ', '市《し》からの お知《し》らせ', 'City news', '市政新闻', '시정 소식'),
  wifi: texts('無料 Wi-Fi', 'お金《かね》が いらない Wi-Fi', 'Free Wi-Fi', '免费 Wi-Fi', '무료 Wi-Fi'),
  clock: texts('ただいまの時刻', '今《いま》の 時間《じかん》', 'The time now', '当前时间', '현재 시각'),
  today: texts('今日の市役所', '今日《きょう》の 市役所《しやくしょ》', 'City Hall today', '今日市政府', '오늘의 시청'),
}

/** Boards of the day with what they show, and with nothing to show. */
export function boardScenarios(now: Date, show: Show): Scenario[] {
  const nowMs = now.getTime()
  const at = (hours: number): string => new Date(nowMs + hours * HOUR_MS).toISOString()
  const date = (days: number): string => new Date(nowMs + OFFSET_MS + days * DAY_MS).toISOString().slice(0, 10)
  const feed = (
    feedId: string,
    data: FeedSnapshot['data'],
    attribution: Texts,
    checkedHoursAgo = 0.1,
  ): FeedSnapshot => ({
    feedId,
    revision: 1,
    checkedAt: at(-checkedHoursAgo),
    state: 'ok',
    attribution: { text: attribution },
    data,
  })
  const weather: Weather = {
    kind: 'weather',
    office: '130000',
    publisher: '気象庁',
    area: '東京地方',
    temperaturePlace: '府中',
    publishedAt: at(-2),
    days: [
      { date: date(0), code: '111', text: '晴れ 夜 くもり', wind: null, min: 7, max: 16 },
      { date: date(1), code: '302', text: '雨 時々 やむ', wind: null, min: 9, max: 12 },
    ],
    rain: [0, 1].flatMap((day) =>
      [0, 6, 12, 18].map((hour) => ({
        from: `${date(day)}T${String(hour).padStart(2, '0')}:00:00+09:00`,
        until: new Date(Date.parse(`${date(day)}T00:00:00+09:00`) + (hour + 6) * HOUR_MS).toISOString(),
        percent: day === 0 ? hour + 2 : 90 - hour,
      })),
    ),
    week: {
      publishedAt: at(-2),
      days: ['101', '201', '100', '413', '350'].map((code, index) => ({
        date: date(index + 2),
        code,
        rain: 10 + index * 20,
        min: index - 1,
        max: 12 + index,
        reliability: null,
      })),
    },
    heat: null,
  }
  const hot: Weather = {
    ...weather,
    days: [
      { date: date(0), code: '140', text: '晴れ 時々 雨 で 雷を伴う', wind: null, min: null, max: 36 },
      ...weather.days.slice(1),
    ],
    heat: {
      place: '44132',
      publishedAt: at(-1),
      attribution: '環境省',
      hours: [{ at: at(0.01), wbgt: 31.4 }],
    },
  }
  const jma = texts(
    '出典：気象庁ホームページ',
    '気象庁《きしょうちょう》の 予報《よほう》です',
    'Source: Japan Meteorological Agency',
    '来源：日本气象厅',
    '출처: 일본 기상청',
  )
  const city = texts(
    '出典：小金井市',
    '小金井市《こがねいし》から',
    'Source: City of Koganei',
    '来源：小金井市',
    '출처: 고가네이시',
  )
  const headlines = [
    '年末年始の窓口とごみの収集日について',
    '市民農園の利用者を募集します（申し込みは12月15日まで）',
    '《かぐや》上映会を公民館で開きます',
    '国民健康保険税の納期限は12月25日です。口座振替もご利用ください',
    '歳末たすけあい運動にご協力をお願いします',
    '図書館の休館日のお知らせ',
    '冬の省エネルギーにご協力ください',
  ]
  const news = {
    kind: 'news' as const,
    language: 'ja' as const,
    items: headlines.map((title, index) => ({
      id: String(index),
      title,
      summary: '12月29日から1月3日まで、窓口はお休みです。戸籍の届け出は守衛室でお受けします。',
      publishedAt: at(-index * 9 - 1),
      source: '広報秘書課',
    })),
  }
  const scene = {
    weather: { kind: 'weather' as const, title: TITLES.weather, feedId: 'weather' },
    news: { kind: 'news' as const, title: TITLES.news, feedId: 'news' },
    wifi: {
      kind: 'wifi' as const,
      title: TITLES.wifi,
      ssid: 'Koganei_Free_Wi-Fi',
      password: null,
      steps: [],
      disasterNetwork: true,
    },
    clock: { kind: 'clock' as const, title: TITLES.clock, face: 'digital' as const, calendar: true },
    today: {
      kind: 'today' as const,
      title: TITLES.today,
      hours: {
        weekly: [
          {
            weekdays: [
              'MO' as const,
              'TU' as const,
              'WE' as const,
              'TH' as const,
              'FR' as const,
              'SA' as const,
              'SU' as const,
            ],
            times: [{ start: '00:00', end: '23:59' }],
          },
        ],
        exceptions: [{ days: ['closed' as const], times: [] }],
      },
      events: [
        {
          id: 'council',
          name: texts(
            '市議会 本会議',
            '市議会《しぎかい》の 会議《かいぎ》',
            'City Council, plenary sitting',
            '市议会全体会议',
            '시의회 본회의',
          ),
          place: texts('3階 議場', '3階《かい》', 'Chamber, 3F', '3层 议场', '3층 의회장'),
          startsAt: at(-0.01),
          endsAt: at(0.02),
        },
        {
          id: 'tax',
          name: texts(
            '税の無料相談会',
            '税金《ぜいきん》の 相談《そうだん》',
            'Free tax advice',
            '免费税务咨询',
            '무료 세무 상담',
          ),
          place: texts('2階 会議室', '2階《かい》', 'Meeting room, 2F', '2层 会议室', '2층 회의실'),
          startsAt: at(0.005),
          endsAt: null,
        },
      ],
    },
  }
  const calendar = {
    holidays: [
      { date: `${date(0).slice(0, 7)}-03`, name: '文化の日' },
      { date: `${date(0).slice(0, 7)}-23`, name: '勤労感謝の日' },
    ],
    closedWeekdays: ['SA' as const, 'SU' as const],
    closedDates: [],
    openDates: [],
    yearEnd: { from: '12-29', to: '01-03' },
  }
  const board = (
    name: string,
    content: SceneContent,
    more: { feeds?: FeedSnapshot[]; change?: (state: PlayerState) => PlayerState; scene?: string } = {},
  ): Scenario => ({
    name,
    scene: more.scene ?? content.kind,
    state: (display) => {
      const state = { ...show(content, display), feeds: more.feeds ?? [] }
      const known = state.programme === null ? state : { ...state, programme: { ...state.programme, calendar } }
      return (more.change ?? ((same) => same))(known)
    },
  })
  const unknownClock = (state: PlayerState): PlayerState => ({ ...state, clock: { offsetMs: 0, trust: 'unknown' } })
  const opened =
    (channel: 'live' | 'drill') =>
    (state: PlayerState): PlayerState => {
      const open: Alert = { ...desk(now, 'open-network'), opensNetwork: true }
      return withAlerts(state, channel, [open], now)
    }
  const area = (x: number, y: number, w: number, h: number) => ({ x, y, w, h })
  const zone = (
    id: string,
    at: LayoutZone['area'],
    content: LayoutZone['content'] & { kind: 'scene' },
  ): LayoutZone => ({ id, area: at, content })
  const inZone = (id: string, at: LayoutZone['area'], single: (typeof scene)[keyof typeof scene]): LayoutZone =>
    zone(id, at, { kind: 'scene', scene: single })
  const fresh = [feed('weather', weather, jma), feed('news', news, city)]
  const layout: SceneContent = {
    kind: 'layout',
    title: TITLES.today,
    landscape: [
      inZone('today', area(0, 0, 7, 8), scene.today),
      inZone('weather', area(7, 0, 5, 5), scene.weather),
      inZone('clock', area(7, 5, 5, 3), scene.clock),
      inZone('news', area(0, 8, 8, 4), scene.news),
      inZone('wifi', area(8, 8, 4, 4), scene.wifi),
    ],
    portrait: [
      inZone('clock', area(0, 0, 6, 3), scene.clock),
      inZone('weather', area(6, 0, 6, 3), scene.weather),
      inZone('today', area(0, 3, 12, 4), scene.today),
      inZone('news', area(0, 7, 12, 3), scene.news),
      inZone('wifi', area(0, 10, 12, 2), scene.wifi),
    ],
  }
  return [
    board('board-weather', scene.weather, { feeds: fresh }),
    board('board-weather-hot', scene.weather, { feeds: [feed('weather', hot, jma)] }),
    board('board-weather-old', scene.weather, { feeds: [feed('weather', weather, jma, 2)] }),
    board('board-weather-none', scene.weather),
    board('board-news', scene.news, { feeds: fresh }),
    board('board-news-one', { ...scene.news, most: 1 }, { feeds: fresh }),
    board('board-news-empty', scene.news, { feeds: [feed('news', { ...news, items: [] }, city)] }),
    board('board-wifi', scene.wifi),
    board('board-wifi-password', { ...scene.wifi, password: 'kawasemi-2026' }),
    board('board-wifi-disaster', scene.wifi, { change: opened('live') }),
    board('board-wifi-drill', scene.wifi, { change: opened('drill') }),
    board('board-clock', scene.clock),
    board('board-clock-hands', { ...scene.clock, face: 'analogue', calendar: false }),
    board('board-clock-unknown', scene.clock, { change: unknownClock }),
    board('board-today', scene.today),
    board('board-zones', layout, { feeds: fresh }),
  ]
}
