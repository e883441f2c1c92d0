import type { DisplayProfile, PlayerState } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { type GlassPage, LOBBY, LOBBY_4K, LOBBY_TURNED, openGlassPage } from '../visual/glass-page.ts'

const ENGLISH = ['Live', 'City Council, 4th regular session 2026', 'Bill No. 52', 'Taro Mihon']
const JAPANESE = ['中継', '令和8年第4回 市議会定例会 本会議', '議案第52号', '見本 太郎 議員']
const FRAMES: readonly (readonly [string, DisplayProfile])[] = [
  ['wide', LOBBY],
  ['tall', LOBBY_TURNED],
  ['4K', LOBBY_4K],
]

let made: GlassPage
let page: Page
test.beforeAll(async ({ browser }) => {
  made = await openGlassPage(browser)
  page = made.page
  // Turns take ten seconds each: the page's clock is turned on instead of waiting for them.
  await page.clock.install()
})
test.afterAll(() => made.close())
// English is the first to have its turn on a page that begins.
test.beforeEach(async () => {
  await page.goto('about:blank')
  await page.clock.setSystemTime(Date.now())
})

const sheet = () => page.locator('.ak-layer[data-place="shown"] :is(.ak-council-sheet, .ak-sitting-sheet)')
const saying = (text: string | RegExp) => sheet().getByText(text, { exact: true }).filter({ visible: true })

/** Turns the page's clock on until a turn comes in which this is to be seen. */
async function turnTo(...texts: readonly (string | RegExp)[]): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(4000)
    for (const text of texts) await expect(saying(text).first()).toBeVisible({ timeout: 100 })
  }).toPass({ timeout: 15_000 })
}

/** A scenario as it would be had nobody written it in more than Japanese. */
function inJapanese(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inJapanese)
  if (typeof value !== 'object' || value === null) return value
  if ('ja' in value && typeof value.ja === 'string') return { ja: value.ja }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inJapanese(part)]))
}
async function showInJapanese(name: string, display: DisplayProfile): Promise<void> {
  const state = inJapanese(made.state(name, display)) as PlayerState
  await made.show(name, display)
  made.glass.show({ ...state, revision: state.revision + 1_000_000 })
  await page.locator(`[data-testid="glass"][data-revision="${state.revision + 1_000_000}"]`).waitFor()
  await expect(sheet().locator('.ak-beside')).toHaveCount(0)
}

/** The smallest letters of what is seen, in captions of the glass; resolves once they stand still. */
async function leastLetter(): Promise<number> {
  const least = () =>
    sheet().evaluate((box: HTMLElement) => {
      const captionPx = Number.parseFloat(getComputedStyle(box).getPropertyValue('--caption'))
      const texts = [...box.querySelectorAll('.ak-text')].filter((text) => text.checkVisibility())
      return Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))) / captionPx
    })
  let before = Number.NaN
  await expect
    .poll(async () => {
      const last = before
      before = await least()
      return before === last
    })
    .toBe(true)
  return before
}

/** Texts of any language that stick out of their sheet, whether it is their turn or not. */
const cut = () =>
  sheet().evaluate((box) => {
    const frame = box.getBoundingClientRect()
    return [...box.querySelectorAll('.ak-text')].flatMap((text) => {
      const { top, bottom, left, right } = text.getBoundingClientRect()
      const slack = (bottom - top) * 0.2
      const isIn =
        top > frame.top - slack && bottom < frame.bottom + slack && left > frame.left - 2 && right < frame.right + 2
      return isIn ? [] : [text.textContent]
    })
  })

for (const [name, display] of [FRAMES[0], FRAMES[2]].flatMap((frame) => (frame === undefined ? [] : [frame])))
  for (const scenario of ['council-live', 'council-captions'])
    test(`${scenario} on a ${name} glass: title, item and speaker are in English by turns with Japanese, and as large`, async () => {
      await showInJapanese(scenario, display)
      const alone = await leastLetter()
      await page.goto('about:blank')
      await made.show(scenario, display)
      await turnTo(...ENGLISH)
      for (const text of JAPANESE) await expect(saying(text)).toHaveCount(0)
      expect(await leastLetter()).toBeGreaterThan(alone * 0.98)
      expect(await cut()).toEqual([])
      await turnTo(...JAPANESE)
      for (const text of ENGLISH) await expect(saying(text)).toHaveCount(0)
    })

