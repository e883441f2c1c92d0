import type { Point } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { rubyParts } from '@akari/protocol'
import { GUIDANCE_WORDS, guidanceTexts } from './guidance-words.ts'
import { HEADINGS, headingOf } from './turn-of.ts'

const DOWN: Point[] = [
  [10, 10],
  [10, 30],
]

describe('where one sets out', () => {
  it.each([
    [0, 'behind'],
    [180, 'ahead'],
    [90, 'right'],
    [270, 'left'],
    [135, 'ahead-right'],
  ] as const)('down the plan, for a reader who looks towards %d°, is %s', (facing, heading) => {
    expect(headingOf(DOWN, facing)).toBe(heading)
  })

  it('goes by the first metres, not by a step around a bench', () => {
    expect(
      headingOf(
        [
          [0, 0],
          [0.4, 0],
          [0.4, 20],
        ],
        180,
      ),
    ).toBe('ahead')
    expect(
      headingOf(
        [
          [0, 0],
          [8, 0],
          [8, 40],
        ],
        0,
      ),
    ).toBe('right')
  })

  it('turns with the reader', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), fc.nat(7), (facing, eighths) => {
        const before = HEADINGS.indexOf(headingOf(DOWN, facing))
        const after = HEADINGS.indexOf(headingOf(DOWN, facing - eighths * 45))
        expect(after).toBe((before + eighths) % 8)
      }),
    )
  })

  it('is something for any way', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.integer()), { maxLength: 5 }), fc.integer(), (points, facing) => {
        expect(HEADINGS).toContain(headingOf(points, facing))
      }),
    )
  })
})

test('every heading has words in every language, and plain Japanese a reading on every kanji', () => {
  for (const heading of HEADINGS) expect(Object.keys(guidanceTexts(heading))).toHaveLength(5)
  const unread = Object.values(GUIDANCE_WORDS['ja-x-easy'])
    .flatMap(rubyParts)
    .filter(({ base, reading }) => reading === null && /\p{sc=Han}/u.test(base))
  expect(unread).toEqual([])
  expect(guidanceTexts('minutesLeft', { minutes: '9' }).en).toContain('about 9 min')
})
