/** `npm run test:faults -- --minutes 30 [--seed N] [--only name]`: one JSON line; ends with 1 when something does not hold. */
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPages } from '../../../scripts/build-pages.ts'
import { runFaults } from './run-faults.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
  },
})
const [minutes, seed] = [Number(values.minutes), Number(values.seed)]
if (!(await buildPages(join(import.meta.dirname, '../../..'), ['screen']))) process.exit(1)
const tell = (line: string) => process.stderr.write(`${line}\n`)
const replay = `npm run test:faults -- --minutes ${minutes} --seed ${seed}${values.only === '' ? '' : ` --only '${values.only}'`}`
tell(`again with: ${replay}`)
const interruption = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interruption.abort())
const report = await runFaults({ seed, minutes, only: values.only, tell, signal: interruption.signal })
process.stdout.write(`${JSON.stringify({ ...report, loadAverage: loadavg() })}\n`)
if (report.broken.length > 0) tell(`does not hold:\n  ${report.broken.join('\n  ')}\nagain with: ${replay}`)
process.exitCode = report.broken.length === 0 ? 0 : 1