test('a portrait glass has room for both, one below the other', async () => {
  await made.show('council-live', LOBBY_TURNED)
  for (const text of [...JAPANESE, ...ENGLISH]) await expect(saying(text)).toBeVisible()
  expect(await leastLetter()).toBeGreaterThanOrEqual(0.8)
  expect(await cut()).toEqual([])
})

for (const [name, display] of FRAMES)
  test(`a countdown, a recess and the closing card stand in both on a ${name} glass`, async () => {
    for (const [scenario, japanese, english] of [
      ['council-countdown', '開会まで', /^Opens in \d+ min/],
      ['council-soon', 'まもなく開会します', /^About to open/],
      ['council-recess', '休憩中', /^In recess.*Expected to resume at/],
      ['council-adjourned', '閉会しました', /^The sitting has closed/],
      ['council-adjourned-kiosks', '閉会しました', /kiosks$/],
    ] as const) {
      await made.show(scenario, display)
      await expect(saying(japanese)).toBeVisible()
      await expect(sheet().locator('[data-active="true"]').filter({ hasText: english })).toBeVisible()
      await expect(saying('City Council, 4th regular session 2026')).toBeVisible()
      expect(await leastLetter()).toBeGreaterThanOrEqual(0.7)
      expect(await cut()).toEqual([])
    }
  })

test('a dot parts what a card says on one line, and stands at no line’s end', async () => {
  for (const [, display] of FRAMES) {
    await made.show('council-recess', display)
    const { gap, isOneLine } = await sheet()
      .locator('.ak-beside [data-lead="false"]')
      .filter({ visible: true })
      .evaluate((next) => {
        const [before, after] = [next.previousElementSibling, next].map((part) => part?.querySelector('.ak-text'))
        const [left, right] = [before?.getBoundingClientRect(), after?.getBoundingClientRect()]
        if (left === undefined || right === undefined) throw new Error('a part has no text')
        const emPx = Number.parseFloat(getComputedStyle(next).fontSize)
        const onOne = Math.abs(left.top - right.top) < emPx / 2
        const startPx = next.closest('.ak-beside')?.getBoundingClientRect().left ?? Number.NaN
        return { isOneLine: onOne, gap: (right.left - (onOne ? left.right : startPx)) / emPx }
      })
    expect(gap, `${display.widthPx}`).toBeCloseTo(isOneLine ? 0.9 : 0, 1)
  }
})

test('the code of a recording says what it leads to in both, or by turns where there is no room for both', async () => {
  const [caption, english] = ['録画は こちらから', 'Watch the recording']
  await made.show('council-adjourned', LOBBY_TURNED)
  for (const text of [caption, english]) await expect(saying(text)).toBeVisible()
  await page.goto('about:blank')
  await made.show('council-adjourned-zones')
  await expect(saying(caption)).toHaveCount(2)
  await turnTo(english)
  await expect(saying(english)).toHaveCount(2)
  await expect(saying(caption)).toHaveCount(0)
})

test('what is long is cut in no language, in no frame', async () => {
  for (const [, display] of FRAMES)
    for (const scenario of ['council-long', 'council-long-captions', 'council-long-soon', 'council-words']) {
      await made.show(scenario, display)
      await leastLetter()
      expect(await cut(), `${scenario} ${display.widthPx}`).toEqual([])
    }
})

test('what is said in two languages has no more lines than its band', async () => {
  const lines = page.locator('.ak-layer[data-place="shown"] .ak-captions-lines p')
  for (const [, display] of FRAMES) {
    await page.goto('about:blank')
    await made.show('council-captions-long', display)
    await expect(lines.nth(1)).toBeVisible()
    const counts = await lines.evaluateAll((all) =>
      all.map((said) => Math.round(said.clientHeight / Number.parseFloat(getComputedStyle(said).lineHeight))),
    )
    expect(Math.max(...counts), `${display.widthPx}`).toBe(2)
  }
})

