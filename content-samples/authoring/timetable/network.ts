/** A name in ja, ja-Hrkt, en, zh-Hans and ko. */
export type Names = readonly [ja: string, kana: string, en: string, zh: string, ko: string]

/** A stop: id, metres east and north of the city hall, and its name. */
type StopRow = readonly [id: string, east: number, north: number, ...names: Names]

/** A loop from the city hall and back: its stops in order, minutes between stops, and when its buses leave. */
export type LoopRow = {
  id: string
  /** The side of the town that it serves: its short name. */
  side: Names
  colour: string
  stops: readonly string[]
  minutes: number
  departures: readonly Departures[]
}

/** Minutes of the service day; both ways round where `back` says when the first leaves the other way. */
export type Departures = { first: number; last: number; every: number; back: number | null }

export const AGENCY: Names = ['あかりバス', 'あかりばす', 'Akari Bus', '明灯巴士', '아카리 버스']
/** What follows a loop's side in its long name, and what comes between that and the way round. */
export const LOOP: Names = ['循環', 'じゅんかん', ' Loop', '环线', '부 순환']
export const DOT: Names = ['・', '・', ', ', ', ', ', ']
export const WAYS: readonly [clockwise: Names, back: Names] = [
  ['右回り', 'みぎまわり', 'Clockwise', '顺时针', '시계 방향'],
  ['左回り', 'ひだりまわり', 'Counterclockwise', '逆时针', '반시계 방향'],
]

/** Invented: no such bus runs, and no real stop is meant. */
export const STOPS: readonly StopRow[] = [
  ['hall', 20, -40, '市役所', 'しやくしょ', 'City Hall', '市政府', '시청'],
  ['library', 330, 60, '中央図書館', 'ちゅうおうとしょかん', 'Central Library', '中央图书馆', '중앙도서관'],
  ['station-n', 560, 330, '駅北口', 'えききたぐち', 'Station North Exit', '车站北口', '역 북쪽 출구'],
  ['shops', 900, 420, '商店街入口', 'しょうてんがいいりぐち', 'Shopping Street', '商店街入口', '상점가 입구'],
  ['school-2', 1180, 310, '第二小学校', 'だいにしょうがっこう', 'Second Elementary School', '第二小学', '제2초등학교'],
  ['hill', 1320, 40, '桜坂上', 'さくらざかうえ', 'Sakurazaka Hill', '樱坂上', '사쿠라자카 언덕'],
  ['clinic', 1080, -160, '健康センター', 'けんこうせんたー', 'Health Centre', '健康中心', '건강센터'],
  ['garden', 760, -210, '花の広場', 'はなのひろば', 'Flower Square', '花之广场', '꽃 광장'],
  ['kindergarten', 380, -180, 'ひばり保育園', 'ひばりほいくえん', 'Hibari Nursery', '云雀保育园', '히바리 어린이집'],
  ['gym', -260, -220, '総合体育館', 'そうごうたいいくかん', 'Gymnasium', '综合体育馆', '종합체육관'],
  ['bridge', -180, -560, '月見橋', 'つきみばし', 'Tsukimi Bridge', '月见桥', '쓰키미 다리'],
  ['south-hall', 60, -840, '南公民館', 'みなみこうみんかん', 'South Community Hall', '南公民馆', '남쪽 공민관'],
  ['park', 420, -960, '中央公園', 'ちゅうおうこうえん', 'Central Park', '中央公园', '중앙공원'],
  ['pool', 760, -820, '市民プール', 'しみんぷーる', 'Public Pool', '市民游泳池', '시민 수영장'],
  ['south-school', 840, -520, '南中学校', 'みなみちゅうがっこう', 'South Junior High School', '南初中', '남중학교'],
  ['station-s', 540, -380, '駅南口', 'えきみなみぐち', 'Station South Exit', '车站南口', '역 남쪽 출구'],
  ['post', 240, -300, '郵便局前', 'ゆうびんきょくまえ', 'Post Office', '邮局前', '우체국 앞'],
  ['temple', -420, 120, '観音通り', 'かんのんどおり', 'Kannon Street', '观音街', '간논 거리'],
  ['fields', -760, 260, '野菜直売所', 'やさいちょくばいじょ', 'Farm Stand', '蔬菜直销所', '채소 직판장'],
  ['west-hall', -1100, 140, '西地区会館', 'にしちくかいかん', 'West District Hall', '西区会馆', '서부 회관'],
  ['stream', -1340, -120, '小川遊歩道', 'おがわゆうほどう', 'Stream Promenade', '小溪步道', '개울 산책로'],
  ['care', -1180, -420, '福祉会館', 'ふくしかいかん', 'Welfare Centre', '福祉会馆', '복지회관'],
  ['west-school', -840, -520, '西小学校', 'にししょうがっこう', 'West Elementary School', '西小学', '서초등학교'],
  ['mill', -560, -340, '水車前', 'すいしゃまえ', 'Water Mill', '水车前', '물레방아 앞'],
  ['annex', -280, -60, '第二庁舎', 'だいにちょうしゃ', 'City Hall Annex', '第二办公楼', '제2청사'],
]

export const LOOPS: readonly LoopRow[] = [
  {
    id: 'east',
    side: ['東', 'ひがし', 'East', '东', '동'],
    colour: '1B7F5C',
    stops: ['library', 'station-n', 'shops', 'school-2', 'hill', 'clinic', 'garden', 'kindergarten'],
    minutes: 3,
    // Through the night as well: whoever tries the sample at midnight sees buses, too.
    departures: [
      { first: 390, last: 1330, every: 20, back: 400 },
      { first: 1350, last: 1800, every: 30, back: 1365 },
    ],
  },
  {
    id: 'south',
    side: ['南', 'みなみ', 'South', '南', '남'],
    colour: 'B4552D',
    stops: ['gym', 'bridge', 'south-hall', 'park', 'pool', 'south-school', 'station-s', 'post'],
    minutes: 3,
    departures: [{ first: 400, last: 1300, every: 30, back: null }],
  },
  {
    id: 'west',
    side: ['西', 'にし', 'West', '西', '서'],
    colour: '3B5BA9',
    stops: ['temple', 'fields', 'west-hall', 'stream', 'care', 'west-school', 'mill', 'annex'],
    minutes: 4,
    departures: [{ first: 435, last: 1155, every: 60, back: null }],
  },
]
