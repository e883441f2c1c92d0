import type { Page } from '@playwright/test'

const MOST_MS = 20_000

/** Milliseconds from a touch at the kiosk until a frame is out with what it leads to; throws where there is nothing to touch, or it leads nowhere. */
export function drawn(page: Page, mark: string, selector = '.ak-kiosk'): Promise<number> {
  return page.evaluate(
    async ([touched, wanted, mostMs]) => {
      const button = document.querySelector<HTMLElement>(`.ak-kiosk [data-testid="${touched}"]`)
      if (button === null) throw new Error(`${touched} is not there`)
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
      await frame()
      const started = performance.now()
      button.click()
      do {
        await frame()
        if (performance.now() - started > mostMs) throw new Error(`${touched} leads to no ${wanted}`)
      } while (document.querySelector(wanted) === null)
      await frame()
      return performance.now() - started
    },
    [mark, selector, MOST_MS] as const,
  )
}
