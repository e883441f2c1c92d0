/**
 * `npm run bench:council [-- --seconds 20]`: the relay; `-- --screen`: one real display; `-- --cuts 30 [--every 60]`: so many cuts of
 * its stream, one every so many seconds. One JSON line; see docs/figures.md.
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { relayFigures } from './council/relay-figures.ts'
import { cutFigures, screenFigures } from './council/screen-figures.ts'
import { round } from './figures.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    screen: { type: 'boolean', default: false },
    cuts: { type: 'string' },
    every: { type: 'string', default: '60' },
  },
})
const loadAverage = loadavg().map((value) => round(value))

async function measured() {
  if (values.cuts !== undefined)
    return { part: 'cuts', ...(await cutFigures(Number(values.cuts), Number(values.every))) }
  if (values.screen) return { part: 'screen', ...(await screenFigures()) }
  return { part: 'relay', ...(await relayFigures(Number(values.seconds))) }
}

process.stdout.write(`${JSON.stringify({ bench: 'council', loadAverage, ...(await measured()) })}\n`)
