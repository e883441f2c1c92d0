import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export type Look = {
  /** As `rule: element`. */
  barriers: string[]
  /** Rules that nothing on the page is concerned by. */
  idle: string[]
}

/**
 * Everything WCAG 2.2 A and AA that a machine can find wrong with what is on the page now. Small glasses are pictures with a
 * name: what is drawn inside is the glass's own matter. `without`: rules that are left out.
 */
export async function lookForBarriers(page: Page, within: string, without: readonly string[]): Promise<Look> {
  // What is laid out only when it is scrolled to has no size that could be judged.
  const laidOut = await page.evaluateHandle(() => {
    const late = [...document.querySelectorAll<HTMLElement>('*')].filter(
      (element) => getComputedStyle(element).contentVisibility === 'auto',
    )
    for (const element of late) element.style.contentVisibility = 'visible'
    return late
  })
  const axe = (await axeFor(page)).include(within).exclude('.ak-room')
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]))
  const { violations, inapplicable } = await axe
    .options({ runOnly: WCAG_2_2_AA, rules, resultTypes: ['violations'] })
    .analyze()
  await laidOut.evaluate((late) => {
    for (const element of late) element.style.contentVisibility = ''
  })
  return {
    barriers: violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    idle: inapplicable.map(({ id }) => id),
  }
}

/** The same where nothing is left out. */
export async function barriersOf(page: Page, within = 'html'): Promise<string[]> {
  return (await lookForBarriers(page, within, [])).barriers
}

/** The rules, brought into the page once, where they stay and work by themselves: no page of ours holds another one. */
async function axeFor(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window)
  return new AxeBuilder({ page, ...(isThere ? { axeSource: 'true' } : {}) }).setLegacyMode()
}
