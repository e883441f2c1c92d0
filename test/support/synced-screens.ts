import { join } from 'node:path'
import { type Play, PlaysAnswer } from '@akari/protocol'
import { type Browser, chromium, type Page } from '@playwright/test'
import { z } from 'zod'
import { chromiumFlags, chromiumPath } from './chromium.ts'
import { localApi, pair, type Service, startAgentProcess, startCmsProcess } from './city-hall.ts'

/** An item that came on a glass: its title, and when by this machine's own clock, Unix milliseconds. */
export type ItemChange = { title: string; atMs: number }

/** Two displays that play one 同期 playlist, the second with a clock that is wrong by `shiftMs`. */
export type SyncedScreens = {
  /** What came on each glass since the last time this was asked. */
  changes: () => Promise<[ItemChange[], ItemChange[]]>
  /** What the CMS knows that the second display has shown. */
  playsOfSecond: () => Promise<Play[]>
  /** Kills the second display's agent and its page, and starts both anew. */
  restartSecond: () => Promise<void>
  close: () => Promise<void>
}

const TITLES = ['壱', '弐', '参', '四', '五'] as const
const SECONDS = 2
const WithId = z.object({ id: z.string() })

/** The titles in the order of the playlist. */
export const SYNCED_TITLES: readonly string[] = TITLES

/** Starts a CMS on `dataDir`, two agents and two pages. Build the screen's page before. */
export async function startSyncedScreens(dataDir: string, shiftMs: number): Promise<SyncedScreens> {
  const startedMs = Date.now()
  const cms = await startCmsProcess(dataDir)
  const api = localApi(dataDir)
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() })
  const startAgent = (n: number, port = 0): Promise<Service> =>
    startAgentProcess(join(dataDir, `display-${n}`), cms.url, port, n === 0 ? [] : ['--import', clockShift(shiftMs)])
  const agents = [await startAgent(0), await startAgent(1)] as [Service, Service]
  const displayIds = [await pair(api, agents[0].url), await pair(api, agents[1].url)] as const
  await publish(api, displayIds)
  const pages = [await openGlass(browser, agents[0].url, 0), await openGlass(browser, agents[1].url, shiftMs)] as [
    Page,
    Page,
  ]
  return {
    changes: async () => [await taken(pages[0]), await taken(pages[1])],
    playsOfSecond: async () => {
      const query = new URLSearchParams({
        display: displayIds[1],
        from: new Date(startedMs).toISOString(),
        to: new Date(Date.now() + 60_000).toISOString(),
      })
      return PlaysAnswer.parse(await api('GET', `/plays?${query.toString()}`)).plays
    },
    restartSecond: async () => {
      await agents[1].process.stop('SIGKILL')
      await pages[1].close()
      agents[1] = await startAgent(1, Number(new URL(agents[1].url).port))
      pages[1] = await openGlass(browser, agents[1].url, shiftMs)
    },
    close: async () => {
      await browser.close()
      for (const agent of agents) await agent.process.stop()
      await cms.process.stop()
    },
  }
}

/** How far apart the two glasses were, for each change that the first one saw; null: the second one never showed it. */
export function differences([first, second]: readonly [readonly ItemChange[], readonly ItemChange[]]): (
  | number
  | null
)[] {
  return first.map(({ title, atMs }) => {
    const near = second.filter((change) => change.title === title).map((change) => Math.abs(change.atMs - atMs))
    const nearest = Math.min(...near)
    return nearest < SECONDS * 1000 ? nearest : null
  })
}

/** Does each item follow the one before it in the playlist, in its own time? */
export function isWithoutSkips(changes: readonly ItemChange[]): boolean {
  return changes.every(({ title }, n) => {
    const before = changes[n - 1]
    return (
      before === undefined || (SYNCED_TITLES.indexOf(before.title) + 1) % TITLES.length === SYNCED_TITLES.indexOf(title)
    )
  })
}

async function publish(api: ReturnType<typeof localApi>, displayIds: readonly string[]): Promise<void> {
  const items = TITLES.map((ja, n) => ({
    id: `item-${n}`,
    seconds: SECONDS,
    scene: { kind: 'notice', title: { ja, en: ja }, body: { ja: '本文です', en: 'Text.' } },
    validFrom: null,
    validUntil: null,
  }))
  const playlist = WithId.parse(await api('POST', '/playlists', { name: '同期', items, sync: true, version: 0 }))
  const rule = {
    start: '2026-01-01T00:00',
    durationMinutes: 1440,
    timeZone: 'Asia/Tokyo',
    rrule: 'FREQ=DAILY',
    exdates: [],
    rdates: [],
  }
  const targets = { displayIds, groups: [] }
  await api('POST', '/entries', {
    name: '同期',
    playlistId: playlist.id,
    targets,
    priority: 'normal',
    rule,
    version: 0,
  })
  await api('POST', '/programme/publish?wait=60', {})
}

/** A module that puts the process's wall clock forward before anything else runs. */
function clockShift(shiftMs: number): string {
  return `data:text/javascript,(${encodeURIComponent(putForward.toString())})(${shiftMs})`
}

/** Self-contained, because it is sent to other processes and into pages as text. */
function putForward(shiftMs: number): void {
  const Real = Date
  class Shifted extends Real {
    constructor(...given: [] | [number | string | Date]) {
      super(given.length === 0 ? Real.now() + shiftMs : given[0])
    }
    static override now(): number {
      return Real.now() + shiftMs
    }
  }
  globalThis.Date = Shifted as DateConstructor
}

async function openGlass(browser: Browser, url: string, shiftMs: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.addInitScript(watchItems, TITLES)
  if (shiftMs !== 0) await page.addInitScript(putForward, shiftMs)
  await page.goto(url)
  return page
}

type Watched = { itemChanges: ItemChange[] }

/** Notes each title that becomes visible on the stage; the page's own clock may have been put forward, this one is not. */
function watchItems(titles: readonly string[]): void {
  const page = window as unknown as Watched
  page.itemChanges = []
  let last = ''
  const look = () => {
    const text = document.querySelector('.ak-layer[data-place="shown"]')?.textContent ?? ''
    const title = titles.find((each) => text.includes(each)) ?? ''
    if (title === '' || title === last) return
    last = title
    page.itemChanges.push({ title, atMs: performance.timeOrigin + performance.now() })
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ['data-place'] })
}

function taken(page: Page): Promise<ItemChange[]> {
  return page.evaluate(() => (window as unknown as Watched).itemChanges.splice(0))
}
