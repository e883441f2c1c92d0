import i18next from 'i18next'
import { expect, it } from 'vitest'
import { en } from '../../locales/en.ts'
import { ja } from '../../locales/ja.ts'
import { calendarWords } from './calendar-words.ts'

async function said(language: 'ja' | 'en', days: Parameters<typeof calendarWords>[0]): Promise<string[]> {
  const texts = i18next.createInstance({
    lng: language,
    resources: { ja: { translation: ja }, en: { translation: en } },
    interpolation: { escapeValue: false },
  })
  await texts.init()
  return calendarWords(days, texts.t, language)
}

it('names the days that came and went, a line for each kind', async () => {
  const days = [
    { part: 'holiday' as const, how: 'added' as const, day: '2026-11-23', name: '勤労感謝の日' },
    { part: 'closedWeekday' as const, how: 'removed' as const, day: 'SA' },
    { part: 'yearEnd' as const, how: 'added' as const, day: '12-28/01-03' },
  ]
  expect(await said('ja', days)).toEqual([
    '閉庁する曜日から外れます：土',
    '祝日に加わります：2026年11月23日（勤労感謝の日）',
    '新しい年末年始：12月28日〜1月3日',
  ])
  expect(await said('en', days)).toContain('Year-end closing now: Dec 28 – Jan 3')
})

it('counts what would be too long to read', async () => {
  const dates = Array.from({ length: 10 }, (_, n) => `2026-12-${10 + n}`)
  const days = dates.map((day) => ({ part: 'closedDate' as const, how: 'added' as const, day }))
  expect(await said('ja', days)).toEqual([expect.stringMatching(/2026年12月17日、ほか2日$/)])
})
