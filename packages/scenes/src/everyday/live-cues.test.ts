import { expect, test } from 'vitest'
import { cuesAt, streamCues } from './live-cues.ts'

const cue = (startTime: number, endTime: number, text: string) => ({ startTime, endTime, text })

test('a cue is plain text and who says it', () => {
  const held = streamCues([], [cue(10, 14, '<v.loud 市長>補正予算を\n<b>提案</b>します &amp; 説明します')], 10)
  expect(held).toEqual([{ startsAt: 10, endsAt: 14, text: '補正予算を 提案します & 説明します', speaker: '市長' }])
})

test('what was said is forgotten, what comes twice is held once, and no flood fills the memory', () => {
  const first = streamCues([], [cue(0, 4, 'a'), cue(4, 8, 'b')], 5)
  const later = streamCues(first, [cue(4, 8, 'b'), cue(16, 20, 'c')], 17)
  expect(later.map(({ text }) => text)).toEqual(['b', 'c'])
  const flood = Array.from({ length: 1000 }, (_, n) => cue(20 + n, 21 + n, `${n}`))
  expect(streamCues(later, flood, 20)).toHaveLength(50)
})

test('only what is being said now is shown, in its order', () => {
  const held = streamCues([], [cue(2, 6, 'second'), cue(1, 5, 'first'), cue(6, 9, 'next')], 0)
  expect(cuesAt(held, 3).map(({ text }) => text)).toEqual(['first', 'second'])
  expect(cuesAt(held, 5.5).map(({ text }) => text)).toEqual(['second'])
})

test('neither control nor direction characters reach the glass, nor what is no cue', () => {
  expect(streamCues([], [cue(0, 4, 'a\u202eb\u0007c'), null, 'text', cue(0, 4, '<i></i>'), { text: 'x' }], 0)).toEqual([
    { startsAt: 0, endsAt: 4, text: 'abc', speaker: null },
  ])
  expect(streamCues([], { not: 'a list' }, 0)).toEqual([])
})
