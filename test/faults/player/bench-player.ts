/**
 * `npm run bench:player -- [--runs 5] [--kills 200] [--cuts 50] [--flips 200] [--soak 30] [--seed N] [--only NAME]`: what must
 * hold of a player, one JSON line for each figure, milliseconds by the monotonic clock of this process; see docs/figures.md.
 * `--only`: the figures whose name contains this.
 */
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPages } from '../../../scripts/build-pages.ts'
import { type Figures, figures, round } from '../../load/figures.ts'
import { durabilityFigures } from '../durability/figures.ts'
import { seeded } from '../random.ts'
import { runSoak } from '../soak/run-soak.ts'
import { bareBrowserMs } from './bare-browser.ts'
import { type Display, onProgramme, startDisplay } from './display.ts'
import { agent, browser, renderer } from './process-faults.ts'
import {
  alerted,
  coldStart,
  guidance,
  healed,
  killedAgain,
  killedOnce,
  killedUntilBack,
  mainsLost,
  wayOut,
} from './recovery.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    kills: { type: 'string', default: '200' },
    cuts: { type: 'string', default: '50' },
    flips: { type: 'string', default: '200' },
    soak: { type: 'string', default: '30' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const [runs, seed] = [Number(values.runs), Number(values.seed)]
const stopping = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort())

type Measured = {
  figure: string
  /** The most that the issue allows; null for what others are compared with. */
  wantedMs: number | null
  /** The figure it is compared with: the ratio is that of the medians. */
  against?: string
  measure: (display: Display, n: number) => Promise<number>
}

const BARE = 'the same browser alone → a picture of one line'
const ALERT = 'alert with nothing wrong → acknowledged'
const COLD = 'cold start without a network'
const MEASURED: readonly Measured[] = [
  { figure: BARE, wantedMs: null, measure: bareBrowserMs },
  { figure: ALERT, wantedMs: null, measure: (display, n) => alerted(display, `calm-${n}`) },
  {
    figure: 'renderer killed → programme',
    wantedMs: 2_000,
    against: BARE,
    measure: (d) => killedOnce(d, renderer),
  },
  {
    figure: 'renderer killed a third time within a minute → a picture',
    wantedMs: 2_000,
    against: BARE,
    measure: (d) => killedAgain(d, renderer, 3),
  },
  {
    figure: 'agent killed → it answers, programme',
    wantedMs: 3_000,
    measure: (d) => killedUntilBack(d, agent),
  },
  {
    figure: 'browser killed → programme',
    wantedMs: 5_000,
    against: BARE,
    measure: (d) => killedOnce(d, browser),
  },
  {
    figure: 'browser killed a third time within a minute → a picture',
    wantedMs: 5_000,
    against: BARE,
    measure: (d) => killedAgain(d, browser, 3),
  },
  {
    figure: 'whole player killed → programme',
    wantedMs: 5_000,
    against: BARE,
    measure: (d) => coldStart(d, { road: 'open', mains: true, wanted: onProgramme }),
  },
  {
    figure: `${COLD} → programme`,
    wantedMs: 5_000,
    against: BARE,
    measure: (d) => coldStart(d, { road: 'cut', mains: true, wanted: onProgramme }),
  },
  {
    figure: `${COLD}, on battery → way out, built-in or of this display`,
    wantedMs: 3_000,
    against: BARE,
    measure: (d) => coldStart(d, { road: 'cut', mains: false, wanted: wayOut }),
  },
  {
    figure: `${COLD}, on battery → way out of this display`,
    wantedMs: 5_000,
    against: BARE,
    measure: (d) => coldStart(d, { road: 'cut', mains: false, wanted: guidance }),
  },
  { figure: 'mains lost → way out', wantedMs: 2_000, measure: mainsLost },
  {
    figure: 'both roads healed → alert acknowledged',
    wantedMs: 10_000,
    against: ALERT,
    measure: (d, n) => healed(d, `healed-${n}`),
  },
]

if (!(await buildPages(join(import.meta.dirname, '../../..'), ['screen', 'shell']))) process.exit(1)
await recoveries()
if (isWanted('states acknowledged as saved; flipped bytes') && !stopping.signal.aborted) {
  const counts = { kills: Number(values.kills), cuts: Number(values.cuts), flips: Number(values.flips) }
  for await (const figure of durabilityFigures({ ...counts, seed })) print(figure)
}
if (isWanted('memory over a soak') && !stopping.signal.aborted) {
  const tell = (line: string) => process.stderr.write(`${line}\n`)
  const report = await runSoak({ changes: 10_000, minutes: Number(values.soak), tell, signal: stopping.signal })
  print({ figure: 'memory over a soak', wantedPercent: 5, ...report })
}

/** Everything that is measured on one display. */
async function recoveries(): Promise<void> {
  const wanted = MEASURED.filter(({ figure }) => isWanted(figure))
  const compared = new Set(wanted.map(({ against }) => against))
  const chosen = MEASURED.filter((each) => wanted.includes(each) || compared.has(each.figure))
  if (chosen.length === 0) return
  const display = await startDisplay(seeded(seed))
  const medians = new Map<string, number>()
  try {
    for (const { figure, wantedMs, against, measure } of chosen) {
      const measured: number[] = []
      for (let n = 0; n < runs && !stopping.signal.aborted; n++) measured.push(await measure(display, n))
      if (measured.length === 0) return
      const { p50, p99, last }: Figures = figures(measured, 0)
      medians.set(figure, p50)
      const base = against === undefined ? undefined : medians.get(against)
      print({
        figure,
        runs: measured.length,
        wantedMs,
        p50,
        p99,
        last,
        ...(base && { ratio: round(p50 / base, 2), against }),
      })
    }
  } finally {
    await display.close()
  }
}

function isWanted(figure: string): boolean {
  return figure.includes(values.only)
}

function print(figure: object): void {
  const loadAverage = loadavg().map((load) => round(load))
  process.stdout.write(`${JSON.stringify({ bench: 'player', ...figure, loadAverage })}\n`)
}
