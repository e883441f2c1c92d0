import { expect, test } from 'vitest'
import { type ContentTrouble, type LiveSample, lookAtContent, newLiveContent } from './live-content.ts'

/** What is found in the last second of so many, by what each second shows. */
function after(seconds: number, sampleAt: (second: number) => Omit<LiveSample, 'nowMs'>): readonly ContentTrouble[] {
  let troubles: readonly ContentTrouble[] = []
  let content = newLiveContent({ nowMs: 0, ...sampleAt(0) })
  for (let second = 1; second <= seconds; second += 1)
    ({ content, troubles } = lookAtContent(content, { nowMs: second * 1000, ...sampleAt(second) }))
  return troubles
}
const camera = (second: number) => ({ pixels: [90, 120 + (second % 3), 40], soundBytes: 1000 + second * 8000 })

test('a camera in a hall is neither black nor frozen nor silent', () => {
  expect(after(300, camera)).toEqual([])
})

test('a picture is black when no pixel of it is light, after four seconds', () => {
  const dark = (second: number) => ({ ...camera(second), pixels: [16, 17 + (second % 2), 20] })
  expect(after(4, dark)).toEqual([])
  expect(after(5, dark)).toEqual(['black'])
  expect(after(9, (second) => (second === 9 ? camera(9) : dark(second)))).toEqual([])
})

test('a picture that never changes is frozen after half a minute', () => {
  const slide = (second: number) => ({ ...camera(second), pixels: [200, 200, 10] })
  expect(after(29, slide)).toEqual([])
  expect(after(30, slide)).toEqual(['frozen'])
})

test('a minute of next to no sound is silence; a stream without sound has none to miss', () => {
  const quiet = (second: number) => ({ ...camera(second), soundBytes: 5000 + second * 609 })
  expect(after(59, quiet)).toEqual([])
  expect(after(60, quiet)).toEqual(['silent'])
  expect(after(120, (second) => ({ ...camera(second), soundBytes: null }))).toEqual([])
})

test('a picture that cannot be read is judged neither way', () => {
  expect(after(120, (second) => ({ ...camera(second), pixels: null }))).toEqual([])
})
