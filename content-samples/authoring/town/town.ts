import type { TownMap } from '@akari/protocol'
import type { Names } from '../timetable/network.ts'

type Metres = readonly [east: number, north: number]
type PlaceKind = TownMap['places'][number]['kind']
type Refuge = 'flee' | 'stay'
type PlaceRow = readonly [id: string, kind: PlaceKind, at: Metres, shelters: readonly Refuge[], ...names: Names]

/** Metres east and north of the city hall. Invented, like the community bus that runs through it: no real place is meant. */
export const BOUNDARY: readonly Metres[] = [
  [-1620, 300],
  [-1500, 620],
  [-1120, 700],
  [-820, 590],
  [-420, 760],
  [60, 700],
  [360, 860],
  [820, 800],
  [1180, 690],
  [1520, 420],
  [1660, 60],
  [1540, -280],
  [1300, -560],
  [1180, -930],
  [860, -1180],
  [420, -1290],
  [-60, -1160],
  [-340, -900],
  [-640, -760],
  [-1060, -780],
  [-1420, -640],
  [-1640, -260],
]

export const AREAS: readonly { kind: 'park' | 'water'; ring: readonly Metres[] }[] = [
  {
    kind: 'park',
    ring: [
      [290, -900],
      [560, -860],
      [600, -1060],
      [420, -1130],
      [260, -1060],
    ],
  },
  {
    kind: 'park',
    ring: [
      [640, -150],
      [800, -120],
      [840, -270],
      [690, -290],
    ],
  },
  {
    kind: 'park',
    ring: [
      [-1180, 420],
      [-960, 470],
      [-900, 330],
      [-1120, 290],
    ],
  },
  {
    kind: 'water',
    ring: [
      [380, -960],
      [470, -930],
      [510, -1010],
      [430, -1050],
    ],
  },
]

export const LINES: readonly { kind: 'rail' | 'road' | 'river'; names: Names | null; points: readonly Metres[] }[] = [
  {
    kind: 'river',
    names: ['月見川', 'つきみがわ', 'Tsukimi River', '月见河', '쓰키미강'],
    points: [
      [-1700, -360],
      [-1340, -180],
      [-1000, -330],
      [-700, -440],
      [-420, -520],
      [-180, -600],
      [-20, -760],
      [120, -1020],
      [180, -1240],
    ],
  },
  {
    kind: 'rail',
    names: ['あかり線', 'あかりせん', 'Akari Line', '明灯线', '아카리선'],
    points: [
      [-1760, -60],
      [-1200, 20],
      [-600, 40],
      [0, 20],
      [480, -40],
      [900, -20],
      [1300, 80],
      [1720, 240],
    ],
  },
  {
    kind: 'road',
    names: null,
    points: [
      [-1640, 150],
      [-760, 200],
      [0, 110],
      [560, 230],
      [1180, 210],
      [1640, 120],
    ],
  },
  {
    kind: 'road',
    names: null,
    points: [
      [240, 780],
      [260, 100],
      [240, -420],
      [320, -1000],
      [380, -1280],
    ],
  },
  {
    kind: 'road',
    names: null,
    points: [
      [-300, 720],
      [-340, 60],
      [-280, -560],
      [-260, -980],
    ],
  },
  {
    kind: 'road',
    names: null,
    points: [
      [900, 780],
      [940, 200],
      [900, -420],
      [960, -1100],
    ],
  },
]

export const PLACES: readonly PlaceRow[] = [
  ['cityhall', 'cityHall', [0, 0], ['flee'], '市役所', 'しやくしょ', 'City Hall', '市政府', '시청'],
  [
    'library',
    'library',
    [350, 90],
    [],
    '中央図書館',
    'ちゅうおうとしょかん',
    'Central Library',
    '中央图书馆',
    '중앙도서관',
  ],
  ['station', 'station', [545, -30], [], 'あかり駅', 'あかりえき', 'Akari Station', '明灯站', '아카리역'],
  [
    'school-1',
    'school',
    [-620, 420],
    ['flee', 'stay'],
    '第一小学校',
    'だいいちしょうがっこう',
    'First Elementary School',
    '第一小学',
    '제1초등학교',
  ],
  [
    'school-2',
    'school',
    [1200, 340],
    ['flee', 'stay'],
    '第二小学校',
    'だいにしょうがっこう',
    'Second Elementary School',
    '第二小学',
    '제2초등학교',
  ],
  [
    'school-south',
    'school',
    [870, -560],
    ['flee', 'stay'],
    '南中学校',
    'みなみちゅうがっこう',
    'South Junior High School',
    '南初中',
    '남중학교',
  ],
  [
    'school-west',
    'school',
    [-860, -560],
    ['flee', 'stay'],
    '西小学校',
    'にししょうがっこう',
    'West Elementary School',
    '西小学',
    '서초등학교',
  ],
  [
    'gym',
    'sports',
    [-280, -260],
    ['stay'],
    '総合体育館',
    'そうごうたいいくかん',
    'Gymnasium',
    '综合体育馆',
    '종합체육관',
  ],
  ['park', 'park', [440, -980], ['flee'], '中央公園', 'ちゅうおうこうえん', 'Central Park', '中央公园', '중앙공원'],
  ['woods', 'park', [-1040, 380], ['flee'], 'けやきの森', 'けやきのもり', 'Zelkova Woods', '榉树林', '느티나무 숲'],
  [
    'hall-south',
    'hall',
    [40, -800],
    ['stay'],
    '南公民館',
    'みなみこうみんかん',
    'South Community Hall',
    '南公民馆',
    '남쪽 공민관',
  ],
  [
    'hall-west',
    'hall',
    [-1130, 170],
    [],
    '西地区会館',
    'にしちくかいかん',
    'West District Hall',
    '西区会馆',
    '서부 회관',
  ],
  ['care', 'welfare', [-1200, -450], ['stay'], '福祉会館', 'ふくしかいかん', 'Welfare Centre', '福祉会馆', '복지회관'],
  ['clinic', 'hospital', [1100, -190], [], '健康センター', 'けんこうせんたー', 'Health Centre', '健康中心', '건강센터'],
  [
    'hospital',
    'hospital',
    [-100, 470],
    [],
    '中央病院',
    'ちゅうおうびょういん',
    'Central Hospital',
    '中央医院',
    '중앙병원',
  ],
  ['police', 'police', [640, 300], [], '警察署', 'けいさつしょ', 'Police Station', '警察署', '경찰서'],
  ['fire', 'fire', [60, -420], [], '消防署', 'しょうぼうしょ', 'Fire Station', '消防署', '소방서'],
  ['post', 'post', [260, -330], [], '郵便局', 'ゆうびんきょく', 'Post Office', '邮局', '우체국'],
]

export const NAME: Names = ['あかり市', 'あかりし', 'Akari City', '明灯市', '아카리시']
export const SOURCE: Names = [
  'あかり市（見本の地図）',
  'あかりし',
  'Akari City (sample map)',
  '明灯市（示例地图）',
  '아카리시(견본 지도)',
]
