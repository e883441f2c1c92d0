/**
 * `npm run bench:player -- [--runs 5] [--kills 200] [--cuts 50] [--seed N] [--only NAME]`: what must hold of a player, one JSON line for each
 * figure, milliseconds by the monotonic clock of this process; see docs/figures.md.
 */
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPages } from '../../../scripts/build-pages.ts'
import { eventually } from '../../support/city-hall.ts'
import { figures, round } from '../../load/figures.ts'
import { durabilityFigures } from '../durability/figures.ts'
import { seeded } from '../random.ts'
import { type Display, onProgramme, startDisplay } from './display.ts'
import { isPicture } from './look.ts'
import { agent, browser, type Find, killFound, renderer } from './process-faults.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    kills: { type: 'string', default: '200' },
    cuts: { type: 'string', default: '50' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const [runs, seed] = [Number(values.runs), Number(values.seed)]
const PATIENCE_MS = 60_000

if (!(await buildPages(join(import.meta.dirname, '../../..'), ['screen']))) process.exit(1)
const display = await startDisplay(seeded(seed))
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => void display.close().finally(() => process.exit(130)))
try {
  await several('renderer killed → programme', 2_000, () => killedUntilBack([renderer]))
  await several('agent killed → it answers and the programme is on the glass', 3_000, () => killedUntilBack([agent]))
  await several('browser killed → programme', 5_000, () => killedUntilBack([browser]))
  await several('whole player killed → programme', 5_000, () => wholePlayer('open'))
  await several('cold start without a network → programme', 5_000, () => wholePlayer('cut'))
  await several('mains lost → way out', 2_000, mainsLost)
  await several('both roads healed → alert acknowledged', 10_000, healed)
} finally {
  await display.close()
}
if (values.only === '')
  for await (const figure of durabilityFigures({ kills: Number(values.kills), cuts: Number(values.cuts), seed }))
    print(figure)

async function several(figure: string, wantedMs: number, measure: (n: number) => Promise<number>): Promise<void> {
  if (!figure.includes(values.only)) return
  const measured: number[] = []
  for (let n = 0; n < runs; n++) measured.push(await measure(n))
  print({ figure, runs, wantedMs, ...figures(measured) })
}

function print(figure: object): void {
  const loadAverage = loadavg().map((load) => round(load))
  process.stdout.write(`${JSON.stringify({ bench: 'player', ...figure, loadAverage })}\n`)
}

/** From the signal to the first picture that is taken of what comes after. */
async function killedUntilBack(targets: readonly Find[]): Promise<number> {
  const before = targets.map((find) => find(display))
  const startedAt = performance.now()
  for (const find of targets) killFound(display, find)
  await eventually(
    'others in their place',
    async () => {
      const look = await display.look()
      const isNew = targets.every((find, n) => find(display) !== null && find(display) !== before[n])
      return isNew ? onProgramme(look) : null
    },
    PATIENCE_MS,
  )
  return performance.now() - startedAt
}

async function wholePlayer(road: 'open' | 'cut'): Promise<number> {
  await Promise.all([display.host.hold(), display.agent.hold()])
  for (const each of display.roads) each.set(road)
  const startedAt = performance.now()
  display.agent.resume()
  display.host.resume()
  await eventually('the programme', async () => onProgramme(await display.look()), PATIENCE_MS)
  const ms = performance.now() - startedAt
  for (const each of display.roads) each.set('open')
  return ms
}

async function mainsLost(): Promise<number> {
  const startedAt = performance.now()
  await display.setMains(false)
  await eventually('the way out', async () => onLayer('power', display), PATIENCE_MS)
  const ms = performance.now() - startedAt
  await display.setMains(true)
  await eventually('the programme', async () => onProgramme(await display.look()), PATIENCE_MS)
  return ms
}

async function healed(n: number): Promise<number> {
  for (const each of display.roads) each.set('cut')
  await display.desk().raise(`healed-${n}`, 'banner')
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  for (const each of display.roads) each.set('open')
  const startedAt = performance.now()
  await eventually('the acknowledgement', async () => (await display.desk().acknowledged()) || null, PATIENCE_MS)
  const ms = performance.now() - startedAt
  await display.desk().end(`healed-${n}`)
  return ms
}

async function onLayer(layer: string, { look }: Display): Promise<true | null> {
  const seen = await look()
  return isPicture(seen) && seen?.layer === layer ? true : null
}
