import { KIOSK_LANGUAGES, type KioskLanguage } from '@akari/protocol'
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

/** What is cut or torn on a screen of a frame: with each comfort that it offers, in each language. */
async function cutEverywhere(frame: string, name: string): Promise<string[]> {
  const found: string[] = []
  for (const comforts of COMFORTS) {
    if ((await open(frame, comforts)).length < comforts.length) continue
    for (const language of KIOSK_LANGUAGES)
      found.push(...(await cutOn(name, language)).map((cut) => `${comforts.join(' ')} ${language} ${cut}`))
  }
  return found
}

for (const frame of Object.keys(KIOSK_FRAMES)) {
  test(`home holds every word and has no end to be pushed up, on a ${frame} glass`, async () => {
    expect(await cutEverywhere(frame, 'home')).toEqual([])
  })

  test(`no word of what is done to a film is torn, on a ${frame} glass`, async () => {
    expect((await cutEverywhere(frame, 'recording')).filter((cut) => cut.includes('tears'))).toEqual([])
  })
}

for (const frame of LOW_FRAMES)
  test(`the low screen of a ${frame} glass has a large film, and all that is done to it in reach`, async () => {
    const display = KIOSK_FRAMES[frame]
    if (display === undefined) throw new Error(`no frame ${frame}`)
    const { mmPerPx, heightPx, widthPx, mountHeightMm } = display
    const reachMm = mountHeightMm === undefined ? (heightPx * mmPerPx) / 2 : 1200 - mountHeightMm
    for (const comforts of [['low'], ['large', 'low']] as const) {
      await open(frame, comforts)
      for (const language of KIOSK_LANGUAGES) {
        expect(await cutOn('recording', language)).toEqual([])
        const { touched, filmMm } = await page.evaluate(touchedAt, mmPerPx)
        expect(filmMm).toBeGreaterThan(Math.min(widthPx, heightPx) * mmPerPx * 0.4)
        for (const [order, { name, left, right, from, to }] of touched.entries()) {
          expect(to, name ?? '').toBeLessThan(reachMm + 0.5)
          expect(Math.min(right - left, to - from), name ?? '').toBeGreaterThan(19.9)
          for (const other of touched.slice(order + 1)) {
            const apart = Math.max(other.left - right, left - other.right, other.from - to, from - other.to)
            expect(apart, `${name} ${other.name}`).toBeGreaterThan(2.9)
          }
        }
      }
    }
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
