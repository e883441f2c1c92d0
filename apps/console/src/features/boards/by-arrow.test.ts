import { expect, test } from 'vitest'
import { byArrow } from './by-arrow.ts'

const PICTURE = { width: 800, height: 560 }

test('an arrow goes its way, with the shift key a little', () => {
  expect(byArrow({ key: 'ArrowUp', shiftKey: false }, { x: 100, y: 100 }, PICTURE)).toEqual({ x: 100, y: 88 })
  expect(byArrow({ key: 'ArrowRight', shiftKey: true }, { x: 100, y: 100 }, PICTURE)).toEqual({ x: 101, y: 100 })
})

test('the edge of the picture is the end', () => {
  expect(byArrow({ key: 'ArrowLeft', shiftKey: false }, { x: 5, y: 100 }, PICTURE)).toEqual({ x: 0, y: 100 })
  expect(byArrow({ key: 'ArrowDown', shiftKey: false }, { x: 5, y: 555 }, PICTURE)).toEqual({ x: 5, y: 560 })
})

test('another key goes nowhere', () => {
  expect(byArrow({ key: 'Enter', shiftKey: false }, { x: 5, y: 5 }, PICTURE)).toBeNull()
})
