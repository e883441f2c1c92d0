import { describe, expect, test } from 'vitest'
import { type Chime, chimeSamples, chimeSeconds } from './chime.ts'

const CHIMES: readonly Chime[] = ['notice', 'warning', 'urgent']
const RATE = 16_000

function loudness(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length)
}

/** How much of a tone is in a sound (Goertzel). */
function share(samples: Float32Array, hz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / RATE)
  let [before, last] = [0, 0]
  for (const sample of samples) [before, last] = [last, sample + turn * last - before]
  return Math.sqrt(last * last + before * before - turn * last * before) / samples.length
}

describe.each(CHIMES)('%s', (chime) => {
  const samples = chimeSamples(chime, RATE)

  test('fits a channel without clipping and falls silent at its end', () => {
    expect(samples).toHaveLength(Math.ceil(chimeSeconds(chime) * RATE))
    expect(Math.max(...samples.map(Math.abs))).toBeLessThanOrEqual(1)
    expect(loudness(samples.subarray(-RATE / 50))).toBeLessThan(0.01)
  })

  test('is over within five seconds, so that what to do can be said', () => {
    expect(chimeSeconds(chime)).toBeLessThan(5)
  })

  test('holds nothing of the tones of 緊急警報放送', () => {
    const own = Math.max(...[523, 587, 659, 784, 880, 1319].map((hz) => share(samples, hz)))
    expect(share(samples, 640)).toBeLessThan(own / 4)
    expect(share(samples, 1024)).toBeLessThan(own / 4)
  })

  test('is the same every time', () => {
    expect(chimeSamples(chime, RATE)).toEqual(samples)
  })
})

test('the more urgent, the louder', () => {
  const [notice, warning, urgent] = CHIMES.map((chime) => loudness(chimeSamples(chime, RATE)))
  expect(warning).toBeGreaterThan(notice ?? 1)
  expect(urgent).toBeGreaterThan(warning ?? 1)
})
