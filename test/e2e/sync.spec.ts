import { setTimeout as pass } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import {
  differences,
  isWithoutSkips,
  startSyncedScreens,
  SYNCED_TITLES,
  type SyncedScreens,
} from '../support/synced-screens.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

/** Far below the length of an item: out of step is out by a whole one. How close they are is told by `npm run bench:sync`. */
const TOGETHER_MS = 1_000
/** Long enough for both pages to have drawn every item once. */
const SETTLE_MS = 4_000
const WATCH_MS = 9_000

let folder: TemporaryFolder
let screens: SyncedScreens

test.beforeAll(async () => {
  folder = await temporaryFolder('sync')
  screens = await startSyncedScreens(folder.path, 97_300)
})

test.afterAll(async () => {
  await screens.close()
  await folder.remove()
})

/** The titles that the CMS knows the second display to have shown to their end, in the order of the playlist. */
async function titlesSeenWhole(): Promise<string[]> {
  const plays = await screens.playsOfSecond()
  const whole = new Set(
    plays.flatMap(({ shown, ending }) => (shown.kind === 'item' && ending === 'whole' ? [shown.title] : [])),
  )
  return SYNCED_TITLES.filter((title) => whole.has(title))
}

async function together(): Promise<void> {
  await pass(SETTLE_MS)
  await screens.changes()
  await pass(WATCH_MS)
  const changes = await screens.changes()
  // The ends of the stretch may fall between the two glasses.
  const apart = differences([changes[0].slice(1, -1), changes[1]])
  expect(apart.length).toBeGreaterThanOrEqual(2)
  for (const ms of apart) expect(ms ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(TOGETHER_MS)
  for (const glass of changes) expect(isWithoutSkips(glass)).toBe(true)
}

test('two displays change the items of a 同期 playlist together, also after a restart and with a wrong clock', async () => {
  test.setTimeout(120_000)
  await together()
  await screens.restartSecond()
  await together()
  // What was on the glass until the kill was on its disk, and reaches the CMS after the restart.
  await expect.poll(titlesSeenWhole, { timeout: 60_000 }).toEqual(SYNCED_TITLES)
})
