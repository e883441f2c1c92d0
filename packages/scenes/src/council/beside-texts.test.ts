import { expect, test } from 'vitest'
import {
  type BesidePart,
  councilTexts,
  itemParts,
  itemTexts,
  nowParts,
  nowTexts,
  sessionTexts,
  speakerParts,
} from './beside-texts.ts'
import { languagesBeside } from './second-language.ts'

const saidIn = (parts: readonly BesidePart[]) => parts.map(({ text }) => text)

test('an item has its number in every language that has a word for it', () => {
  const title = { ja: '補正予算', en: 'Supplementary budget', vi: 'Ngân sách' }
  const parts = itemParts({ number: '議案第52号', title })
  expect(parts('en')).toEqual([
    { text: 'Bill No. 52', language: 'en', isLead: false },
    { text: 'Supplementary budget', language: 'en', isLead: true },
  ])
  expect(saidIn(parts('vi'))).toEqual(['Dự thảo số 52', 'Ngân sách'])
  const unnumbered = itemParts({ title: { ja: '開会', en: 'Opening' } })
  expect(saidIn(unnumbered('en'))).toEqual(['Opening'])
  expect(saidIn(itemParts({ number: '附帯決議', title })('en'))).toEqual(['Supplementary budget'])
})

test('an item that has a title in Japanese alone has its number in the languages of what stands beside it', () => {
  const item = { number: '日程第4', title: { ja: '補正予算' } }
  const texts = itemTexts(item, ['en', 'ko'])
  expect(languagesBeside([texts], null)).toEqual(['en', 'ko'])
  expect(itemParts(item)('en')).toEqual([
    { text: 'Item 4', language: 'en', isLead: false },
    { text: '補正予算', language: 'ja', isLead: true, isOwn: true },
  ])
  expect(itemTexts({ ...item, number: '附帯決議' }, ['en'])).toEqual(item.title)
  expect(itemTexts({ title: item.title }, ['en'])).toEqual(item.title)
})

test('who speaks is told with the party where that is written, too', () => {
  const name = { ja: '見本 太郎', en: 'Taro Mihon', ko: '미혼 다로' }
  const parts = speakerParts({ name, party: { ja: 'みほんの会', en: 'Sample Group', vi: 'Nhóm mẫu' } })
  expect(parts('en').map(({ text }) => text)).toEqual(['Taro Mihon', 'Sample Group'])
  expect(parts('ko').map(({ text }) => text)).toEqual(['미혼 다로'])
  expect(speakerParts({ name })('en').map(({ text }) => text)).toEqual(['Taro Mihon'])
})

test('a slate says in every language of the glass when it goes on', () => {
  const recess = { show: 'recess', resumesAt: '2026-12-01T05:55:00Z', isSoon: false } as const
  expect(nowTexts(recess, 'Asia/Tokyo').en).toBe('In recess')
  const [state, next] = nowParts(recess, 'Asia/Tokyo')('en')
  expect(state).toEqual({ text: 'In recess', language: 'en', isLead: true })
  expect(next?.text).toMatch(/^Expected to resume at .*55/)
  expect(nowParts(recess, 'Asia/Tokyo')('zh-Hans')[1]?.text).toContain('55')
  expect(nowParts(recess, 'Asia/Tokyo')('vi')).toEqual([])
  const counted = nowParts({ show: 'countdown', startsAt: '2026-12-01T04:30:00Z', minutes: 65 }, 'Asia/Tokyo')('en')
  expect(counted[0]?.text).toBe('Opens in 1 h 5 min')
  expect(counted[1]?.text).toMatch(/^Opens at /)
  expect(councilTexts('streamStopped').ko).toContain('영상')
})

test('what stands beside a picture is the sitting, and what is discussed and who speaks while there are such', () => {
  const title = { ja: '本会議' }
  expect(sessionTexts(title, null)).toEqual([title])
})
