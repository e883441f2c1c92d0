import { type DisplayProfile, KIOSK_LANGUAGES, type KioskLanguage } from '@akari/protocol'
import { expect, type Page, test } from '@playwright/test'
import { type GlassPage, openGlassPage } from '../visual/glass-page.ts'
import { cutWords } from '../visual/kiosk-cut.ts'
import { KIOSK_FRAMES } from '../visual/kiosk-frames.ts'
import { hurryTo, KIOSK_SCREENS, restart, touch } from '../visual/kiosk-screens.ts'

type Comforts = readonly ('large' | 'low' | 'aloud')[]
const COMFORTS: readonly Comforts[] = [[], ['large'], ['low'], ['large', 'low']]
const ALL: Comforts = ['large', 'low', 'aloud']

let at: GlassPage
let page: Page

test.beforeAll(async ({ browser }) => {
  at = await openGlassPage(browser)
  page = at.page
})
test.afterAll(() => at.close())

/** A kiosk of one of the frames, with these comforts; resolves to those that it offers. */
async function open(frame: string, comforts: Comforts): Promise<Comforts> {
  const display = KIOSK_FRAMES[frame]
  if (display === undefined) throw new Error(`no frame ${frame}`)
  const state = at.state('kiosk', display)
  if (state.programme === null) throw new Error('no kiosk')
  await page.setViewportSize({ width: display.widthPx, height: display.heightPx })
  at.glass.show({ ...state, programme: { ...state.programme, visitSeconds: 3600 } })
  await page.goto(at.glass.url)
  await page.getByTestId('invitation').waitFor()
  await restart(page, 'ja')
  const offered: Comforts[number][] = []
  for (const comfort of comforts)
    if ((await page.getByTestId('kiosk').getByTestId(comfort).count()) > 0) offered.push(comfort)
  await touch(page, ...offered)
  return offered
}

/** What is cut or torn on a screen, once it is drawn with its fonts. */
async function cutOn(name: string, language: KioskLanguage): Promise<string[]> {
  const look = KIOSK_SCREENS.find((one) => one.name === name)
  if (look === undefined) throw new Error(`no screen ${name}`)
  await hurryTo(page, language, look)
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  )
  return page.evaluate(cutWords)
}

const LOW_FRAMES = ['wall', 'half', 'lobby', 'hall', 'fine']

/** Where everything is that is touched, and the picture, in millimetres from the lower edge of the glass and from its left. */
function touchedAt(mmPerPx: number) {
  const boxOf = (part: Element) => {
    const { left, right, top, bottom } = part.getBoundingClientRect()
    const [from, to] = [innerHeight - bottom, innerHeight - top].map((px) => px * mmPerPx)
    return { name: part.textContent, left: left * mmPerPx, right: right * mmPerPx, from: from ?? 0, to: to ?? 0 }
  }
  // What is pushed out of sight in a list is touched where it comes to be seen.
  const isSeen = (part: Element): boolean => {
    const list = part.closest('.ak-scroll')?.getBoundingClientRect()
    const { top, bottom } = part.getBoundingClientRect()
    return list === undefined || (top >= list.top - 1 && bottom <= list.bottom + 1)
  }
  const touched = [...document.querySelectorAll('.ak-kiosk :is(button, input)')]
    .filter((part) => part.checkVisibility() && isSeen(part))
    .map(boxOf)
  const [film] = [...document.querySelectorAll('.ak-film')].map(boxOf)
  return { touched, filmMm: film === undefined ? 0 : film.to - film.from }
}

/** What is too small, too close to something else or out of reach on the low screen of a film, and whether that is too small. */
async function outOfReach({ mmPerPx, heightPx, widthPx, mountHeightMm }: DisplayProfile): Promise<string[]> {
  const reachMm = mountHeightMm === undefined ? (heightPx * mmPerPx) / 2 : 1200 - mountHeightMm
  const { touched, filmMm } = await page.evaluate(touchedAt, mmPerPx)
  const isLarge = filmMm > Math.min(widthPx, heightPx) * mmPerPx * 0.4
  return [
    ...(isLarge ? [] : [`film ${filmMm} mm`]),
    ...touched.flatMap(({ name, left, right, from, to }, order) => [
      ...(to < reachMm + 0.5 ? [] : [`${name} at ${to} mm`]),
      ...(Math.min(right - left, to - from) > 19.9 ? [] : [`${name} ${right - left} × ${to - from} mm`]),
      ...touched.slice(order + 1).flatMap((other) => {
        const apart = Math.max(other.left - right, left - other.right, other.from - to, from - other.to)
        return apart > 2.9 ? [] : [`${name} ${apart} mm from ${other.name}`]
      }),
    ]),
  ]
}

/** Captions whose place holds no whole number of lines: what was said before is cut there. */
function cutCaptions(): string[] {
  return [...document.querySelectorAll('.ak-captions-lines')].flatMap((place) => {
    const said = place.querySelector('p')
    if (said === null) return []
    const lines = place.clientHeight / Number.parseFloat(getComputedStyle(said).lineHeight)
    return (lines + 0.02) % 1 < 0.2 ? [] : [`captions have ${lines} lines`]
  })
}

/** What is wrong with home and the screen of a film in one language. */
async function faultsIn(display: DisplayProfile, language: KioskLanguage, isLow: boolean): Promise<string[]> {
  const home = await cutOn('home', language)
  const film = [...(await cutOn('recording', language)), ...(await page.evaluate(cutCaptions))]
  // Elsewhere the titles of a long agenda are pushed up, not held.
  if (!isLow) return [...home, ...film.filter((cut) => /tears|captions/.test(cut))]
  return [...home, ...film, ...(await outOfReach(display))]
}

for (const [frame, display] of Object.entries(KIOSK_FRAMES))
  test(`on a ${frame} glass home holds every word, no word of a film is torn, and the low screen has all in reach`, async () => {
    test.setTimeout(180_000)
    const found: string[] = []
    for (const comforts of COMFORTS) {
      if ((await open(frame, comforts)).length < comforts.length) continue
      const isLow = LOW_FRAMES.includes(frame) && comforts.includes('low')
      for (const language of KIOSK_LANGUAGES)
        found.push(
          ...(await faultsIn(display, language, isLow)).map((fault) => `${comforts.join(' ')} ${language}: ${fault}`),
        )
    }
    expect(found).toEqual([])
  })

for (const frame of ['lobby', 'fine'])
  test(`whoever listens in the lower part of a ${frame} glass has whole keys and lists, in large letters`, async () => {
    await open(frame, ALL)
    // What was said cannot be read: that takes more room than words to be touched.
    await page.route('**/files/*', (route) =>
      route.request().resourceType() === 'fetch' ? route.fulfill({ status: 500, body: '' }) : route.continue(),
    )
    for (const language of ['ja-x-easy', 'en'] as const)
      for (const name of ['home', 'recordings', 'recording', 'said', 'said-kana']) {
        expect((await cutOn(name, language)).filter((cut) => !cut.includes('tears'))).toEqual([])
        const { touched } = await page.evaluate(touchedAt, KIOSK_FRAMES[frame]?.mmPerPx ?? 0)
        for (const { name: what, left, right, from, to } of touched)
          expect(Math.min(right - left, to - from), `${name} ${what}`).toBeGreaterThan(19.9)
      }
    await page.unrouteAll()
  })
