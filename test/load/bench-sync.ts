/** `npm run bench:sync [-- --seconds 60]`: one JSON line; see docs/figures.md. */
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { buildPages } from '../../scripts/build-pages.ts'
import { differences, isWithoutSkips, startSyncedScreens } from '../support/synced-screens.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { figures, round } from './figures.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } })
const CLOCK_WRONG_BY_MS = 97_300
const SETTLE_MS = 8_000

if (!(await buildPages(join(import.meta.dirname, '../..'), ['screen']))) process.exit(1)
const before = loadavg().map((value) => round(value))
const folder = await temporaryFolder('bench-sync')
const screens = await startSyncedScreens(folder.path, CLOCK_WRONG_BY_MS)
try {
  const running = await measured()
  await screens.restartSecond()
  const afterRestart = await measured()
  const result = {
    bench: 'sync',
    loadAverage: before,
    displays: 2,
    clockWrongByMs: CLOCK_WRONG_BY_MS,
    running,
    afterRestart,
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
} finally {
  await screens.close()
  await folder.remove()
}

/** Differences of the moments at which the same item came on both glasses. */
async function measured() {
  await pass(SETTLE_MS)
  await screens.changes()
  await pass((Number(values.seconds) * 1000) / 2)
  const changes = await screens.changes()
  const apart = differences([changes[0].slice(1, -1), changes[1]])
  const both = apart.filter((ms) => ms !== null)
  return {
    changes: apart.length,
    differenceMs: figures(both),
    missed: apart.length - both.length,
    withoutSkips: changes.every(isWithoutSkips),
  }
}
