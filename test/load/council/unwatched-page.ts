import { join } from 'node:path'
import { launchBrowser } from '@akari/player/kiosk-browser/browser'
import { browserProcesses } from '@akari/player/kiosk-browser/processes'
import { z } from 'zod'
import { chromiumFlags, chromiumPath } from '../../support/chromium.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A page of which nobody watches the network. */
export interface UnwatchedPage {
  /** What an expression, or the promise it is, comes to. */
  evaluate: (expression: string) => Promise<unknown>
  /** What the page's process holds (RSS) after its garbage was collected; 0 where the system does not tell. */
  memoryMiB: () => Promise<number>
  close: () => Promise<void>
}

const Evaluated = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.undefined().optional(),
})

/**
 * Opens `url` in a Chromium held as the kiosk's browser holds it. Playwright has the page keep every answer it hears for whoever
 * inspects it: a live stream grows such a page by some 10 MiB a minute, which is the instrument's and not the page's.
 */
export async function unwatchedPage(url: string): Promise<UnwatchedPage> {
  const folder = await temporaryFolder('unwatched-page')
  const browser = launchBrowser(await chromiumPath(), [
    '--remote-debugging-pipe',
    '--headless=new',
    '--window-size=1920,1080',
    '--mute-audio',
    ...chromiumFlags(),
    `--user-data-dir=${join(folder.path, 'profile')}`,
    '--app=data:text/html,start',
  ])
  const page = await browser.page
  await page.send('Page.navigate', { url })
  return {
    evaluate: async (expression) => {
      const asked = { expression, awaitPromise: true, returnByValue: true }
      return Evaluated.parse(await page.send('Runtime.evaluate', asked)).result.value
    },
    memoryMiB: async () => {
      await page.send('HeapProfiler.collectGarbage')
      return (await browserProcesses(page.ask).memoryMb('renderer')) ?? 0
    },
    close: async () => {
      browser.kill()
      await browser.ended
      await folder.remove()
    },
  }
}
