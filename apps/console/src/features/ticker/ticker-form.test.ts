import { checkRule, occurrences } from '@akari/programme'
import { EntryView, PlaylistInput, PlaylistView } from '@akari/protocol'
import { expect, test } from 'vitest'
import { entryOf, formOf, isComplete, playlistOf, type TickerForm } from './ticker-form.ts'

const FORM: TickerForm = {
  heading: { ja: 'お知らせ', en: 'Notice' },
  text: { ja: '11月28日は窓口を休みます', en: '' },
  targets: { displayIds: [], groups: ['ロビー'] },
  fromDay: '2026-11-22',
  untilDay: '2026-11-28',
  daypartId: null,
}
const AT = '2026-11-22T00:00:00Z'

function saved(form: TickerForm) {
  const playlist = PlaylistView.parse({ ...playlistOf(form, null), id: 'p', usedInEntries: 1, updatedAt: AT })
  return { playlist, entry: EntryView.parse({ ...entryOf(form, 'p', 'Asia/Tokyo', null), id: 'e', updatedAt: AT }) }
}

test('a line runs on every whole day from its first to its last', () => {
  const { rule } = entryOf(FORM, 'p', 'Asia/Tokyo', null)
  expect(checkRule(rule)).toEqual({ ok: true })
  const days = occurrences(rule, '2026-11-01T00:00:00+09:00', '2026-12-31T00:00:00+09:00')
  expect(days.map(({ originalStart }) => originalStart.slice(0, 10))).toEqual([
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
  ])
})

test('what was written is read from what was saved again', () => {
  for (const form of [FORM, { ...FORM, untilDay: null, daypartId: 'office' }]) {
    const { playlist, entry } = saved(form)
    expect(formOf(entry, playlist)).toEqual(form)
    expect(PlaylistInput.safeParse(playlistOf(form, playlist)).success).toBe(true)
  }
})

test('languages that somebody added elsewhere survive a change', () => {
  const { playlist } = saved(FORM)
  const [item] = playlist.items
  const withKorean = {
    ...playlist,
    items: [{ ...item, scene: { kind: 'notice', title: { ja: 'x', ko: '알림' }, body: { ja: 'y', ko: '휴무' } } }],
  }
  const [changed] = playlistOf(FORM, PlaylistView.parse(withKorean)).items
  expect(changed?.scene).toMatchObject({ title: { ja: 'お知らせ', ko: '알림' }, body: { ko: '휴무' } })
})

test('a line that was made otherwise is not forced into the form', () => {
  const { playlist, entry } = saved(FORM)
  expect(formOf({ ...entry, rule: { ...entry.rule, rrule: 'FREQ=WEEKLY' } }, playlist)).toBeNull()
  expect(formOf(entry, { ...playlist, items: [...playlist.items, ...playlist.items] })).toBeNull()
  expect(formOf(entry, undefined)).toBeNull()
})

test('text and displays are what it takes', () => {
  expect(isComplete(FORM)).toBe(true)
  expect(isComplete({ ...FORM, text: { ja: ' ', en: 'x' } })).toBe(false)
  expect(isComplete({ ...FORM, targets: { displayIds: [], groups: [] } })).toBe(false)
})
