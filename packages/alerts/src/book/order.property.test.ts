import { AlertBook } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt, msOf } from '../instant.ts'
import { KOGANEI } from '../place.ts'
import type { Telegram } from '../telegram.ts'
import { telegram, vpww55, vxse43 } from '../testing/telegram-xml.ts'
import { applyTelegram } from './apply-telegram.ts'
import { alertsOf, expire } from './read-book.ts'
import { emptyBook } from './slots.ts'

const START = msOf('2026-09-20T18:00:00+09:00')
const RECEIVED = instantAt(START + 150_000)
const AN_HOUR_LATER = instantAt(START + 3600_000)

const status = fc.constantFrom('通常', '訓練', '試験')
const kinds = fc.constantFrom(
  [],
  [{ code: '10', status: '発表' }],
  [{ code: '03', status: '継続' }],
  [{ code: '33', status: '発表' }],
  [{ code: '43', status: '解除' }],
  [{ code: '99', status: '発表' }],
)

/** Messages of the weather service differ in their time, or in kind. */
const weather = fc
  .uniqueArray(
    fc.record({ second: fc.nat(140), infoType: fc.constantFrom('発表', '訂正', '取消', '遅延'), kinds, status }),
    { selector: (m) => `${m.second}`, maxLength: 8 },
  )
  .map((messages) =>
    messages.map(({ second, ...rest }) => telegram(vpww55({ ...rest, reportedAt: instantAt(START + second * 1000) }))),
  )

/** Early warnings of two events: one message for each serial and kind. */
const earlyWarnings = fc
  .uniqueArray(
    fc.record({
      eventId: fc.constantFrom('20260920180000', '20260920180100'),
      serial: fc.integer({ min: 1, max: 4 }),
      infoType: fc.constantFrom('発表', '訂正', '取消'),
      second: fc.nat(140),
      areas: fc.constantFrom(
        [{ code: '351', kind: '10', arrivalAt: instantAt(START + 90_000) }],
        [{ code: '351', kind: '11' }],
        [{ code: '351', kind: '00' }],
        [{ code: '350', kind: '10' }],
      ),
      status,
    }),
    { selector: (m) => `${m.eventId} ${m.serial} ${m.infoType}`, maxLength: 10 },
  )
  .map((messages) =>
    messages.map(({ second, serial, ...rest }) =>
      telegram(vxse43({ ...rest, serial: `${serial}`, reportedAt: instantAt(START + second * 1000) })),
    ),
  )

const telegrams = fc.tuple(weather, earlyWarnings).map(([a, b]) => [...a, ...b])

/** The same telegrams in any order, some of them more than once. */
const shuffled = telegrams.chain((all) => {
  const again = fc.subarray(all).map((some) => [...all, ...some])
  return fc.tuple(
    fc.constant(all),
    again.chain((more) => fc.shuffledSubarray(more, { minLength: more.length })),
  )
})

function bookOf(all: readonly Telegram[]): AlertBook {
  return all.reduce((book, each) => applyTelegram(book, each, KOGANEI, RECEIVED).book, emptyBook())
}

function inForce(book: AlertBook) {
  return (['live', 'drill'] as const).map((channel) =>
    alertsOf(book, channel, RECEIVED).filter((alert) => alert.phase === 'inForce'),
  )
}

test('any order and any repetition of the same telegrams leave the same alerts in force', () => {
  fc.assert(
    fc.property(shuffled, ([all, mixed]) => {
      expect(inForce(bookOf(mixed))).toEqual(inForce(bookOf(all)))
    }),
    { numRuns: 400 },
  )
})

test('once the notices of what is over have gone, the whole book is the same too', () => {
  fc.assert(
    fc.property(shuffled, ([all, mixed]) => {
      expect(expire(bookOf(mixed), AN_HOUR_LATER)).toEqual(expire(bookOf(all), AN_HOUR_LATER))
    }),
    { numRuns: 400 },
  )
})

test('a telegram heard twice in a row changes nothing the second time', () => {
  fc.assert(
    fc.property(telegrams, fc.nat(), (all, pick) => {
      const book = bookOf(all)
      const last = all[pick % Math.max(1, all.length)]
      if (last === undefined) return
      const once = applyTelegram(book, last, KOGANEI, RECEIVED)
      expect(applyTelegram(once.book, last, KOGANEI, RECEIVED).book).toBe(once.book)
    }),
    { numRuns: 200 },
  )
})

test('every book that can come about is one that can be stored, and 試験 leaves none', () => {
  fc.assert(
    fc.property(telegrams, (all) => {
      const book = bookOf(all)
      expect(AlertBook.parse(book)).toEqual(book)
      expect(bookOf(all.filter((each) => each.envelope?.status === 'test'))).toEqual(emptyBook())
    }),
    { numRuns: 200 },
  )
})
