import { AlertBook } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt, msOf } from '../instant.ts'
import { KOGANEI } from '../place.ts'
import type { Telegram } from '../telegram.ts'
import {
  bulletin,
  intensity,
  legacyWeather,
  nankai,
  river,
  tornado,
  tsunami,
  vxww50,
  weather,
} from '../testing/samples.ts'
import { telegram } from '../testing/telegram-xml.ts'
import { applyTelegram } from './apply-telegram.ts'
import { alertsOf, expire } from './read-book.ts'
import { emptyBook } from './slots.ts'

const START = msOf('2026-09-20T18:00:00+09:00')
const RECEIVED = instantAt(START + 10 * 60_000)
const LATER = instantAt(START + 12 * 3600_000)

const status = fc.constantFrom('発表', '継続', '解除')
const kinds = (...codes: string[]) =>
  fc.array(fc.record({ code: fc.constantFrom(...codes), status }), { minLength: 1, maxLength: 3 })
type Rest = { reportedAt: string; infoType: string; status: string }

/** One telegram of any kind, given when and as what it is sent. */
const made: fc.Arbitrary<(rest: Rest) => string> = fc.oneof(
  kinds('33', '43', '03', '10').map((all) => (rest: Rest) => weather('大雨', all, rest)),
  kinds('39', '49', '09').map((all) => (rest: Rest) => weather('土砂', all, rest)),
  kinds('14', '21', '20', '24').map((all) => (rest: Rest) => weather('その他注意報', all, rest)),
  kinds('03', '49', '14', '05', '99').map((all) => (rest: Rest) => weather('集約通報', all, rest)),
  kinds('03', '33', '04', '14').map((all) => (rest: Rest) => legacyWeather(all, rest)),
  fc.constantFrom('3', '1', '0').map((code) => (rest: Rest) => vxww50(code, '発表', rest)),
  fc.constantFrom('10', '20', '30', '51').map((code) => (rest: Rest) => river(code, ['1321000'], rest)),
  fc.constantFrom('1', '0').map((code) => (rest: Rest) => tornado(code, rest)),
  fc.constantFrom('3', '4', '5-').map((area) => (rest: Rest) => intensity('VXSE51', { area }, rest)),
  fc.constantFrom('3', '5+').map((city) => (rest: Rest) => intensity('VXSE53', { area: '4', city }, rest)),
  fc.constantFrom(['52', '62'], ['62'], ['60'], ['71']).map((all) => (rest: Rest) => tsunami(all, rest)),
  fc.constantFrom('111', '120', '190').map((code) => (rest: Rest) => nankai(code, rest)),
  fc.constantFrom('線状降水帯発生', '線状降水帯直前').map((tag) => (rest: Rest) => bulletin(tag, '130010', null, rest)),
)

/** Each second brings one telegram: two words of the same moment on the same thing would be told apart by nothing. */
const telegrams = fc
  .uniqueArray(
    fc.record({
      second: fc.nat(400),
      infoType: fc.constantFrom('発表', '発表', '発表', '訂正', '取消'),
      status: fc.constantFrom('通常', '通常', '訓練'),
      make: made,
    }),
    { selector: ({ second }) => second, minLength: 1, maxLength: 12 },
  )
  .map((all) =>
    all.map(({ second, make, ...rest }) => telegram(make({ ...rest, reportedAt: instantAt(START + second * 1000) }))),
  )

/** The same telegrams in any order, some of them more than once. */
const shuffled = telegrams.chain((all) =>
  fc
    .subarray(all)
    .chain((again) => fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }))
    .map((mixed) => ({ all, mixed })),
)

function bookOf(all: readonly Telegram[], receivedAt = RECEIVED): AlertBook {
  return all.reduce((book, each) => applyTelegram(book, each, KOGANEI, receivedAt).book, emptyBook())
}

function inForce(book: AlertBook, now = RECEIVED) {
  return (['live', 'drill'] as const).map((channel) =>
    alertsOf(book, channel, now).filter((alert) => alert.phase === 'inForce'),
  )
}

test('any order and any repetition of telegrams of every kind leave the same in force', () => {
  fc.assert(
    fc.property(shuffled, ({ all, mixed }) => {
      expect(inForce(bookOf(mixed))).toEqual(inForce(bookOf(all)))
    }),
    { numRuns: 500 },
  )
})

test('hours later the whole book is the same too, and can be stored', () => {
  fc.assert(
    fc.property(shuffled, ({ all, mixed }) => {
      const book = expire(bookOf(mixed), LATER)
      expect(book).toEqual(expire(bookOf(all), LATER))
      expect(AlertBook.parse(book)).toEqual(book)
    }),
    { numRuns: 300 },
  )
})

test('telegrams that were lost do not matter once a newer one on each thing has come', () => {
  fc.assert(
    fc.property(telegrams, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (all, lost) => {
      const last = telegram(
        weather('集約通報', [{ code: '43', status: '継続' }], { reportedAt: instantAt(START + 500_000) }),
      )
      const rainOf = (book: AlertBook) => inForce(book)[0]?.filter((alert) => alert.id === 'jma.heavy-rain.1321000')
      const kept = all.filter((_, index) => lost[index] !== true)
      expect(rainOf(bookOf([...kept, last]))).toEqual(rainOf(bookOf([...all, last])))
    }),
    { numRuns: 200 },
  )
})

test('a clock that is wrong by hours changes nothing of what ends by a word only', () => {
  const lasting = (book: AlertBook) => inForce(book)[0]?.filter((alert) => alert.expiresAt === null)
  fc.assert(
    fc.property(telegrams, fc.integer({ min: -20, max: 20 }), (all, hours) => {
      const skewed = instantAt(msOf(RECEIVED) + hours * 3600_000)
      expect(lasting(bookOf(all, skewed))).toEqual(lasting(bookOf(all)))
    }),
    { numRuns: 200 },
  )
})
