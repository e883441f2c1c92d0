import type { AlertClass, Hazard, WarningLevel } from '@akari/protocol'
import type { AlertPhrase } from '../phrase-book.ts'
import { comparable } from '../xml/element.ts'

/** One kind of 警報・注意報. `key` names its slot: what is of one key replaces one another. */
export type WeatherKind = {
  key: string
  hazard: Hazard
  level: WarningLevel | null
  class: AlertClass
  phrase: AlertPhrase
}

type Row = readonly [code: string, name: string, kind: WeatherKind]

/** 別表3 of 気象警報・注意報（Ｒ０６）, with 04 and 18 (洪水), which only the older telegrams have. */
const ROWS: readonly Row[] = [
  ...levelled('heavy-rain', 'heavyRain', '大雨', ['33', '43', '03', '10']),
  ...levelled('landslide', 'landslide', '土砂災害', ['39', '49', '09', '29']),
  ...levelled('storm-surge', 'stormSurge', '高潮', ['38', '48', '08', '19']),
  ...levelled('flood', 'flood', '氾濫', ['', '', '', '']),
  ['04', '洪水警報', { key: 'flood', hazard: 'flood', level: 3, class: 'warning', phrase: 'flood3' }],
  ['18', '洪水注意報', { key: 'flood', hazard: 'flood', level: 2, class: 'advisory', phrase: 'flood2' }],
  ...plain('storm', 'storm', ['暴風', '暴風', '強風'], ['35', '05', '15']),
  ...plain('snow-storm', 'snowStorm', ['暴風雪', '暴風雪', '風雪'], ['32', '02', '13']),
  ...plain('heavy-snow', 'heavySnow', ['大雪', '大雪', '大雪'], ['36', '06', '12']),
  ...plain('high-waves', 'highWaves', ['波浪', '波浪', '波浪'], ['37', '07', '16']),
  advisory('14', '雷注意報', 'thunder', 'thunder', 'thunder'),
  advisory('20', '濃霧注意報', 'fog', 'fog', 'fog'),
  advisory('21', '乾燥注意報', 'dry', 'dry', 'dry'),
  advisory('17', '融雪注意報', 'snowmelt', 'other', 'snowmelt'),
  advisory('22', 'なだれ注意報', 'avalanche', 'other', 'avalanche'),
  advisory('23', '低温注意報', 'low-temperature', 'other', 'lowTemperature'),
  advisory('24', '霜注意報', 'frost', 'other', 'frost'),
  advisory('25', '着氷注意報', 'ice-accretion', 'other', 'iceAccretion'),
  advisory('26', '着雪注意報', 'snow-accretion', 'other', 'snowAccretion'),
  advisory('27', 'その他の注意報', 'other', 'other', 'otherAdvisory'),
]
const BY_CODE: ReadonlyMap<string, WeatherKind> = new Map(ROWS.map(([code, , kind]) => [code, kind]))
const BY_NAME: ReadonlyMap<string, WeatherKind> = new Map(ROWS.map(([, name, kind]) => [name, kind]))

type Levelled = 'heavyRain' | 'landslide' | 'stormSurge' | 'flood'
type Plain = 'storm' | 'snowStorm' | 'heavySnow' | 'highWaves'

function levelled(
  hazard: Hazard,
  phrase: Levelled,
  name: string,
  codes: readonly [string, string, string, string],
): Row[] {
  return [
    [codes[0], `${name}特別警報`, { key: hazard, hazard, level: 5, class: 'special', phrase: `${phrase}5` }],
    [codes[1], `${name}危険警報`, { key: hazard, hazard, level: 4, class: 'danger', phrase: `${phrase}4` }],
    [codes[2], `${name}警報`, { key: hazard, hazard, level: 3, class: 'warning', phrase: `${phrase}3` }],
    [codes[3], `${name}注意報`, { key: hazard, hazard, level: 2, class: 'advisory', phrase: `${phrase}2` }],
  ]
}

/** Kinds without a level, not even at 特別警報. */
function plain(
  hazard: Hazard,
  phrase: Plain,
  names: readonly [string, string, string],
  codes: readonly [string, string, string],
): Row[] {
  return [
    [
      codes[0],
      `${names[0]}特別警報`,
      { key: hazard, hazard, level: null, class: 'special', phrase: `${phrase}Special` },
    ],
    [codes[1], `${names[1]}警報`, { key: hazard, hazard, level: null, class: 'warning', phrase: `${phrase}Warning` }],
    [
      codes[2],
      `${names[2]}注意報`,
      { key: hazard, hazard, level: null, class: 'advisory', phrase: `${phrase}Advisory` },
    ],
  ]
}

function advisory(code: string, name: string, key: string, hazard: Hazard, phrase: AlertPhrase): Row {
  return [code, name, { key, hazard, level: null, class: 'advisory', phrase }]
}

/** The kind of a code; a code that is new is told by its name (`レベル４大雨危険警報`, full-width or not). */
export function weatherKindOf(code: string | null, name: string | null): WeatherKind | null {
  const known = code === null || code === '' ? undefined : BY_CODE.get(code)
  return known ?? weatherKindOfName(name ?? '')
}

export function weatherKindOfName(name: string): WeatherKind | null {
  return BY_NAME.get(comparable(name).replace(/^レベル\d/, '')) ?? null
}