test('an upright glass with its touch band shows captions in one language at a time, and leaves the sheet its letters', async () => {
  await made.show('council-touched', LOBBY_TURNED)
  const tracks = page.locator('.ak-layer[data-place="shown"] .ak-captions-track')
  await expect(tracks).toHaveCount(2)
  await expect(tracks.filter({ visible: true })).toHaveCount(1)
  expect(await leastLetter()).toBeGreaterThan(0.65)
  expect(await cut()).toEqual([])
})

test('the number of an item is in no column too narrow for it', async () => {
  await made.show('council-agenda-long', { ...LOBBY, viewingDistanceM: 3 })
  const overhang = sheet()
    .locator('.ak-sitting-agenda-item')
    .first()
    .evaluate((item) =>
      Math.max(
        ...[...item.querySelectorAll('.ak-text')].map(
          (text) => text.getBoundingClientRect().right - item.getBoundingClientRect().right,
        ),
      ),
    )
  expect(await overhang).toBeLessThan(2)
})

/** Turns of a sheet, and of the captions below it while there are any, for longer than each has its own; runs in the page. */
function turnsTogether(shown: Element): Promise<string[]> {
  const scene = shown.closest('.ak-council')
  const seen = new Set<string>()
  const look = (): void => {
    const track = scene?.querySelector('.ak-captions-track[data-turn="true"]')
    if (track) seen.add(`${shown.getAttribute('data-turn')} ${track.getAttribute('data-spoken')}`)
  }
  look()
  return new Promise((resolve) => {
    const watch = new MutationObserver(look)
    watch.observe(shown.closest('.ak-layer') ?? shown, { attributes: true, subtree: true, childList: true })
    setTimeout(() => resolve([...seen].toSorted()), 35_000)
  })
}

test('what is told beside captions in two languages has its turns with theirs', async () => {
  await made.show('council-long-captions')
  await expect(page.locator('.ak-layer[data-place="shown"] .ak-captions-track')).toHaveCount(2)
  expect(await sheet().evaluate(turnsTogether)).toEqual(['first ja', 'second en'])
})

test('a card in a zone, without room for both, says it by turns', async () => {
  await made.show('council-zones-recess')
  await expect(sheet()).toHaveCount(2)
  await expect(saying('休憩中')).toHaveCount(2)
  await turnTo('In recess')
  await expect(saying('In recess')).toHaveCount(2)
  await expect(saying('休憩中')).toHaveCount(0)
  await turnTo('休憩中')
  await expect(saying('休憩中')).toHaveCount(2)
  await expect(saying('In recess')).toHaveCount(0)
})

test('a countdown beside its agenda is in English by turns, and so is the agenda', async () => {
  await made.show('council-agenda')
  for (const text of ['議事日程', '日程第1', '会議録署名議員の指名', '開会まで'])
    await expect(saying(text)).toBeVisible()
  await turnTo('Agenda', 'Item 1', 'Appointment of signatories to the minutes')
  await expect(saying('City Council, 4th regular session 2026')).toBeVisible()
  await expect(saying('開会まで')).toHaveCount(0)
  await turnTo('議事日程')
})

test('a display that is to speak Japanese alone does, captions and all', async () => {
  const alone = { ...LOBBY, languagesBeside: [] }
  await made.show('council-captions', alone)
  await expect(page.locator('.ak-layer[data-place="shown"] .ak-captions-track')).toHaveAttribute('data-spoken', 'ja')
  await expect(sheet().locator('.ak-beside')).toHaveCount(0)
  await made.show('council-recess', alone)
  await expect(saying('休憩中')).toBeVisible()
  await expect(sheet().locator('.ak-beside')).toHaveCount(0)
})

test('a sitting that is written in Japanese alone keeps the room of its picture', async () => {
  const shareOfPicture = () =>
    page
      .locator('.ak-layer[data-place="shown"] .ak-council')
      .evaluate((scene) => (scene.querySelector('.ak-council-stage')?.clientHeight ?? 0) / scene.clientHeight)
  await made.show('council-live')
  await expect.poll(shareOfPicture).toBeCloseTo(0.62, 2)
  await showInJapanese('council-live', LOBBY)
  await expect.poll(shareOfPicture).toBeCloseTo(0.73, 2)
})
