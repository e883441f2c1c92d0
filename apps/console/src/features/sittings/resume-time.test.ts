import { expect, test } from 'vitest'
import { resumeTime } from './resume-time.ts'

const at = (clock: string): number => Date.parse(`2026-12-01T${clock}:00+09:00`)

test.each([
  ['', '13:43', null],
  ['14:00', '13:43', at('14:00')],
  ['13:00', '13:43', 'past'],
  ['13:43', '13:43', 'past'],
  ['00:10', '23:50', at('00:10') + 86_400_000],
  ['09:00', '23:50', 'past'],
])('a recess until «%s» that is begun at %s', (time, now, resumes) => {
  expect(resumeTime(time, at(now))).toBe(resumes)
})
