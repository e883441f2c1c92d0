import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { localApi, pair, type Service, startAgentProcess } from '../support/city-hall.ts'
import { watchPaints } from './painted.ts'

/** A page loads fonts and warms up in its idle moments; displays have been on for hours when an alert comes. */
const SETTLED_MS = 10_000

export type Screens = {
  /** When each glass had painted this revision, Unix milliseconds. */
  painted: (revision: number) => Promise<number[]>
  /** How many revisions the first glass has painted. */
  paintedCount: () => Promise<number>
  close: () => Promise<void>
}

/** Real displays: an agent that verifies, and a Chromium of its own that paints. */
export async function startScreens(dataDir: string, cmsUrl: string, count: number): Promise<Screens> {
  const agents: Service[] = []
  const browsers: Browser[] = []
  const glasses: Awaited<ReturnType<typeof watchPaints>>[] = []
  for (let n = 0; n < count; n++) {
    const agent = await startAgentProcess(join(dataDir, `screen-${n + 1}`), cmsUrl)
    agents.push(agent)
    await pair(localApi(dataDir), agent.url)
    const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() })
    browsers.push(browser)
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    glasses.push(await watchPaints(page, agent.url))
  }
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
  return {
    painted: (revision) => Promise.all(glasses.map((glass) => glass.at(revision))),
    paintedCount: () => glasses[0]?.count() ?? Promise.resolve(0),
    close: async () => {
      for (const browser of browsers) await browser.close()
      for (const agent of agents) await agent.process.stop()
    },
  }
}
