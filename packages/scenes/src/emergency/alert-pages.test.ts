import type { Alert } from '@akari/protocol'
import { expect, test } from 'vitest'
import { widthInEms } from '../map/labels.ts'
import { boardPages, tickerPages } from './alert-pages.ts'

const alert = (id: string, ja: string, en: string, more: Partial<Alert> = {}): Alert => ({
  id,
  source: { kind: 'jma', name: { ja: '気象庁' }, reference: 'VPWW61' },
  category: 'Met',
  urgency: 'Future',
  severity: 'Minor',
  certainty: 'Likely',
  hazard: 'dry',
  level: null,
  class: 'advisory',
  intensity: null,
  phase: 'inForce',
  target: { kind: 'all' },
  presentation: { mode: 'ticker', field: 'level2', symbol: 'info' },
  words: {
    headline: { ja, en },
    instruction: { ja: '火の元に注意して' },
    area: { ja: '小金井市', en: 'Koganei City' },
  },
  sentAt: '2026-11-22T05:00:00Z',
  expiresAt: null,
  ...more,
})
const dry = alert('dry', '乾燥注意報', 'Dry air advisory')
const fog = alert('fog', '濃霧注意報', 'Dense fog advisory')
const room = { ems: 30, language: 'ja', timeZone: 'Asia/Tokyo' } as const

test('a ticker says name, place and time on one page where there is room, in Japanese and in English', () => {
  expect(tickerPages([dry], room).map(({ text }) => text)).toEqual([
    '乾燥注意報 小金井市 14:00 発表',
    expect.stringMatching(/^Dry air advisory Koganei City .*14:00/),
  ])
})

test('what is too long for the line takes several pages, none wider than the line, and nothing is lost', () => {
  const pages = tickerPages([dry, fog], { ...room, ems: 12 })
  for (const { text } of pages) expect(widthInEms(text)).toBeLessThanOrEqual(12)
  const japanese = pages.filter((page) => page.language === 'ja' && page.alert === dry).map(({ text }) => text)
  expect(japanese.join('').replaceAll(' ', '')).toBe('乾燥注意報小金井市14:00発表')
  expect(new Set(pages.map((page) => page.alert.id))).toEqual(new Set(['dry', 'fog']))
})

test('a level that the mark beside the text says is not said again', () => {
  const rain = alert('rain', 'レベル２大雨注意報', 'Level 2 Heavy Rain Advisory', { level: 2 })
  const [japanese, english] = tickerPages([rain], { ...room, ems: 60 })
  expect(japanese?.text).toBe('大雨注意報 小金井市 14:00 発表')
  expect(english?.text).toMatch(/^Heavy Rain Advisory/)
})

test('an alert nobody hears about any more says so on a page of its own', () => {
  const stale = { ...dry, stale: { since: '2026-11-22T05:30:00Z' } }
  expect(tickerPages([stale], room).map(({ text }) => text)).toContain('情報の更新が止まっています')
})

test('a language without a text of its own gets no page twice', () => {
  const onlyJapanese = alert('x', '霜注意報', '')
  onlyJapanese.words.headline = { ja: '霜注意報' }
  expect(tickerPages([onlyJapanese], { ...room, language: 'ko' })).toHaveLength(1)
})

test('a board puts as many names on a page as stand side by side, without what their brackets explain', () => {
  const rain = alert('rain', 'レベル２大雨注意報（警戒レベル２相当）', 'Level 2 heavy rain advisory')
  const pages = boardPages([rain, dry, fog], { ems: 20, language: 'ja' })
  expect(pages.map(({ entries }) => entries.map(({ text }) => text))).toEqual([
    ['レベル２大雨注意報', '乾燥注意報'],
    ['濃霧注意報'],
    ['Level 2 heavy rain advisory'],
    ['Dry air advisory'],
    ['Dense fog advisory'],
  ])
})

test('a language that waits for somebody to confirm it is on no page, nor in the words around the alert', () => {
  const told = alert('told', '霜注意報', 'Frost advisory', { stale: { since: '2026-11-22T05:30:00Z' } })
  told.words.headline = { ja: '霜注意報', en: 'Frost advisory', ko: '서리 주의보' }
  told.words.area = { ja: '小金井市', en: 'Koganei City', ko: '고가네이시' }
  const spoken = (made: Alert) =>
    tickerPages([made], { ...room, language: 'ko' })
      .map(({ text }) => text)
      .join(' ')
  expect(spoken({ ...told, words: { ...told.words, fromBook: ['headline'] } })).toContain('14:00 발표')
  expect(spoken(told)).not.toMatch(/발표|정보/)
  expect(boardPages([dry], { ems: 20, language: 'ko' }).map(({ language }) => language)).toEqual(['ja', 'en'])
})
