import { expect, test } from 'vitest'
import { KOGANEI } from '../place.ts'
import { weather } from '../testing/samples.ts'
import { telegram } from '../testing/telegram-xml.ts'
import { applyTelegram } from './apply-telegram.ts'
import { step } from './life-cycle.ts'
import { emptyBook } from './slots.ts'

test('an evening of rain goes through every transition by name', () => {
  const NOW = '2026-09-20T23:00:00+09:00'
  const at = (minute: string) => ({ reportedAt: `2026-09-20T22:${minute}:00+09:00` })
  const rain = (code: string, minute: string, status = '発表') => weather('大雨', [{ code, status }], at(minute))
  const evening = [
    rain('03', '00'),
    rain('33', '10'),
    rain('43', '20', '特別警報から危険警報'),
    rain('43', '30', '解除'),
    weather('大雨', [], { ...at('40'), infoType: '取消' }),
    rain('10', '50'),
    weather('大雨', [], { ...at('55'), infoType: '取消' }),
  ]
  let book = emptyBook()
  const transitions = evening.map((xml) => {
    const applied = applyTelegram(book, telegram(xml), KOGANEI, NOW)
    book = applied.book
    return applied.change.transition
  })
  expect(transitions).toEqual(['raise', 'replace', 'downgrade', 'clear', 'remember', 'raise', 'cancel'])
})

test('nothing but a new word brings back what is over', () => {
  for (const state of ['empty', 'notice'] as const) {
    for (const event of ['clear', 'cancel', 'supersede', 'expire'] as const) {
      expect(step(state, event).to).not.toBe('inForce')
    }
    expect(step(state, 'raise')).toEqual({ to: 'inForce', transition: 'raise' })
  }
})
