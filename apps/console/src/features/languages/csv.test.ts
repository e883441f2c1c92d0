import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvField, csvOf, sheetOf } from './csv.ts'

test('a phrase that looks like a formula stays a phrase in every spreadsheet', () => {
  for (const text of ['=1+1', '+81 42', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1'])
    expect(csvField(text)).toBe(`"'${text}"`)
  expect(csvField('レベル４=危険')).toBe('"レベル４=危険"')
})

test('quotes, commas and lines inside a phrase do not break the row', () => {
  expect(csvOf([['a"b', 'c,d', 'e\nf']])).toBe('\uFEFF"a""b","c,d","e\nf"\r\n')
})

test('whatever a phrase holds, it is one field, and its first character begins no formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const inside = csvField(text).slice(1, -1)
      expect(inside.replaceAll('""', '')).not.toContain('"')
      expect(inside).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
    }),
  )
})

test('a translator gets each phrase beside Japanese, plain Japanese and English, with room for an answer', () => {
  const texts = { ja: '危険', 'ja-x-easy': '危《あぶ》ない', en: 'Danger', vi: 'Nguy hiểm' }
  const phrase = { key: 'alerts.x.headline', group: 'alerts', texts, status: 'waiting', before: null } as const
  const words = { head: ['区分'], section: () => '緊急', status: () => '確認待ち' }
  expect(sheetOf([phrase], 'vi', words).split('\r\n')).toEqual([
    '\uFEFF"区分"',
    '"緊急","alerts.x.headline","危険","危ない","Danger","Nguy hiểm","確認待ち",""',
    '',
  ])
})
