import { expect, test } from 'vitest'
import { councilTexts, itemParts, nowParts, nowTexts, sessionTexts, speakerParts } from './beside-texts.ts'

test('an item has its number in the languages that have a word for it', () => {
  const parts = itemParts({
    number: '議案第52号',
    title: { ja: '補正予算', en: 'Supplementary budget', vi: 'Ngân sách' },
  })
  expect(parts('en')).toEqual([
    { text: 'Bill No. 52', isLead: false },
    { text: 'Supplementary budget', isLead: true },
  ])
  expect(parts('vi')).toEqual([{ text: 'Ngân sách', isLead: true }])
  const unnumbered = itemParts({ title: { ja: '開会', en: 'Opening' } })
  expect(unnumbered('en')).toEqual([{ text: 'Opening', isLead: true }])
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
  expect(state).toEqual({ text: 'In recess', isLead: true })
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
