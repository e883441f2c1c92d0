import type { AlertBook } from '@akari/protocol'
import { expect, test } from 'vitest'
import { instantAt, msOf } from '../instant.ts'
import { KOGANEI } from '../place.ts'
import { intensity } from '../testing/samples.ts'
import { telegram, vxse43 } from '../testing/telegram-xml.ts'
import { applyTelegram } from './apply-telegram.ts'
import { endAlert } from './desk.ts'
import { handOver } from './hand-over.ts'
import { alertsOf, expire } from './read-book.ts'
import { emptyBook } from './slots.ts'

/** Reported 02:00:58, arrives 02:01:02: over at 02:02:02, by its own rule. */
const WARNING = vxse43({ serial: '1' })
const HEARD = '2026-08-23T02:00:59+09:00'
const OVER = '2026-08-22T17:02:02.000Z'
const after = (seconds: number) => instantAt(msOf(OVER) + seconds * 1000)

function bookOf(...xmls: [xml: string, receivedAt: string][]): AlertBook {
  return xmls.reduce(
    (book, [xml, receivedAt]) => applyTelegram(book, telegram(xml), KOGANEI, receivedAt).book,
    emptyBook(),
  )
}
const observed = (at: string) => intensity('VXSE51', { area: '4' }, { reportedAt: at, eventId: '20260823020050' })

test('is told with the early warning, from the moment that ends, for three minutes', () => {
  const told = handOver(bookOf([WARNING, HEARD]), 'live', HEARD)
  expect(told).toMatchObject({
    id: 'after-early-warning.20260823020050',
    hazard: 'earthquake',
    intensity: null,
    phase: 'inForce',
    effectiveAt: OVER,
    expiresAt: after(180),
  })
  expect(told?.words.headline.ja).toContain('震度を確認')
  expect(handOver(bookOf([WARNING, HEARD]), 'drill', HEARD)).toBeNull()
})

test('stays after the early warning has gone from the book’s alerts, until its own end', () => {
  const book = expire(bookOf([WARNING, HEARD]), after(1))
  expect(alertsOf(book, 'live', after(1))).toEqual([])
  expect(handOver(book, 'live', after(1))).toMatchObject({ effectiveAt: OVER })
  expect(handOver(book, 'live', after(180))).toBeNull()
  expect(expire(book, after(180)).live.slots['jma.VXSE43.20260823020050']?.alert).toBeNull()
})

test('gives way to the first observed intensity, though serials of the warning go on', () => {
  const seen = observed('2026-08-23T02:01:40+09:00')
  const serial = vxse43({ serial: '3', reportedAt: '2026-08-23T02:01:50+09:00' })
  const book = bookOf([WARNING, HEARD], [seen, '2026-08-23T02:01:42+09:00'], [serial, '2026-08-23T02:01:51+09:00'])
  expect(handOver(book, 'live', '2026-08-23T02:01:52+09:00')).toBeNull()
  expect(handOver(book, 'live', after(30))).toBeNull()
})

test('is not kept away by the intensity of an earthquake before', () => {
  const before = observed('2026-08-23T01:58:00+09:00').replaceAll('20260823020050', '20260823015600')
  expect(handOver(bookOf([before, '2026-08-23T01:58:01+09:00'], [WARNING, HEARD]), 'live', HEARD)).not.toBeNull()
})

test('does not follow a warning that was wrong, nor one that staff ended', () => {
  const wrong = vxse43({ serial: '1', infoType: '取消' })
  expect(handOver(bookOf([WARNING, HEARD], [wrong, HEARD]), 'live', after(10))).toBeNull()
  const ended = endAlert(bookOf([WARNING, HEARD]), 'live', 'jma.VXSE43.20260823020050', 'cleared', HEARD).book
  expect(handOver(ended, 'live', after(10))).toBeNull()
})

test('is one for both telegrams of one earthquake', () => {
  const early = vxse43({ title: '緊急地震速報（地震動予報）', serial: '4' })
  const book = bookOf([early, HEARD], [WARNING, HEARD])
  expect(Object.keys(book.live.slots)).toHaveLength(2)
  expect(handOver(book, 'live', after(10))?.id).toBe('after-early-warning.20260823020050')
})

test('can be ended by staff once it stands, and not before', () => {
  const book = bookOf([WARNING, HEARD])
  const id = 'after-early-warning.20260823020050'
  expect(endAlert(book, 'live', id, 'cleared', HEARD).change).toMatchObject({ outcome: 'unchanged' })
  const ended = endAlert(book, 'live', id, 'cleared', after(5))
  expect(ended.change).toMatchObject({ outcome: 'cleared', alertIds: [id] })
  expect(handOver(ended.book, 'live', after(6))).toBeNull()
})
