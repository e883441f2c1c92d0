import type { Page } from '@playwright/test'
import { eventually, type Service } from './city-hall.ts'

const PASSWORD = 'かわせみ けやき さくら 2026'

/** Signs the first administrator in on a page, choosing a password of their own on the way, as the CMS asks on its first start. */
export async function signInFirst(page: Page, cms: Service): Promise<void> {
  const first = await eventually(
    'the first password',
    async () => /admin {2}(\S+)/.exec(cms.process.logs())?.[1] ?? null,
  )
  await page.goto(cms.url)
  await page.getByTestId('sign-in-username').fill('admin')
  await page.getByTestId('sign-in-password').fill(first)
  await page.getByTestId('sign-in-submit').click()
  await page.getByTestId('password-current').fill(first)
  await page.getByTestId('password-next').fill(PASSWORD)
  await page.getByTestId('password-submit').click()
  await page.getByTestId('nav-schedule').waitFor()
}
