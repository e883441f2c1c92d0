import { describe, expect, it } from 'vitest'
import { openingPassage, unitPassage } from './categories.ts'

describe('who may pass', () => {
  it.each([
    ['pedestrian', null, 'public'],
    ['pedestrian', ['none'], 'public'],
    ['pedestrian', ['badgereader'], 'staff'],
    ['pedestrian', ['outofservice'], 'none'],
    ['emergencyexit', ['outofservice'], 'none'],
    ['emergencyexit', ['guard'], 'emergency'],
    ['automobile', null, 'none'],
  ] as const)('a door (%s, %s): %s', (category, control, passage) => {
    expect(openingPassage(category, control)).toBe(passage)
  })

  it.each([
    ['elevator', null, 'public'],
    ['elevator', 'outofservice', 'none'],
    ['elevator', 'employeesonly', 'staff'],
    ['column', null, 'none'],
  ] as const)('a unit (%s, %s): %s', (category, restriction, passage) => {
    expect(unitPassage(category, restriction)).toBe(passage)
  })
})
