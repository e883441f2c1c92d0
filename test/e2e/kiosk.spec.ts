import AxeBuilder from '@axe-core/playwright'
import { KIOSK_LANGUAGES, type PlayerState } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { type GlassPage, KIOSK, LOBBY, openGlassPage } from '../visual/glass-page.ts'
import { hurryTo, KIOSK_SCREENS, restart, touch } from '../visual/kiosk-screens.ts'

const SENTINEL = 'zqxjv'

let at: GlassPage
let page: Page

test.beforeAll(async ({ browser }) => {
  at = await openGlassPage(browser)
  page = at.page
})
test.afterAll(() => at.close())

/** The loop of a display with a guide; a visit ends `seconds` after the last touch. */
async function open(seconds = 3600): Promise<PlayerState> {
  const state = at.state('kiosk', KIOSK)
  if (state.programme === null) throw new Error('no kiosk')
  const waiting = { ...state, programme: { ...state.programme, visitSeconds: seconds } }
  await page.setViewportSize({ width: KIOSK.widthPx, height: KIOSK.heightPx })
  at.glass.show(waiting)
  await page.goto(at.glass.url)
  await page.getByTestId('invitation').waitFor()
  return waiting
}

test('a touch leads from the loop to the counter of an errand in two more, step by step', async () => {
  await open()
  await page.getByTestId('invitation').click()
  await expect(page.getByTestId('glass')).toHaveAttribute('data-scene', 'kiosk')
  await touch(page, 'errands', 'errand')
  await expect(page.locator('[data-screen="place"]')).toContainText('市民課')
  await expect(page.locator('[data-screen="place"]')).toContainText('1F')
  await touch(page, 'go')
  await expect(page.locator('[data-screen="route"]')).toHaveAttribute('data-found', 'true')
  await touch(page, 'home', 'nearest', 'nearest-toilet')
  await expect(page.getByTestId('step')).toContainText('トイレ')
})

test('each card of a way shows its own floor', async () => {
  await restart(page, 'ja')
  await touch(page, 'search')
  await page.keyboard.type('giji')
  await expect(page.getByTestId('hit').first()).toContainText('議場')
  await touch(page, 'hit', 'go')
  const floors = new Set<string | null>()
  for (;;) {
    floors.add(await page.getByTestId('map').getAttribute('data-level'))
    if (await page.getByTestId('step-after').isDisabled()) break
    await touch(page, 'step-after')
  }
  expect(floors.size).toBe(2)
  await touch(page, 'walker-step-free')
  await expect(page.getByTestId('step')).toContainText('1 / ')
  await touch(page, 'take-along')
  await expect(page.getByTestId('code').getByRole('img')).toHaveAttribute('aria-label', /^▶ 議場\n1 /)
})

test('kana and letters are typed on the glass, with marks on them', async () => {
  await restart(page, 'ja')
  await touch(page, 'search')
  for (const kana of ['こ', 'み']) await page.getByRole('button', { name: kana, exact: true }).click()
  await touch(page, 'delete')
  await touch(page, 'mark-voiced')
  await expect(page.getByTestId('typed')).toHaveText('ご')
  await page.getByRole('button', { name: 'み', exact: true }).click()
  await expect(page.getByTestId('hit').first()).toContainText('ごみ')
})

test('without a touch there is a warning, and then nothing of the visit is left anywhere', async () => {
  await open(10)
  await page.getByTestId('invitation').click()
  await touch(page, 'languages', 'language-en', 'large', 'search')
  await page.keyboard.type(SENTINEL)
  await expect(page.getByTestId('typed')).toHaveText(SENTINEL)
  const before = await page.evaluate(() => history.length)
  await touch(page, 'home', 'nearest', 'nearest-exit')
  await expect(page.getByTestId('step')).toBeVisible()
  await expect(page.getByTestId('leaving')).toBeVisible()
  await touch(page, 'stay')
  await expect(page.getByTestId('leaving')).toBeHidden()
  await expect(page.getByTestId('step')).toBeVisible()
  await expect(page.getByTestId('invitation')).toBeVisible({ timeout: 30_000 })
  const left = await leftBehind()
  expect(left.all).not.toContain(SENTINEL)
  expect(left).toMatchObject({ url: at.glass.url, history: before, lang: 'ja', databases: [] })
  await page.getByTestId('invitation').click()
  await expect(page.locator('[data-screen="home"]')).toBeVisible()
  await expect(page.getByTestId('large')).toHaveAttribute('aria-pressed', 'false')
})

