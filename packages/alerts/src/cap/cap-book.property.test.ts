import { AlertBook } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alertsOf, expire } from '../book/read-book.ts'
import { emptyBook } from '../book/slots.ts'
import { instantAt, msOf } from '../instant.ts'
import { KOGANEI } from '../place.ts'
import { cap, ELSEWHERE, HERE, NOWHERE, SENT, tripleOf } from '../testing/cap-xml.ts'
import { applyCap } from './apply-cap.ts'
import type { CapAlert } from './cap-alert.ts'

const START = msOf(SENT)
const RECEIVED = instantAt(START + 3600_000)
const LATER = instantAt(START + 2 * 3600_000)
const MESSAGES = 7

const sentOf = (n: number) => instantAt(START + n * 60_000)
const nameOf = (n: number) => tripleOf(`M-${n}`, sentOf(n))

/** Messages of one sender that name each other at will, backwards, forwards and in circles, and messages nobody has. */
const messages = fc
  .uniqueArray(
    fc.record({
      n: fc.nat(MESSAGES - 1),
      msgType: fc.constantFrom('Alert', 'Update', 'Update', 'Cancel'),
      about: fc.uniqueArray(fc.nat(MESSAGES), { minLength: 1, maxLength: 3 }),
      status: fc.constantFrom('Actual', 'Actual', 'Exercise', 'Test', 'Draft'),
      area: fc.constantFrom(HERE, HERE, ELSEWHERE, NOWHERE),
      response: fc.constantFrom('Evacuate', 'Evacuate', 'AllClear'),
      expires: fc.constantFrom(instantAt(START + 24 * 3600_000), instantAt(START + 1800_000)),
    }),
    { selector: ({ n }) => n, maxLength: MESSAGES },
  )
  .map((all) =>
    all.map(({ n, msgType, about, status, area, ...info }) =>
      cap({
        identifier: `M-${n}`,
        sent: sentOf(n),
        msgType,
        status,
        references: msgType === 'Alert' ? [] : about.map(nameOf),
        infos: [{ ...info, areas: [area] }],
      }),
    ),
  )

/** The same messages in any order, some of them more than once. */
const shuffled = messages.chain((all) => {
  const again = fc.subarray(all).map((some) => [...all, ...some])
  return fc.tuple(
    fc.constant(all),
    again.chain((more) => fc.shuffledSubarray(more, { minLength: more.length })),
  )
})

function bookOf(all: readonly CapAlert[]): AlertBook {
  return all.reduce((book, each) => applyCap(book, each, KOGANEI, RECEIVED).book, emptyBook())
}

function inForce(book: AlertBook) {
  return (['live', 'drill'] as const).map((channel) =>
    alertsOf(book, channel, RECEIVED).filter((alert) => alert.phase === 'inForce'),
  )
}

describe('CAP messages in the book', () => {
  test('leave the same alerts in force in any order, however often they come', () => {
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(inForce(bookOf(mixed))).toEqual(inForce(bookOf(all)))
        expect(expire(bookOf(mixed), LATER)).toEqual(expire(bookOf(all), LATER))
      }),
      { numRuns: 400 },
    )
  })

  test('heard twice in a row change nothing the second time', () => {
    fc.assert(
      fc.property(messages, fc.nat(), (all, pick) => {
        const last = all[pick % Math.max(1, all.length)]
        if (last === undefined) return
        const { book } = applyCap(bookOf(all), last, KOGANEI, RECEIVED)
        expect(applyCap(book, last, KOGANEI, RECEIVED).book).toBe(book)
      }),
      { numRuns: 200 },
    )
  })

  test('always make a book that can be stored', () => {
    fc.assert(
      fc.property(messages, (all) => {
        const book = bookOf(all)
        expect(AlertBook.parse(book)).toEqual(book)
      }),
      { numRuns: 200 },
    )
  })

  test('of a chain leave the last one in force, whichever of the earlier ones were lost', () => {
    const chain = Array.from({ length: 5 }, (_, n) =>
      cap({
        identifier: `M-${n}`,
        sent: sentOf(n),
        msgType: n === 0 ? 'Alert' : 'Update',
        references: Array.from({ length: n }, (_each, earlier) => nameOf(earlier)),
      }),
    )
    const last = chain.slice(-1)
    fc.assert(
      fc.property(fc.subarray(chain.slice(0, -1)), fc.nat(), (heard, at) => {
        const mixed = heard.toSpliced(at % (heard.length + 1), 0, ...last)
        expect(inForce(bookOf(mixed))).toEqual(inForce(bookOf(last)))
      }),
    )
  })

  test('of a chain that names only the link before leave the last one, in any order', () => {
    const chain = [0, 1, 2, 3].map((n) =>
      cap({
        identifier: `M-${n}`,
        sent: sentOf(n),
        msgType: n === 0 ? 'Alert' : 'Update',
        references: n === 0 ? [] : [nameOf(n - 1)],
      }),
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(chain, { minLength: chain.length }), (mixed) => {
        expect(inForce(bookOf(mixed))).toEqual([[expect.objectContaining({ sentAt: sentOf(3) })], []])
      }),
    )
  })
})

describe('the glass', () => {
  const play = (...all: CapAlert[]) => {
    let book = emptyBook()
    return all.map((each) => {
      const applied = applyCap(book, each, KOGANEI, RECEIVED)
      book = applied.book
      return [applied.change.outcome, alertsOf(book, 'live', RECEIVED).map((alert) => alert.phase)]
    })
  }
  const raised = cap({ identifier: 'M-0', sent: sentOf(0) })
  const updated = cap({ identifier: 'M-1', sent: sentOf(1), msgType: 'Update', references: [nameOf(0)] })
  const cancel = cap({ identifier: 'M-2', sent: sentOf(2), msgType: 'Cancel', references: [nameOf(0), nameOf(1)] })

  test('shows one alert through its updates, and one notice at the end', () =>
    expect(play(raised, updated, cancel)).toEqual([
      ['raised', ['inForce']],
      ['raised', ['inForce']],
      ['cancelled', ['cancelled']],
    ]))

  test('says nothing of the end of what it never showed, and is not fooled by what comes late', () =>
    expect(play(cancel, updated, raised)).toEqual([
      ['unchanged', []],
      ['unchanged', []],
      ['unchanged', []],
    ]))

  test('keeps a drill and the real thing apart', () => {
    const drillCancel = cap({
      identifier: 'M-2',
      sent: sentOf(2),
      status: 'Exercise',
      msgType: 'Cancel',
      references: [nameOf(0)],
    })
    expect(play(raised, drillCancel)).toEqual([
      ['raised', ['inForce']],
      ['unchanged', ['inForce']],
    ])
  })

  test('leaves what a person must decide', () => {
    const vague = cap({ infos: [{ areas: [NOWHERE] }] })
    expect(play(vague)).toEqual([['held', []]])
  })
})
