import type { FeedSnapshot, OfficeCalendar, SingleScene, Texts } from '@akari/protocol'

/** On every board of the pictures it is a Friday morning. */
export const FRIDAY = Date.parse('2026-11-27T10:20:00+09:00')

const HOUR_MS = 3_600_000
type Data<K> = Extract<NonNullable<FeedSnapshot['data']>, { kind: K }>
type Scene<K> = Extract<SingleScene, { kind: K }>

const hoursLater = (hours: number): string => new Date(FRIDAY + hours * HOUR_MS).toISOString()
const texts = (ja: string, easy: string, en: string, zh: string, ko: string): Texts => ({
  ja,
  'ja-x-easy': easy,
  en,
  'zh-Hans': zh,
  ko,
})

/** What is known of a feed, as it was heard some hours ago. */
export function heard(data: FeedSnapshot['data'], hoursAgo = 0.1): FeedSnapshot {
  const [feedId, text] = data?.kind === 'news' ? ['news', CITY] : ['weather', JMA]
  return { feedId, revision: 1, checkedAt: hoursLater(-hoursAgo), state: 'ok', attribution: { text }, data }
}

const JMA = texts(
  '出典：気象庁',
  '気象庁《きしょうちょう》から',
  'Source: JMA',
  '来源：日本气象厅',
  '출처: 일본 기상청',
)
const CITY = texts(
  '出典：小金井市',
  '小金井市《こがねいし》から',
  'Source: City of Koganei',
  '来源：小金井市',
  '출처: 고가네이시',
)

const quarter = (day: number, hour: number, percent: number) => ({
  from: `2026-11-${day}T${String(hour).padStart(2, '0')}:00:00+09:00`,
  until: new Date(Date.parse(`2026-11-${day}T00:00:00+09:00`) + (hour + 6) * HOUR_MS).toISOString(),
  percent,
})

export const WEATHER: Data<'weather'> = {
  kind: 'weather',
  office: '130000',
  publisher: '気象庁',
  area: '東京地方',
  temperaturePlace: '府中',
  publishedAt: '2026-11-27T05:00:00+09:00',
  days: [
    { date: '2026-11-27', code: '111', text: '晴れ 夜 くもり', wind: null, min: null, max: 16 },
    { date: '2026-11-28', code: '302', text: '雨 時々 やむ', wind: null, min: 9, max: 12 },
  ],
  rain: [
    quarter(27, 6, 0),
    quarter(27, 12, 10),
    quarter(27, 18, 40),
    quarter(28, 0, 80),
    quarter(28, 6, 100),
    quarter(28, 12, 70),
    quarter(28, 18, 20),
  ],
  week: {
    publishedAt: '2026-11-27T05:00:00+09:00',
    days: [
      { date: '2026-11-29', code: '101', rain: 10, min: 6, max: 15, reliability: null },
      { date: '2026-11-30', code: '201', rain: 30, min: 5, max: 13, reliability: 'A' },
      { date: '2026-12-01', code: '204', rain: 50, min: 1, max: 8, reliability: 'B' },
      { date: '2026-12-02', code: '413', rain: 60, min: -1, max: 5, reliability: 'C' },
      { date: '2026-12-03', code: '100', rain: 0, min: -2, max: 10, reliability: 'A' },
    ],
  },
  heat: null,
}

/** A summer's afternoon, and what else the sky can do. */
export const HOT: Data<'weather'> = {
  ...WEATHER,
  days: [
    { date: '2026-11-27', code: '140', text: '晴れ 時々 雨 で 雷を伴う', wind: null, min: null, max: 36 },
    { date: '2026-11-28', code: '308', text: '雨 で 暴風を伴う', wind: null, min: 25, max: 29 },
  ],
  week: {
    publishedAt: WEATHER.publishedAt,
    days: ['306', '405', '407', '209', '340', '450'].map((code, index) => ({
      date: index === 0 ? '2026-11-29' : `2026-${index === 1 ? '11-30' : `12-0${index - 1}`}`,
      code,
      rain: 100 - index * 10,
      min: 24,
      max: 33,
      reliability: null,
    })),
  },
  heat: {
    place: '44132',
    publishedAt: hoursLater(-2),
    attribution: '環境省',
    hours: [{ at: hoursLater(3), wbgt: 31.4 }],
  },
}

const HEADLINES = [
  '年末年始の窓口とごみの収集日について',
  '市民農園の利用者を募集します（申し込みは12月15日まで）',
  '《かぐや》上映会を公民館で開きます',
  '国民健康保険税の納期限は12月25日です。口座振替もご利用ください',
  '図書館の休館日のお知らせ',
]
export const NEWS: Data<'news'> = {
  kind: 'news',
  language: 'ja',
  items: HEADLINES.map((title, index) => ({
    id: String(index),
    title,
    summary: '12月29日から1月3日まで、窓口はお休みです。戸籍の届け出は守衛室でお受けします。',
    publishedAt: hoursLater(-index * 9 - 1),
    source: '広報秘書課',
  })),
}

export const CALENDAR: OfficeCalendar = {
  holidays: [
    { date: '2026-11-03', name: '文化の日' },
    { date: '2026-11-23', name: '勤労感謝の日' },
  ],
  closedWeekdays: ['SA', 'SU'],
  closedDates: [],
  openDates: [],
  yearEnd: { from: '12-29', to: '01-03' },
}

export const WEATHER_BOARD: Scene<'weather'> = {
  kind: 'weather',
  title: texts(
    '小金井の天気',
    '小金井《こがねい》の 天気《てんき》',
    'Weather in Koganei',
    '小金井天气',
    '고가네이 날씨',
  ),
  feedId: 'weather',
}
export const NEWS_BOARD: Scene<'news'> = {
  kind: 'news',
  title: texts('市からのお知らせ', '市《し》からの お知《し》らせ', 'City news', '市政新闻', '시정 소식'),
  feedId: 'news',
}
export const WIFI_BOARD: Scene<'wifi'> = {
  kind: 'wifi',
  title: texts('無料 Wi-Fi', 'お金《かね》が いらない Wi-Fi', 'Free Wi-Fi', '免费 Wi-Fi', '무료 Wi-Fi'),
  ssid: 'Koganei_Free_Wi-Fi',
  password: null,
  steps: [],
  disasterNetwork: true,
}
export const CLOCK_BOARD: Scene<'clock'> = {
  kind: 'clock',
  title: texts('ただいまの時刻', '今《いま》の 時間《じかん》', 'The time now', '当前时间', '현재 시각'),
  face: 'digital',
  calendar: true,
}
export const TODAY_BOARD: Scene<'today'> = {
  kind: 'today',
  title: texts('今日の市役所', '今日《きょう》の 市役所《しやくしょ》', 'City Hall today', '今日市政府', '오늘의 시청'),
  hours: {
    weekly: [{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], times: [{ start: '08:30', end: '17:15' }] }],
    exceptions: [{ days: ['closed'], times: [] }],
  },
  events: [
    {
      id: 'council',
      name: texts(
        '市議会 本会議',
        '市議会《しぎかい》の 会議《かいぎ》',
        'City Council, plenary',
        '市议会全体会议',
        '시의회 본회의',
      ),
      place: texts('3階 議場', '3階《かい》', 'Chamber, 3F', '3层 议场', '3층 의회장'),
      startsAt: '2026-11-27T10:00:00+09:00',
      endsAt: '2026-11-27T12:00:00+09:00',
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
      startsAt: '2026-11-27T13:30:00+09:00',
      endsAt: null,
    },
  ],
}
