import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eraOf, eraWords } from './era.ts'

test('the first year of an era is 元年, and an era begins in the middle of a year', () => {
  expect(eraWords('2019-04-30', 'ja')).toBe('平成31年')
  expect(eraWords('2019-05-01', 'ja')).toBe('令和元年')
  expect(eraWords('2020-01-01', 'ja')).toBe('令和2年')
  expect(eraWords('1989-01-07', 'ja')).toBe('昭和64年')
  expect(eraWords('1926-12-24', 'ja')).toBe('')
})

test('every language says the era in its own way', () => {
  const said = (['ja-x-easy', 'en', 'zh-Hans', 'ko'] as const).map((language) => eraWords('2026-11-28', language))
  expect(said).toEqual(['令和《れいわ》8年《ねん》', 'Reiwa 8', '令和8年', '레이와 8년'])
})

test('eras and years are those that the calendar of the platform tells', () => {
  const calendar = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'UTC' })
  const days = fc.date({ min: new Date('1926-12-25'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (day) => {
      const found = eraOf(day.toISOString().slice(0, 10))
      const told = calendar.formatToParts(day)
      const part = (type: string): string => told.find((each) => each.type === type)?.value ?? ''
      expect(found?.era.names.ja).toBe(part('era'))
      expect(found?.year === 1 ? '元' : String(found?.year)).toBe(part('year'))
    }),
  )
})
