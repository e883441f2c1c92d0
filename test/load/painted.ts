import type { Page } from '@playwright/test'

/**
 * Opens the glass and notes, by the page's own clock (same machine, Unix milliseconds), when each alert revision was
 * painted: the attribute changed, and two animation frames later the picture is out.
 */
export async function watchPaints(
  page: Page,
  url: string,
): Promise<{ at: (revision: number) => Promise<number>; count: () => Promise<number> }> {
  await page.addInitScript(() => {
    const painted: Record<string, number> = {}
    Object.assign(window, { painted })
    new MutationObserver(() => {
      const revision = document.querySelector('[data-testid="glass"]')?.getAttribute('data-alert-revision')
      if (revision == null || revision in painted) return
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          painted[revision] ??= performance.timeOrigin + performance.now()
        }),
      )
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-alert-revision'] })
  })
  await page.goto(url)
  await page.getByTestId('glass').waitFor()
  return {
    count: () => page.evaluate(() => ('painted' in window ? Object.keys(Object(window.painted)).length : 0)),
    at: async (revision) => {
      const handle = await page.waitForFunction(paintedAt, String(revision), { timeout: 10_000 })
      return Number(await handle.jsonValue())
    },
  }
}

function paintedAt(revision: string): number | undefined {
  return 'painted' in window ? (window.painted as Record<string, number>)[revision] : undefined
}
