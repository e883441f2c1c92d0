import { AlertBook } from '@akari/protocol'
import { describe, expect, test } from 'vitest'
import { KOGANEI } from '../place.ts'
import { telegram, vpww55, vxse43, type WeatherXml } from '../testing/telegram-xml.ts'
import { applyTelegram } from './apply-telegram.ts'
import type { BookChange } from './change.ts'
import { alertsOf, expire } from './read-book.ts'
import { emptyBook } from './slots.ts'

const EVENING = '2026-09-20T18:01:00+09:00'
const QUAKE = '2026-08-23T02:00:59+09:00'

/** Applies telegrams one after another, all received at one time. */
function play(receivedAt: string, ...xmls: string[]): { book: AlertBook; changes: BookChange[] } {
  let book = emptyBook()
  const changes: BookChange[] = []
  for (const xml of xmls) {
    const applied = applyTelegram(book, telegram(xml), KOGANEI, receivedAt)
    book = applied.book
    changes.push(applied.change)
  }
  return { book, changes }
}
const outcomes = (receivedAt: string, ...xmls: string[]) => play(receivedAt, ...xmls).changes.map((c) => c.outcome)
const rain = (code: string, time: string, rest: WeatherXml = {}) =>
  vpww55({ kinds: [{ code, status: '発表' }], reportedAt: `2026-09-20T${time}+09:00`, ...rest })
const release = (time: string) =>
  vpww55({ kinds: [{ code: '03', status: '解除' }], reportedAt: `2026-09-20T${time}+09:00` })

describe('heavy rain over an evening', () => {
  test('is raised, replaced, and cleared with a notice that stays for five minutes', () => {
    const { book, changes } = play(EVENING, rain('10', '17:00:00'), rain('03', '17:30:00'), release('18:00:00'))
    expect(changes.map((change) => change.outcome)).toEqual(['raised', 'replaced', 'cleared'])
    const [notice] = alertsOf(book, 'live', EVENING)
    expect(notice).toMatchObject({
      id: 'jma.heavy-rain.1321000',
      phase: 'cleared',
      presentation: { mode: 'fullScreen', field: 'ended' },
      expiresAt: '2026-09-20T09:06:00.000Z',
    })
    expect(notice?.words.headline.ja).toBe('解除：レベル３大雨警報（警戒レベル３相当）')
    expect(notice?.words.headline.en).toContain('Lifted: Level 3')
    expect(alertsOf(book, 'live', '2026-09-20T18:06:00+09:00')).toEqual([])
  })

  test('stands for days until a message ends it', () => {
    const { book } = play(EVENING, rain('43', '18:00:00'))
    expect(alertsOf(expire(book, '2026-09-25T00:00:00Z'), 'live', '2026-09-25T00:00:00Z')).toHaveLength(1)
  })

  test('a duplicate changes nothing, not even the book', () => {
    const { book } = play(EVENING, rain('03', '18:00:00'))
    const again = applyTelegram(book, telegram(rain('03', '18:00:00')), KOGANEI, EVENING)
    expect(again.book).toBe(book)
    expect(again.change).toMatchObject({ outcome: 'unchanged', reason: 'duplicate', alertIds: [] })
  })

  test('a late older message does not downgrade, nor raise what has been released', () => {
    const { book, changes } = play(EVENING, rain('33', '18:00:00'), rain('10', '17:00:00'))
    expect(changes[1]).toMatchObject({ outcome: 'unchanged', reason: 'older-than-known' })
    expect(alertsOf(book, 'live', EVENING)).toMatchObject([{ level: 5 }])
    expect(outcomes(EVENING, release('18:00:00'), rain('33', '17:59:00'))).toEqual(['unchanged', 'unchanged'])
  })

  test('a correction replaces the message of the same time', () => {
    const corrected = rain('10', '18:00:00', { infoType: '訂正', controlAt: '2026-09-20T09:04:00Z' })
    const { book, changes } = play(EVENING, rain('33', '18:00:00'), corrected)
    expect(changes[1]?.outcome).toBe('replaced')
    expect(alertsOf(book, 'live', EVENING)).toMatchObject([{ level: 2, presentation: { mode: 'banner' } }])
  })

  test('instants are compared, not their spelling', () => {
    const utc = vpww55({ kinds: [{ code: '10', status: '発表' }], reportedAt: '2026-09-20T09:30:00Z' })
    const { book } = play('2026-09-20T19:00:00+09:00', utc, rain('33', '18:00:00'))
    expect(alertsOf(book, 'live', EVENING)).toMatchObject([{ level: 2 }])
  })

  test('a message from tomorrow is refused, so that it cannot shut out today’s', () => {
    const tomorrow = vpww55({ reportedAt: '2026-09-22T18:00:00+09:00' })
    expect(play(EVENING, tomorrow).changes).toMatchObject([{ outcome: 'ignored', reason: 'from-the-future' }])
  })

  test('live and drill never touch each other', () => {
    const { book } = play(EVENING, rain('33', '17:00:00'), rain('10', '17:30:00', { status: '訓練' }))
    expect(alertsOf(book, 'live', EVENING)).toMatchObject([{ level: 5 }])
    expect(alertsOf(book, 'drill', EVENING)).toMatchObject([{ level: 2 }])
    const after = applyTelegram(book, telegram(vpww55({ kinds: [], status: '訓練' })), KOGANEI, EVENING)
    expect(after.change).toMatchObject({ outcome: 'cleared', channel: 'drill' })
    expect(alertsOf(after.book, 'live', EVENING)).toMatchObject([{ level: 5, phase: 'inForce' }])
  })
})

