/** `npm run bench:council [-- --seconds 20]`: one JSON line for each figure; see docs/figures.md. */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { relayFigures } from './council/relay-figures.ts'
import { round } from './figures.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '20' } } })
const loadAverage = loadavg().map((value) => round(value))
const relay = await relayFigures(Number(values.seconds))
process.stdout.write(`${JSON.stringify({ bench: 'council', part: 'relay', loadAverage, ...relay })}\n`)
