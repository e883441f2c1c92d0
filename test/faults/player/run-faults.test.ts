import { expect, test } from 'vitest'
import { runFaults } from './run-faults.ts'

// The whole of it: npm run test:faults -- --minutes 30. Each time another seed; it is in the report of a failure.
test('through some faults in a row the glass keeps a picture and alerts arrive', async () => {
  const seed = Date.now() % 1_000_000
  const report = await runFaults({ seed, minutes: 0.35, tell: (line) => console.log(line) })
  expect(report).toMatchObject({ seed, broken: [] })
  expect(report.faults).toBeGreaterThan(1)
  expect(report.blanks.samples).toBeGreaterThan(10)
}, 180_000)