describe('an earthquake early warning', () => {
  test('is raised, updated, and gone by itself', () => {
    const { book, changes } = play(QUAKE, vxse43({ serial: '1' }), vxse43({ serial: '2' }))
    expect(changes.map((change) => change.outcome)).toEqual(['raised', 'replaced'])
    expect(alertsOf(book, 'live', '2026-08-22T17:02:01Z')).toHaveLength(1)
    const later = expire(book, '2026-08-22T17:02:02Z')
    expect(alertsOf(later, 'live', '2026-08-22T17:02:02Z')).toEqual([])
    expect(Object.keys(later.live.slots)).toHaveLength(1)
    expect(expire(later, '2026-08-24T17:02:02Z').live.slots).toEqual({})
  })

  test('a cancellation with the same serial takes it back in words of its own, for a minute', () => {
    const cancel = vxse43({ infoType: '取消', serial: '2', reportedAt: '2026-08-23T02:01:00+09:00' })
    const { book, changes } = play(QUAKE, vxse43({ serial: '2' }), cancel, vxse43({ serial: '2' }))
    expect(changes.map((change) => change.outcome)).toEqual(['raised', 'cancelled', 'unchanged'])
    const [notice] = alertsOf(book, 'live', QUAKE)
    expect(notice).toMatchObject({ phase: 'cancelled', expiresAt: '2026-08-22T17:01:59.000Z' })
    expect(notice?.words.headline.ja).toBe('先ほどの緊急地震速報は取り消されました')
  })

  test('a cancellation that overtakes its warning still wins', () => {
    const { book, changes } = play(QUAKE, vxse43({ infoType: '取消', serial: '2' }), vxse43({ serial: '2' }))
    expect(changes.map((change) => change.reason)).toEqual(['nothing-in-force', 'older-than-known'])
    expect(alertsOf(book, 'live', QUAKE)).toEqual([])
  })

  test('an older serial is dropped, whatever its time', () => {
    const old = vxse43({ serial: '1', reportedAt: '2026-08-23T02:00:59+09:00' })
    expect(outcomes(QUAKE, vxse43({ serial: '2' }), old)).toEqual(['raised', 'unchanged'])
  })

  test('a later message that does not name the area leaves the warning up', () => {
    const elsewhere = vxse43({ serial: '3', areas: [{ code: '350', kind: '10' }] })
    const { book, changes } = play(QUAKE, vxse43({ serial: '2' }), elsewhere)
    expect(changes[1]?.outcome).toBe('not-concerned')
    expect(alertsOf(book, 'live', QUAKE)).toMatchObject([{ phase: 'inForce' }])
  })

  test('one that has expired on arrival is not shown', () => {
    expect(play('2026-08-23T02:10:00+09:00', vxse43()).changes).toMatchObject([
      { outcome: 'ignored', channel: 'live', reason: 'expired-on-arrival' },
    ])
  })

  test('a server whose clock is slow holds it for three minutes at most', () => {
    const { book } = play('2026-08-23T01:30:00+09:00', vxse43())
    expect(alertsOf(book, 'live', '2026-08-23T01:30:00+09:00')).toMatchObject([
      { expiresAt: '2026-08-22T16:33:00.000Z' },
    ])
  })

  test('leads over heavy rain of level 5, which leads over level 2', () => {
    const now = '2026-09-20T19:00:00+09:00'
    const quake = vxse43({ areas: [{ code: '351', kind: '11' }], reportedAt: now })
    const { book } = play(now, rain('33', '18:00:00'), quake)
    expect(alertsOf(book, 'live', now).map((alert) => alert.presentation.field)).toEqual(['eew', 'level5'])
  })
})

test('the book survives being written down as JSON', () => {
  const { book } = play(QUAKE, vxse43(), vxse43({ infoType: '取消' }), rain('03', '01:00:00'))
  expect(AlertBook.parse(JSON.parse(JSON.stringify(book)))).toEqual(book)
})

describe('times that cannot be', () => {
  test('a word dated hours ahead does not keep the true ones out', () => {
    const ahead = rain('43', '23:30:00')
    const { book, changes } = play(EVENING, ahead, rain('33', '18:00:00'))
    expect(changes.map((change) => change.outcome)).toEqual(['raised', 'replaced'])
    expect(alertsOf(book, 'live', EVENING)).toMatchObject([{ level: 5 }])
    expect(outcomes(EVENING, ahead, release('18:00:00'))).toEqual(['raised', 'cleared'])
  })

  test('where the server’s own clock is behind, the newer word still wins', () => {
    const noon = '2026-09-20T12:00:00+09:00'
    expect(outcomes(noon, rain('33', '18:00:00'), rain('10', '17:00:00'))).toEqual(['raised', 'unchanged'])
  })

  test('one of years ago is held for a person, and may be practised with', () => {
    const later = '2028-09-20T18:00:00+09:00'
    expect(play(later, rain('33', '17:00:00')).changes).toMatchObject([{ outcome: 'held', reason: 'ancient' }])
    expect(outcomes(later, rain('33', '17:00:00', { status: '訓練' }))).toEqual(['raised'])
  })

  test('read again at its own old time, a word does not pass for the true one', () => {
    const [older, newer] = [rain('33', '17:00:00'), rain('10', '18:00:00')]
    const first = applyTelegram(emptyBook(), telegram(newer), KOGANEI, '2026-09-20T18:00:00+09:00')
    const again = applyTelegram(first.book, telegram(older), KOGANEI, '2026-09-20T17:00:00+09:00')
    expect(again.change).toMatchObject({ outcome: 'unchanged', reason: 'older-than-known' })
  })
})
