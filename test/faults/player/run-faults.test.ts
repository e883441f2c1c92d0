import { expect, test } from 'vitest'
import { runFaults } from './run-faults.ts'

// The whole of it, with another seed each time: npm run test:faults -- --minutes 30.
const SEED = 2

test('through some faults in a row the glass keeps a picture and alerts arrive', async () => {
  const report = await runFaults({ seed: SEED, minutes: 0.4, tell: (line) => console.log(line) })
  expect(report).toMatchObject({ seed: SEED, broken: [] })
  expect(report.faults).toBeGreaterThan(1)
  expect(report.blanks.samples).toBeGreaterThan(10)
}, 180_000)
