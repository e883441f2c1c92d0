import { type Role, UserWithPassword } from '@akari/protocol'
import type { Page } from '@playwright/test'
import { eventually, type localApi, type Service } from './city-hall.ts'

/** What everybody chooses in place of the password that was made for them. */
const PASSWORD = 'かわせみ けやき さくら 2026'

/** Signs the first administrator in, with the password that the CMS prints on its first start. */
export async function signInFirst(page: Page, cms: Service): Promise<void> {
  const first = await eventually(
    'the first password',
    async () => /admin {2}(\S+)/.exec(cms.process.logs())?.[1] ?? null,
  )
  await signIn(page, cms, 'admin', first)
}

/** Makes somebody an account and signs them in. */
export async function signInNew(
  page: Page,
  cms: Service,
  api: ReturnType<typeof localApi>,
  person: { username: string; name: string; role: Role },
): Promise<void> {
  const { password } = UserWithPassword.parse(await api('POST', '/users', person))
  await signIn(page, cms, person.username, password)
}

/** Signs in for the first time, which asks for a password of one's own, and ends when the console is there. */
async function signIn(page: Page, cms: Service, username: string, first: string): Promise<void> {
  await page.goto(cms.url)
  await page.getByTestId('sign-in-username').fill(username)
  await page.getByTestId('sign-in-password').fill(first)
  await page.getByTestId('sign-in-submit').click()
  await page.getByTestId('password-current').fill(first)
  await page.getByTestId('password-next').fill(PASSWORD)
  await page.getByTestId('password-submit').click()
  await page.getByTestId('bell').waitFor()
}
