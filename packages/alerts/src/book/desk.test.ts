import type { Alert } from '@akari/protocol'
import { describe, expect, test } from 'vitest'
import { KOGANEI } from '../place.ts'
import { ALERT_TEMPLATES } from '../templates.ts'
import { telegram, vpww55 } from '../testing/telegram-xml.ts'
import { applyTelegram } from './apply-telegram.ts'
import { applyOperator, correctAlert, endAlert, keepAlert } from './desk.ts'
import { alertsOf, expire } from './read-book.ts'
import { emptyBook } from './slots.ts'

const NOW = '2026-09-20T18:30:00+09:00'

function deskAlert(templateId: string, rest: Partial<Alert> = {}): Alert {
  const template = ALERT_TEMPLATES.find((each) => each.id === templateId)
  if (template === undefined) throw new Error(`no template ${templateId}`)
  const { hazard, level, presentation, words } = template
  return {
    id: 'desk.1',
    source: { kind: 'operator', name: KOGANEI.city.name, reference: 'user-1' },
    category: 'Safety',
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Observed',
    phase: 'inForce',
    target: { kind: 'all' },
    hazard,
    level,
    class: null,
    intensity: null,
    presentation,
    words,
    sentAt: NOW,
    expiresAt: null,
    ...rest,
  }
}

describe('the desk', () => {
  test('raises an alert once, however often the button is pressed', () => {
    const alert = deskAlert('building-fire')
    const raised = applyOperator(emptyBook(), 'drill', alert)
    expect(raised.change).toMatchObject({ outcome: 'raised', channel: 'drill', alertIds: ['desk.1'] })
    expect(applyOperator(raised.book, 'drill', alert)).toMatchObject({ change: { outcome: 'unchanged' } })
    expect(alertsOf(raised.book, 'drill', NOW)).toEqual([alert])
    expect(alertsOf(raised.book, 'live', NOW)).toEqual([])
  })

  test('an alert called like a part of every object is an alert like any other', () => {
    const alert = deskAlert('building-fire', { id: 'constructor' })
    const { book } = applyOperator(emptyBook(), 'live', alert)
    expect(alertsOf(book, 'live', NOW)).toEqual([alert])
    expect(endAlert(book, 'live', 'toString', 'cleared', NOW).change.reason).toBe('unknown-alert')
  })

  test('ends an alert with words of its own, then it is gone', () => {
    const { book } = applyOperator(emptyBook(), 'live', deskAlert('building-fire'))
    const ended = endAlert(book, 'live', 'desk.1', 'cleared', NOW)
    expect(ended.change).toMatchObject({ outcome: 'cleared', alertIds: ['desk.1'] })
    const [notice] = alertsOf(ended.book, 'live', NOW)
    expect(notice).toMatchObject({ phase: 'cleared', expiresAt: '2026-09-20T09:35:00.000Z' })
    expect(notice?.words.headline.ja).toBe('解除：火災が発生しました')
    expect(endAlert(ended.book, 'live', 'desk.1', 'cleared', NOW).change.reason).toBe('nothing-in-force')
    expect(alertsOf(expire(ended.book, '2026-09-20T09:35:00Z'), 'live', NOW)).toEqual([])
  })

  test('ends what a telegram raised; only a newer telegram raises it again', () => {
    const rain = telegram(vpww55())
    const { book } = applyTelegram(emptyBook(), rain, KOGANEI, NOW)
    const ended = endAlert(book, 'live', 'jma.heavy-rain.1321000', 'cancelled', NOW)
    expect(applyTelegram(ended.book, rain, KOGANEI, NOW).change.reason).toBe('duplicate')
    const newer = telegram(vpww55({ reportedAt: NOW }))
    expect(applyTelegram(ended.book, newer, KOGANEI, NOW).change.outcome).toBe('raised')
  })

  test('shares one book with the telegrams: the gravest leads', () => {
    const rain = applyTelegram(emptyBook(), telegram(vpww55()), KOGANEI, NOW).book
    const { book } = applyOperator(rain, 'live', deskAlert('building-fire'))
    expect(alertsOf(book, 'live', NOW).map((alert) => alert.presentation.field)).toEqual(['evacuation', 'level3'])
  })
})

test('an alert that was wrong says so in words of its own', () => {
  const { book } = applyOperator(emptyBook(), 'live', deskAlert('building-fire'))
  const [notice] = alertsOf(endAlert(book, 'live', 'desk.1', 'cancelled', NOW).book, 'live', NOW)
  expect(notice?.words.headline.ja).toBe('取消：先ほどの「火災が発生しました」は誤りでした')
  expect(notice?.words).toEqual(ALERT_TEMPLATES.find(({ id }) => id === 'building-fire')?.retraction)
})

test('a correction takes the place of what is in force, once, and of nothing that is over', () => {
  const { book } = applyOperator(emptyBook(), 'live', deskAlert('building-fire'))
  const { words } = deskAlert('power-outage')
  const sentAt = '2026-09-20T18:31:00+09:00'
  const correct = (wrong: Alert) => ({ ...wrong, words, sentAt })
  const corrected = correctAlert(book, 'live', 'desk.1', sentAt, correct)
  expect(corrected.change).toMatchObject({ outcome: 'replaced', alertIds: ['desk.1'] })
  expect(alertsOf(corrected.book, 'live', sentAt)).toMatchObject([{ id: 'desk.1', words }])
  expect(correctAlert(corrected.book, 'live', 'desk.1', sentAt, correct).change.reason).toBe('duplicate')
  const over = endAlert(book, 'live', 'desk.1', 'cleared', NOW).book
  expect(correctAlert(over, 'live', 'desk.1', sentAt, correct).change.reason).toBe('nothing-in-force')
  const rain = applyTelegram(emptyBook(), telegram(vpww55()), KOGANEI, NOW).book
  const telegramId = 'jma.heavy-rain.1321000'
  expect(correctAlert(rain, 'live', telegramId, sentAt, correct).change.reason).toBe('unknown-alert')
})

test('what a person says still holds is asked again later, and what is over is not', () => {
  const { book } = applyOperator(emptyBook(), 'live', deskAlert('building-fire', { remindAt: NOW }))
  const later = '2026-09-20T19:00:00+09:00'
  const kept = keepAlert(book, 'live', 'desk.1', later, NOW)
  expect(alertsOf(kept.book, 'live', NOW)).toMatchObject([{ remindAt: later, phase: 'inForce' }])
  const over = endAlert(book, 'live', 'desk.1', 'cleared', NOW).book
  expect(keepAlert(over, 'live', 'desk.1', later, NOW).change.outcome).toBe('unchanged')
  expect(keepAlert(book, 'live', 'desk.2', later, NOW).change.outcome).toBe('unchanged')
})

test('a book in which nothing has expired is the same book', () => {
  const { book } = applyOperator(emptyBook(), 'live', deskAlert('power-outage'))
  expect(expire(book, '2026-09-30T00:00:00Z')).toBe(book)
})
