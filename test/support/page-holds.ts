import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { z } from 'zod'

const OWN_CHUNK_BYTES = 4 * 1024 * 1024

/** Counts of what a page of Chromium keeps alive: exact, where bytes are not. */
export interface PageHolds {
  mediaSources: number
  sourceBuffers: number
  /** Chunks of shared memory of 4 MiB and more, which pictures drawn from films fill; where there is /proc. */
  sharedChunks: number
}

/** What the page holds after its garbage was collected. */
export async function pageHolds(page: Page): Promise<PageHolds> {
  const session = await page.context().newCDPSession(page)
  const count = async (name: string): Promise<number> => {
    const { result } = await session.send('Runtime.evaluate', { expression: `${name}.prototype` })
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' })
    const counted = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length }',
      returnByValue: true,
    })
    return z.int().parse(counted.result.value)
  }
  try {
    await session.send('HeapProfiler.collectGarbage')
    const [mediaSources, sourceBuffers] = [await count('MediaSource'), await count('SourceBuffer')]
    return { mediaSources, sourceBuffers, sharedChunks: await sharedChunks(page) }
  } finally {
    await session.detach()
  }
}

async function sharedChunks(page: Page): Promise<number> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('a page of no browser')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const renderers = processInfo.filter(({ type }) => type === 'renderer')
  const maps = await Promise.all(renderers.map(({ id }) => readFile(`/proc/${id}/maps`, 'utf8')))
  return maps
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.includes('shared-memory'))
    .filter((line) => {
      const [from = '0', to = '0'] = line.split(' ')[0]?.split('-') ?? []
      return Number.parseInt(to, 16) - Number.parseInt(from, 16) >= OWN_CHUNK_BYTES
    }).length
}