test('an emergency takes the kiosk off the glass in the very paint in which it appears', async () => {
  const state = await open()
  await page.getByTestId('invitation').click()
  await touch(page, 'search')
  const alarm = at.state('level4', KIOSK)
  await page.evaluate(() => {
    new MutationObserver((_changes, watch) => {
      if (document.querySelector('.screen-glass .ak-emergency') === null) return
      document.body.dataset['kioskBeside'] = String(document.querySelector('.ak-kiosk') !== null)
      watch.disconnect()
    }).observe(document, { subtree: true, childList: true })
  })
  at.glass.show({ ...state, revision: alarm.revision, alerts: alarm.alerts })
  await expect(page.locator('body[data-kiosk-beside]')).toHaveAttribute('data-kiosk-beside', 'false')
  await expect(page.getByTestId('glass')).toHaveAttribute('data-layer', 'emergency')
})

test('a power cut takes the kiosk off the glass, and when it is over nothing of the visit is left', async () => {
  const state = await open()
  await page.getByTestId('invitation').click()
  await touch(page, 'large', 'search')
  await page.keyboard.type(SENTINEL)
  await expect(page.getByTestId('typed')).toHaveText(SENTINEL)
  const { power, revision } = at.state('power-1f', KIOSK)
  at.glass.show({ ...state, revision, power })
  await expect(page.getByTestId('glass')).toHaveAttribute('data-scene', 'guidance')
  await expect(page.locator('.ak-guidance-name')).toContainText('正面出入口')
  await expect(page.getByTestId('kiosk')).toHaveCount(0)
  expect((await leftBehind()).all).not.toContain(SENTINEL)
  at.glass.show({ ...state, revision: revision + 1 })
  await expect(page.getByTestId('glass')).not.toHaveAttribute('data-scene', 'guidance')
  await expect(page.locator('[data-screen="home"], [data-testid="invitation"]')).toBeVisible()
  expect((await leftBehind()).all).not.toContain(SENTINEL)
  await restart(page, 'ja')
  await expect(page.getByTestId('large')).toHaveAttribute('aria-pressed', 'false')
})

/** The scene that is seen in the middle of the glass. */
function onTop(on: Page): Promise<string | undefined> {
  return on.evaluate(() => {
    const [x, y] = [innerWidth / 2, innerHeight / 2]
    // What is inert is painted, but not found.
    for (const covered of document.querySelectorAll('[inert]')) covered.removeAttribute('inert')
    return document.elementsFromPoint(x, y).flatMap((each) => each.closest('.ak-scene') ?? [])[0]?.className
  })
}

test('a display with nothing to show invites all the same, and answers', async () => {
  const state = await open()
  if (state.programme === null) throw new Error('no programme')
  await expect(page.locator('.ak-layer[data-place="shown"]')).toBeVisible()
  const nothing = { ...state.programme, revision: state.revision + 1, entries: [], defaultPlaylistId: null }
  at.glass.show({ ...state, revision: state.revision + 1, programme: nothing })
  await expect(page.getByTestId('glass')).toHaveAttribute('data-scene', 'fallback')
  // What was shown before is still held ready, beneath.
  await expect.poll(() => onTop(page)).toBe('ak-scene ak-fallback')
  await page.getByTestId('invitation').click()
  await expect(page.locator('[data-screen="home"]')).toBeVisible()
  await touch(page, 'leave')
  await expect(page.getByTestId('glass')).toHaveAttribute('data-scene', 'fallback')
})

test('under a sitting the invitation leaves the room to what is said, in letters that are no smaller', async () => {
  const { programme: kiosk } = at.state('kiosk', LOBBY)
  const state = at.state('council-captions', LOBBY)
  if (state.programme === null || kiosk === null) throw new Error('no programme')
  const invited = { ...state, programme: { ...state.programme, guide: kiosk.guide } }
  const invitation = page.getByTestId('invitation')
  const look = async () => {
    const letters = await invitation
      .locator(':is(strong, li, .ak-invitation-hold)')
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))
    return { letters, heightPx: (await invitation.boundingBox())?.height ?? 0 }
  }
  await page.setViewportSize({ width: LOBBY.widthPx, height: LOBBY.heightPx })
  at.glass.show(at.state('kiosk', LOBBY))
  await page.goto(at.glass.url)
  await expect(invitation).toContainText('ご案内します')
  const before = await look()
  at.glass.show({ ...invited, revision: invited.revision + 1 })
  await expect(invitation).toHaveAttribute('data-slim', 'true')
  await expect(page.locator('[data-testid="glass"][data-scene="sitting"]')).toBeVisible()
  const after = await look()
  expect(after.letters).toEqual(before.letters)
  expect(after.heightPx).toBeLessThan(before.heightPx / 2)
  await invitation.click()
  await expect(page.getByTestId('kiosk')).toBeVisible()
})

