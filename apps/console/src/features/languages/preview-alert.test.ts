import { Alert, type PhraseInReview } from '@akari/protocol'
import { expect, test } from 'vitest'
import { alertSaying } from './preview-alert.ts'

const TEXTS: Record<string, [string, string, string]> = {
  'alerts.earthquakeStrong.headline': ['震度{intensity}の地震', 'Intensity {intensity}', 'Cấp {intensity}'],
  'alerts.earthquakeStrong.instruction': ['身を守って', 'Protect yourself', 'Hãy bảo vệ bản thân'],
  'alerts.heavyRain4.headline': ['レベル４大雨', 'Level 4 heavy rain', 'Mưa lớn cấp 4'],
  'alerts.heavyRain4.instruction': ['離れて', 'Move away', 'Hãy rời đi'],
  'areas.blocks': ['{town}{numbers}丁目', '{town} {numbers}-chome', '{town} khu {numbers}'],
  'cap.instruction': ['確かめて', 'Check the news', 'Xem tin'],
  'endings.cancelled.headline': ['取消：{headline}', 'Cancelled: {headline}', 'Đã hủy: {headline}'],
  'endings.cancelled.instruction': ['落ち着いて', 'Stay calm', 'Hãy bình tĩnh'],
  'evacuation.hazards.fire': ['地震・火災', 'Earthquake, fire', 'Động đất'],
  'glass.issued': ['{date} {time} 発表', 'Issued {date} {time}', 'Phát lúc {date} {time}'],
  'evacuation.orders.order.levelled': ['レベル４ 避難指示', 'Level 4 order', 'Lệnh cấp 4'],
  'evacuation.orders.order.instruction': ['全員避難', 'Everybody leave', 'Mọi người sơ tán'],
  'intensities.5-': ['５弱', '5 Lower', '5 yếu'],
  'intensities.7': ['７', '7', '7'],
  'places.city': ['小金井市', 'Koganei City', 'Thành phố Koganei'],
  'sources.jma': ['気象庁', 'JMA', 'Cơ quan Khí tượng'],
}
const BOOK: PhraseInReview[] = Object.entries(TEXTS).map(([key, [ja, en, vi]]) => {
  return { key, group: 'alerts', texts: { ja, en, vi, th: 'ไทย' }, status: 'waiting', before: null }
})
const says = (key: string) => alertSaying(key, BOOK, 'vi', { ja: '市' }, '2026-11-22T09:00:00Z')

test.each(BOOK.map(({ key }) => key))(
  '%s stands on the glass whole, in its language beside Japanese and English',
  (key) => {
    const alert = Alert.parse(says(key))
    const { headline, instruction, area } = alert.words
    const all = [headline, instruction, area, alert.source.name]
    expect(JSON.stringify(all)).not.toMatch(/[{}]\w+[}]/)
    expect(Object.keys(headline)).toEqual(['ja', 'en', 'vi'])
    const own = (TEXTS[key]?.[2] ?? '').split(/\{\w+\}/).map((part) => part.replaceAll(/[()]/g, '\\$&'))
    expect(all.map(({ vi }) => vi).join('\n')).toMatch(new RegExp(own.join('.+')))
  },
)

test('fills gaps in the words of each language, as deep as they go', () => {
  expect(says('endings.cancelled.headline')).toMatchObject({
    phase: 'cancelled',
    words: {
      headline: { ja: '取消：レベル４大雨', vi: 'Đã hủy: Mưa lớn cấp 4' },
      instruction: { vi: 'Hãy bình tĩnh' },
    },
  })
  expect(says('intensities.7').words.headline.vi).toBe('Cấp 7')
  expect(says('evacuation.hazards.fire').words.headline.vi).toBe('Động đất')
  expect(says('glass.issued').words.headline.vi).toBe('Phát lúc 11/22 14:05')
  expect(says('evacuation.orders.order.instruction')).toMatchObject({
    level: 4,
    words: { headline: { vi: 'Lệnh cấp 4' }, instruction: { vi: 'Mọi người sơ tán' } },
  })
})

test('a place stands where places stand, and a sender where senders do', () => {
  expect(says('areas.blocks').words.area.vi).toBe('Thành phố Koganei khu 1')
  expect(says('sources.jma').source.name.vi).toBe('Cơ quan Khí tượng')
})
