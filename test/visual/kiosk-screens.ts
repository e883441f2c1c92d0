import type { KioskLanguage } from '@akari/protocol'
import type { Page } from '@playwright/test'

/** What is touched, by its mark, or typed. */
type Step = string | { typed: string }

interface KioskLook {
  name: string
  /** What leads there from home. */
  steps: readonly Step[]
  /** What is to be touched once more where another language was chosen meanwhile. */
  again?: string
}

/** Every screen of the kiosk. */
export const KIOSK_SCREENS: readonly KioskLook[] = [
  { name: 'home', steps: [] },
  { name: 'languages', steps: ['languages'], again: 'languages' },
  { name: 'errands', steps: ['errands'] },
  { name: 'floors', steps: ['floors'] },
  { name: 'search', steps: ['search', { typed: 'し' }] },
  { name: 'search-nothing', steps: ['search', { typed: 'ぬぬぬ' }] },
  { name: 'nearest', steps: ['nearest'] },
  { name: 'faqs', steps: ['faqs'] },
  { name: 'faq', steps: ['faqs', 'faq'] },
  { name: 'shelters', steps: ['shelters'] },
  { name: 'board-wifi', steps: ['board-wifi'] },
  { name: 'board-today', steps: ['board-today'] },
  { name: 'place', steps: ['errands', 'errand'] },
  { name: 'route', steps: ['errands', 'errand', 'go', 'walker-shortest'] },
  { name: 'route-upstairs', steps: ['search', { typed: '議場' }, 'hit', 'go', 'walker-shortest', 'step-after'] },
  { name: 'route-code', steps: ['errands', 'errand', 'go', 'take-along'], again: 'take-along' },
  { name: 'recordings', steps: ['recordings'] },
  { name: 'recording', steps: ['recordings', 'recording', 'chapter'] },
  { name: 'said', steps: ['recordings', 'recording', 'find-said'] },
  { name: 'said-hits', steps: ['recordings', 'recording', 'find-said', 'often'] },
  { name: 'said-kana', steps: ['recordings', 'recording', 'find-said', { typed: 'よさん' }] },
  { name: 'said-nothing', steps: ['recordings', 'recording', 'find-said', { typed: 'ぬぬぬ' }] },
  { name: 'no-way', steps: ['search', { typed: '西階段' }, 'hit', 'go', 'walker-step-free'] },
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

/** Goes from home to a screen as a visitor does. */
export async function goTo(page: Page, { steps }: KioskLook): Promise<void> {
  for (const step of steps) {
    if (typeof step === 'string') await touch(page, step)
    else await page.evaluate(typeKeys, step.typed)
  }
}

/** The same from wherever a visit is, in no time: for who looks at what is there, not at how one gets there. */
export async function hurryTo(page: Page, language: KioskLanguage, { steps }: KioskLook): Promise<void> {
  await page.evaluate(pressKeys, ['languages', `language-${language}`, 'home'])
  for (const step of steps) {
    if (typeof step === 'string') await page.evaluate(pressKeys, [step])
    else await page.evaluate(typeKeys, step.typed)
  }
}

/** A keyboard that is plugged in types what ours has no keys for; runs in the page. */
function typeKeys(text: string): void {
  for (const key of text) window.dispatchEvent(new KeyboardEvent('keydown', { key }))
}

/** Presses what has these marks, each as soon as it is there; runs in the page. */
async function pressKeys(marks: readonly string[]): Promise<void> {
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
  for (const mark of marks) {
    const find = (): HTMLElement | null => document.querySelector(`.ak-kiosk [data-testid="${mark}"]`)
    for (let waited = 0; find() === null; waited += 1) {
      if (waited > 600) throw new Error(`${mark} is not there`)
      await frame()
    }
    find()?.click()
    await frame()
  }
}
