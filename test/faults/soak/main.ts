/** `npm run test:soak -- [--minutes 30] [--changes 10000]`: one JSON line; ends with 1 when memory grows. */
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPages } from '../../../scripts/build-pages.ts'
import { runSoak } from './run-soak.ts'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, changes: { type: 'string', default: '10000' } },
})
if (!(await buildPages(join(import.meta.dirname, '../../..'), ['screen']))) process.exit(1)
const interruption = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interruption.abort())
const report = await runSoak({
  changes: Number(values.changes),
  minutes: Number(values.minutes),
  tell: (line) => process.stderr.write(`${line}\n`),
  signal: interruption.signal,
})
process.stdout.write(`${JSON.stringify({ bench: 'soak', ...report, loadAverage: loadavg() })}\n`)
process.exitCode = report.broken.length === 0 ? 0 : 1
