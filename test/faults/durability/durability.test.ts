import { describe, expect, it } from 'vitest'
import { noLoopDevice } from '../loop-disk.ts'
import { flippedBytes } from './flips.ts'
import { killNine } from './kill-nine.ts'
import { powerCuts } from './power-cut.ts'

const WHY_NO_LOOP = await noLoopDevice()

// The whole of it: npm run test:durability (200 kills, 50 power cuts, 200 flipped bytes).
describe('a state acknowledged as saved', () => {
  it('is there after kill -9 at any moment', async () => {
    const report = await killNine({ rounds: 3, random: Math.random })
    expect(report).toMatchObject({ rounds: 3, lost: [], damaged: [] })
    expect(report.promises).toBeGreaterThan(0)
  })

  it('is there after a power cut at any moment', async ({ skip }) => {
    skip(WHY_NO_LOOP !== null, WHY_NO_LOOP ?? '')
    const report = await powerCuts({ rounds: 4, random: Math.random })
    expect(report).toMatchObject({ rounds: 4, lost: [], damaged: [] })
    expect(report.promises).toBeGreaterThan(0)
  })
})

describe('a byte that changed on the disk', () => {
  it('is noticed in every kind of file before anything of it is on the glass', async () => {
    const report = await flippedBytes({ flips: 36, random: Math.random })
    expect(report).toMatchObject({ flips: 36, unnoticed: [], shown: [] })
    expect(Object.keys(report.kinds)).toEqual(
      expect.arrayContaining(['files', 'plays/plays-000000000001.jsonl', 'state/acknowledgements.jsonl']),
    )
  })
})
