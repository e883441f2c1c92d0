import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Everything WCAG 2.2 A and AA that a machine can find wrong with what is on the page now, as `rule: element`. Small glasses
 * are pictures with a name: what is drawn inside is the glass's own matter. `within`: only there.
 * `colours`: false where the same page was looked at in another language, which changes no colour; they take longest.
 */
export async function barriersOf(page: Page, within = 'html', colours = true): Promise<string[]> {
  // What is laid out only when it is scrolled to has no size that could be judged.
  const laidOut = await page.evaluateHandle(() => {
    const late = [...document.querySelectorAll<HTMLElement>('*')].filter(
      (element) => getComputedStyle(element).contentVisibility === 'auto',
    )
    for (const element of late) element.style.contentVisibility = 'visible'
    return late
  })
  const axe = new AxeBuilder({ page }).include(within).exclude('.ak-room').withTags(WCAG_2_2_AA)
  const { violations } = await (colours ? axe : axe.disableRules('color-contrast')).analyze()
  await laidOut.evaluate((late) => {
    for (const element of late) element.style.contentVisibility = ''
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