test('everything to touch is 20 mm and every letter 0.7° at least, on every screen', async () => {
  await open()
  await restart(page, 'ja')
  for (const look of KIOSK_SCREENS) {
    const { name } = look
    await hurryTo(page, 'ja', look)
    const small = await page.evaluate(
      ([mm, leastCapitalMm]) => [
        ...[...document.querySelectorAll('.ak-kiosk button')]
          .filter((button) => {
            const { width, height } = button.getBoundingClientRect()
            return Math.min(width, height) * mm < 19.9
          })
          .map((button) => `touch ${button.textContent}`),
        ...[...document.querySelectorAll('.ak-kiosk .ak-text')]
          .filter((text) => Number.parseFloat(getComputedStyle(text).fontSize) * 0.7 * mm < leastCapitalMm)
          .map((text) => `letter ${text.textContent}`),
      ],
      [KIOSK.mmPerPx, 600 * Math.tan((0.7 * Math.PI) / 180) - 0.01] as const,
    )
    expect({ name, small }).toEqual({ name, small: [] })
  }
})

test('no screen has a barrier that can be found by rule, in any language and both themes', async () => {
  test.setTimeout(180_000)
  await open()
  await restart(page, 'ja')
  // Brings the rules into the page, where they stay.
  const { violations } = await new AxeBuilder({ page }).include('.ak-kiosk').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  const found: string[] = []
  for (const look of KIOSK_SCREENS) {
    await hurryTo(page, 'ja', look)
    found.push(...(await barriersOn(look.again)).map((barrier) => `${look.name} ${barrier}`))
  }
  expect(found).toEqual([])
})

/**
 * Rules that the shown screen breaks in each language, and what of them in the other theme; the map has a test of its own. A
 * rule that nothing on the screen is concerned by is so in every language.
 */
function barriersOn(again: string | undefined): Promise<string[]> {
  return page.evaluate(
    async ([languages, once]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const where = { include: ['.ak-kiosk'], exclude: ['.ak-kiosk-map'] }
      const press = async (mark: string): Promise<void> => {
        document.querySelector<HTMLElement>(`.ak-kiosk [data-testid="${mark}"]`)?.click()
        await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      const found: string[] = []
      const look = async (how: string, options: object): Promise<string[]> => {
        // Words that are fading in have no contrast yet; one that begins anew rejects what was waited for.
        await Promise.allSettled(
          document.getAnimations().flatMap((fade) => (fade instanceof CSSTransition ? fade.finished : [])),
        )
        const { violations, inapplicable } = await axe.run(where, { resultTypes: ['violations'], ...options })
        for (const { id, nodes } of violations)
          found.push(...nodes.map(({ html }) => `${how} ${id} ${html.slice(0, 120)}`))
        return inapplicable.map(({ id }) => id)
      }
      const idle = await look('ja usual', {})
      await press('contrast')
      // Colours alone are others in the other theme, and the same in every language.
      await look('ja high', { runOnly: ['color-contrast'] })
      await press('contrast')
      const left = Object.fromEntries([...idle, 'color-contrast'].map((id) => [id, { enabled: false }]))
      for (const language of languages) {
        await press('languages')
        await press(`language-${language}`)
        if (once !== undefined) await press(once)
        if (document.documentElement.lang !== language) throw new Error(`${language} was not chosen`)
        await look(`${language} usual`, { rules: left })
      }
      return found
    },
    [KIOSK_LANGUAGES.filter((language) => language !== 'ja'), again] as const,
  )
}

/** Everything that a page can keep. */
function leftBehind() {
  return page.evaluate(async () => {
    const stored = [sessionStorage, localStorage].map((storage) => JSON.stringify(Object.entries(storage)))
    const databases = await indexedDB.databases()
    const kept = [document.documentElement.outerHTML, JSON.stringify(history.state), document.cookie, location.href]
    return {
      all: [...stored, ...kept, JSON.stringify(databases)].join('\n'),
      url: location.href,
      history: history.length,
      lang: document.documentElement.lang,
      databases,
    }
  })
}
