import type { PosterContent } from '@akari/protocol'
import { expect, test } from 'vitest'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'
import { blankPoster, writtenPoster } from './blank-poster.ts'
import { posterFaults } from './poster-faults.ts'

const TODAY = '2026-11-27'
const ja = (text: string) => ({ ja: text })

function filled(poster: PosterContent): PosterDraft {
  return { title: ja('無料法律相談'), poster, pictureId: null }
}

function concert(start: string, end?: string): PosterDraft {
  const times = end === undefined ? { start } : { start, end }
  return filled({ template: 'event', days: { from: TODAY }, times, place: ja('市民ホール') })
}

test.each([
  ['13:00', '12:00'],
  ['13:00', '13:00'],
])('a poster from %s to %s the same day is not saved, and the end is what is wrong', (start, end) => {
  const draft = concert(start, end)
  expect(posterFaults(draft)).toEqual([{ id: 'poster-times-end', field: 'end', row: null, why: 'endTooEarly' }])
  expect(writtenPoster(draft, 0)).toBeNull()
})

test('a poster with a later end, or with none, is saved', () => {
  for (const draft of [concert('13:00', '13:01'), concert('13:00')]) {
    expect(posterFaults(draft)).toEqual([])
    expect(writtenPoster(draft, 0)).not.toBeNull()
  }
})

test('each early polling place has its own end', () => {
  const early = ['20:00', '08:00'].map((end) => ({
    place: ja('市役所'),
    days: { from: TODAY },
    times: { start: '08:30', end },
  }))
  const draft = filled({ template: 'election', day: TODAY, times: { start: '07:00', end: '20:00' }, early })
  expect(posterFaults(draft)).toEqual([{ id: 'poster-early-1-end', field: 'end', row: 2, why: 'endTooEarly' }])
})

test.each(['www.city.koganei.lg.jp', 'ftp://city.example', 'https://'])('the address %s is named as wrong', (link) => {
  const draft = filled({ template: 'notice', body: ja('予約が要ります'), link })
  expect(posterFaults(draft)).toEqual([{ id: 'poster-link', field: 'link', row: null, why: 'address' }])
  expect(writtenPoster(draft, 0)).toBeNull()
})

test('a blank form names what is to be written, but nothing that may stay empty', () => {
  expect(posterFaults(blankPoster('event', TODAY)).map(({ id, why }) => [id, why])).toEqual([
    ['poster-title', 'missing'],
    ['poster-place', 'missing'],
  ])
  expect(posterFaults(blankPoster('counters', TODAY)).map(({ id, row }) => [id, row])).toEqual([
    ['poster-title', null],
    ['poster-counter-0', 1],
  ])
})

test('a text that is written in English alone asks for Japanese', () => {
  const draft = filled({ template: 'closure', days: { from: TODAY }, note: { ja: '', en: 'Closed' } })
  expect(posterFaults(draft)).toEqual([{ id: 'poster-note', field: 'note', row: null, why: 'japanese' }])
})
