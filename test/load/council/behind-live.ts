import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { figures } from '../figures.ts'

const LOOKS = 30

/** How far behind live a sitting is shown, in milliseconds, by a look a second; how often there was a slate instead. */
export async function behindLive(page: Page) {
  const behind: number[] = []
  let slates = 0
  for (let n = 0; n < LOOKS; n++) {
    await pause(1000)
    slates += await page.locator('.ak-council:is([data-picture="stopped"], [data-picture="missing"])').count()
    behind.push(Number(await page.locator('.ak-council-stage video').getAttribute('data-behind-ms')))
  }
  return { behindLiveMs: figures(behind, 0), slates }
}
