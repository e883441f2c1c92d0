import { chromium } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../../support/chromium.ts'

/** What every start is compared with: milliseconds until the same browser, started for a page of one line, gives a picture of it. */
export async function bareBrowserMs(): Promise<number> {
  const executablePath = await chromiumPath()
  const startedAt = performance.now()
  const browser = await chromium.launch({ executablePath, args: chromiumFlags() })
  try {
    const page = await browser.newPage({ viewport: { width: 960, height: 540 } })
    await page.setContent('<h1>灯り</h1>')
    await page.screenshot()
    return performance.now() - startedAt
  } finally {
    await browser.close()
  }
}
