import type { Point } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains } from './geometry.ts'
import { labelPoint } from './label-point.ts'

const SQUARE: Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
]

describe('where a name is written', () => {
  it('is the middle, or the place the archive wants when it lies inside', () => {
    expect(labelPoint([[SQUARE]], null)).toEqual([5, 5])
    expect(labelPoint([[SQUARE]], [2, 3])).toEqual([2, 3])
    expect(labelPoint([[SQUARE]], [12, 3])).toEqual([5, 5])
  })

  it('is inside a corridor that bends around its own middle', () => {
    const bent: Point[] = [
      [0, 0],
      [10, 0],
      [10, 1],
      [1, 1],
      [1, 10],
      [0, 10],
    ]
    expect(contains([bent], labelPoint([[bent]], null))).toBe(true)
  })

  it('is not in the hole of a ring-shaped hall', () => {
    const hole: Point[] = [
      [1, 1],
      [9, 1],
      [9, 9],
      [1, 9],
    ]
    expect(contains([SQUARE, hole], labelPoint([[SQUARE, hole]], null))).toBe(true)
  })

  it('is inside every star-shaped room', () => {
    const radii = fc.array(fc.double({ min: 1, max: 10, noNaN: true }), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(radii, (lengths) => {
        const star = lengths.map((r, i): Point => {
          const angle = (2 * Math.PI * i) / lengths.length
          return [r * Math.cos(angle), r * Math.sin(angle)]
        })
        expect(contains([star], labelPoint([[star]], null))).toBe(true)
      }),
    )
  })
})
