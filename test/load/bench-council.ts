/**
 * `npm run bench:council [-- --seconds 20]`: the relay; `-- --screen`: one real display; `-- --low-latency`: one that is
 * given a low-latency stream, and the same without; `-- --cuts 30 [--every 60]`: so many cuts of its stream, one every so many seconds;
 * `-- --hours 24` (`npm run soak:council`): as many as there are in so long. One JSON line; ends
 * with 1 where the cuts broke what must hold. See docs/figures.md.
 */
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPages } from '../../scripts/build-pages.ts'
import { cutFigures } from './council/cut-figures.ts'
import { lowLatencyFigures } from './council/low-latency-figures.ts'
import { relayFigures } from './council/relay-figures.ts'
import { screenFigures } from './council/screen-figures.ts'
import { round } from './figures.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    screen: { type: 'boolean', default: false },
    'low-latency': { type: 'boolean', default: false },
    cuts: { type: 'string' },
    every: { type: 'string', default: '60' },
    hours: { type: 'string' },
  },
})
const loadAverage = loadavg().map((value) => round(value))
if (!(await buildPages(join(import.meta.dirname, '../..'), ['screen']))) process.exit(1)

async function measured() {
  const every = Number(values.every)
  const cuts = values.hours === undefined ? Number(values.cuts ?? 0) : Math.floor((Number(values.hours) * 3600) / every)
  if (cuts > 0) return { part: 'cuts', everySeconds: every, ...(await cutFigures(cuts, every)) }
  if (values['low-latency']) return { part: 'low-latency', ...(await lowLatencyFigures()) }
  if (values.screen) return { part: 'screen', ...(await screenFigures()) }
  return { part: 'relay', ...(await relayFigures(Number(values.seconds))) }
}

const result = await measured()
process.stdout.write(`${JSON.stringify({ bench: 'council', loadAverage, ...result })}\n`)
if ('broken' in result && result.broken.length > 0) process.exitCode = 1
