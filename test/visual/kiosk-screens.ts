import type { KioskLanguage } from '@akari/protocol'
import type { Page } from '@playwright/test'

interface KioskLook {
  name: string
  go: (page: Page) => Promise<void>
  /** What is to be touched once more where another language was chosen meanwhile. */
  again?: string
}

/** Every screen of the kiosk with the touches that lead there from home. */
export const KIOSK_SCREENS: readonly KioskLook[] = [
  { name: 'home', go: async () => {} },
  { name: 'languages', go: (page) => touch(page, 'languages'), again: 'languages' },
  { name: 'errands', go: (page) => touch(page, 'errands') },
  { name: 'floors', go: (page) => touch(page, 'floors') },
  { name: 'search', go: (page) => search(page, 'し') },
  { name: 'search-nothing', go: (page) => search(page, 'ぬぬぬ') },
  { name: 'nearest', go: (page) => touch(page, 'nearest') },
  { name: 'faqs', go: (page) => touch(page, 'faqs') },
  { name: 'faq', go: (page) => touch(page, 'faqs', 'faq') },
  { name: 'shelters', go: (page) => touch(page, 'shelters') },
  { name: 'place', go: (page) => touch(page, 'popular') },
  { name: 'route', go: (page) => touch(page, 'popular', 'go') },
  { name: 'route-upstairs', go: (page) => search(page, '議場', 'hit', 'go', 'step-after') },
  { name: 'route-code', go: (page) => touch(page, 'popular', 'go', 'take-along'), again: 'take-along' },
  { name: 'no-way', go: (page) => search(page, '市長室', 'hit', 'go') },
]

/** Touches one after the other, each the first of its kind. */
export async function touch(page: Page, ...marks: readonly string[]): Promise<void> {
  for (const mark of marks) await page.getByTestId('kiosk').getByTestId(mark).first().click()
}

/** Begins anew, in a language. */
export async function restart(page: Page, language: KioskLanguage): Promise<void> {
  const kiosk = page.getByTestId('kiosk')
  if ((await kiosk.count()) === 0) {
    await page.getByTestId('invitation').click()
    await kiosk.waitFor()
  }
  await touch(page, 'languages', `language-${language}`)
  if (await page.getByTestId('home').isEnabled()) await touch(page, 'home')
}

/** A keyboard that is plugged in types what ours has no keys for. */
async function search(page: Page, text: string, ...marks: readonly string[]): Promise<void> {
  await touch(page, 'search')
  await page.evaluate((typed) => {
    for (const key of typed) window.dispatchEvent(new KeyboardEvent('keydown', { key }))
  }, text)
  await touch(page, ...marks)
}
