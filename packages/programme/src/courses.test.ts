import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesOf } from './changes.ts'
import { coursesOf } from './courses.ts'
import { someProgramme } from './testing/some-programme.ts'
import { entry, firstOf, programme, rule } from './testing/sample.ts'

const FROM = '2026-11-01T00:00:00Z'
const TO = '2026-11-01T06:00:00Z'

describe('the course of a display', () => {
  it('is told by who has the glass, not item by item', () => {
    const fair = entry('fair', { priority: 'high', rule: rule({ start: '2026-11-02T09:30', durationMinutes: 10 }) })
    const courses = coursesOf(
      programme({ entries: [entry('office'), fair] }),
      '2026-11-01T23:50:00Z',
      '2026-11-02T01:10:00Z',
    )
    expect(courses.map(({ startsAt, layer, ids }) => [startsAt.slice(11, 16), layer, ...ids])).toEqual([
      ['23:50', 'default'],
      ['00:00', 'scheduled', 'office'],
      ['00:30', 'scheduled', 'fair'],
      ['00:40', 'scheduled', 'office'],
      ['01:00', 'default'],
    ])
  })

  it('covers the time without a gap and agrees with every change that the display makes', () => {
    fc.assert(
      fc.property(someProgramme, (some) => {
        const courses = coursesOf(some, FROM, TO)
        expect(courses[0]?.startsAt).toBe(new Date(FROM).toISOString())
        expect(courses.at(-1)?.endsAt).toBe(new Date(TO).toISOString())
        for (const [n, course] of courses.entries()) {
          if (n > 0) expect(course.startsAt).toBe(courses[n - 1]?.endsAt)
        }
        const wrong = firstOf(changesOf(some, FROM, TO), 200).filter(({ at, layer, entry: id }) => {
          const ms = Date.parse(at)
          const course = courses.find(({ startsAt, endsAt }) => Date.parse(startsAt) <= ms && ms < Date.parse(endsAt))
          if (id !== null && course?.interrupts.includes(id) === true) return false
          const byTurn = id === null ? course?.ids.length === 0 : course?.ids.includes(id) === true
          return layer !== 'fallback' && (!byTurn || course?.layer !== layer)
        })
        expect(wrong).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})
