import { expect, test } from 'vitest'
import { slateCounts } from './slate-counts.ts'

const HOUR_MS = 3_600_000

test('slates are counted by stream for an hour; other faults are none', () => {
  let nowMs = 1000
  const counts = slateCounts(() => nowMs)
  counts.told('live-stopped', 'council')
  counts.told('live-black', 'council')
  nowMs += HOUR_MS / 2
  counts.told('live-stopped', 'council')
  counts.told('live-stopped', 'hall')
  expect(counts.lastHour()).toEqual([
    { streamId: 'council', slatesLastHour: 2 },
    { streamId: 'hall', slatesLastHour: 1 },
  ])
  nowMs += HOUR_MS / 2
  expect(counts.lastHour()).toEqual([
    { streamId: 'council', slatesLastHour: 1 },
    { streamId: 'hall', slatesLastHour: 1 },
  ])
  nowMs += HOUR_MS / 2
  expect(counts.lastHour()).toEqual([])
})

test('no more streams are told than a report has room for', () => {
  const counts = slateCounts(() => 0)
  for (let n = 0; n < 20; n++) counts.told('live-stopped', `stream-${n}`)
  expect(counts.lastHour().map(({ streamId }) => streamId)).toEqual(
    Array.from({ length: 8 }, (_, n) => `stream-${n + 12}`),
  )
})
