import { chromium, type Page } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../../support/chromium.ts'
import { type CouncilDisplay, councilDisplay } from './council-display.ts'

/** A display with a sitting on it, and a Chromium that plays and paints it. */
export interface CouncilScreen extends CouncilDisplay {
  page: Page
}

export async function councilScreen(): Promise<CouncilScreen> {
  const display = await councilDisplay()
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() })
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(display.url)
  await page.locator('.ak-council[data-picture="moving"]').waitFor({ timeout: 60_000 })
  return {
    ...display,
    page,
    close: async () => {
      await browser.close()
      await display.close()
    },
  }
}
