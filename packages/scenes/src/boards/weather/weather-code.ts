/** Kinds of weather that a symbol is drawn for. */
export const SKIES = [
  'sun',
  'cloud',
  'rain',
  'snow',
  'fog',
  'sleet',
  'thunder',
  'heavyRain',
  'heavySnow',
  'gale',
  'blizzard',
  'thunderSnow',
] as const
export type Sky = (typeof SKIES)[number]

/** How a second kind joins the first: 時々 now and then, 一時 for a time, のち afterwards. */
export type Turn = 'attimes' | 'fortime' | 'later'

/** What a forecast code comes to. */
export interface Weather {
  sky: Sky
  turn: { how: Turn; sky: Sky } | null
}

const LETTERS: Record<string, Sky> = {
  s: 'sun',
  c: 'cloud',
  r: 'rain',
  n: 'snow',
  f: 'fog',
  m: 'sleet',
  t: 'thunder',
  R: 'heavyRain',
  N: 'heavySnow',
  w: 'gale',
  b: 'blizzard',
  T: 'thunderSnow',
}
const TURNS: Record<string, Turn> = { '/': 'attimes', '-': 'fortime', '>': 'later' }

/**
 * The codes of 天気予報用テロップ番号 (JMA), each as its kinds and how they follow. What holds for the mountains or the coast alone
 * (123, 124, 231) is left to the forecaster's own words.
 */
const CODES: Record<string, string> = {
  ...codes('s', '100 123 124'),
  ...codes('s/c', '101'),
  ...codes('s-c', '132'),
  ...codes('s-r', '102 120 121'),
  ...codes('s/r', '103'),
  ...codes('s-n', '104'),
  ...codes('s/n', '105'),
  ...codes('s-m', '106 160'),
  ...codes('s/m', '107 170'),
  ...codes('s-t', '108'),
  ...codes('s/t', '140'),
  ...codes('s>c', '110 111'),
  ...codes('s>r', '112 113 114 122 126 127 128 129'),
  ...codes('s>n', '115 116 117'),
  ...codes('s>m', '118 181'),
  ...codes('s>t', '119 125'),
  ...codes('f>s', '130'),
  ...codes('s-f', '131'),
  ...codes('c', '200 231'),
  ...codes('c/s', '201 223'),
  ...codes('c-r', '202 220 221'),
  ...codes('c/r', '203'),
  ...codes('c-n', '204'),
  ...codes('c/n', '205'),
  ...codes('c-m', '206 260'),
  ...codes('c/m', '207 270'),
  ...codes('c-t', '208'),
  ...codes('c/t', '240'),
  ...codes('c/T', '250'),
  ...codes('f', '209'),
  ...codes('c>s', '210 211'),
  ...codes('c>r', '212 213 214 222 224 225 226 227'),
  ...codes('c>n', '215 216 217 228 229 230'),
  ...codes('c>m', '218 281'),
  ...codes('c>t', '219'),
  ...codes('r', '300'),
  ...codes('r/s', '301'),
  ...codes('r/c', '302'),
  ...codes('r/n', '303'),
  ...codes('m', '304 340'),
  ...codes('R', '306 328'),
  ...codes('w', '308'),
  ...codes('r-n', '309 322'),
  ...codes('r>s', '311 320 323 324 325'),
  ...codes('r>c', '313 321'),
  ...codes('r>n', '314 315 326 327'),
  ...codes('m>s', '316 361'),
  ...codes('m>c', '317 371'),
  ...codes('r-m', '329'),
  ...codes('t', '350'),
  ...codes('n', '400'),
  ...codes('n/s', '401'),
  ...codes('n/c', '402'),
  ...codes('n/r', '403'),
  ...codes('N', '405 425'),
  ...codes('b', '406 407'),
  ...codes('n-r', '409'),
  ...codes('n>s', '411 420'),
  ...codes('n>c', '413 421'),
  ...codes('n>r', '414 422 423'),
  ...codes('n>m', '426'),
  ...codes('n-m', '427'),
  ...codes('T', '450'),
}

/** What the groups of the codes have in common, for one that JMA adds after this table was written. */
const GROUPS: Record<string, string> = { 1: 's', 2: 'c', 3: 'r', 4: 'n' }

/** What a code of JMA's forecasts means; null for a group nobody knows. */
export function weatherOf(code: string): Weather | null {
  const [first = '', how = '', second = ''] = CODES[code] ?? GROUPS[code.slice(0, 1)] ?? ''
  const sky = LETTERS[first]
  if (sky === undefined) return null
  const [turn, other] = [TURNS[how], LETTERS[second]]
  return { sky, turn: turn === undefined || other === undefined ? null : { how: turn, sky: other } }
}

/** Every code of the table. */
export const KNOWN_CODES: readonly string[] = Object.keys(CODES)

function codes(meaning: string, list: string): Record<string, string> {
  return Object.fromEntries(list.split(' ').map((code) => [code, meaning]))
}
