import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type DisplayProfile, KioskLanguage, type PlayerState } from '@akari/protocol'
import { chromium, type Page } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { goTo, KIOSK_SCREENS, restart } from './kiosk-screens.ts'
import { scenarios } from './scenarios.ts'
import { serveGlass } from './serve-glass.ts'

/**
 * Pictures of every screen of the kiosk, for a person to look at:
 * `node test/visual/kiosk.ts [--only=home,route] [--frames=kiosk,lying,wall,half,lobby,hall,fine] [--languages=ja,en] [--with=large,contrast,low,aloud]`
 * writes PNGs to test-results/visual-kiosk (or `--out=`).
 */
const FRAMES: Record<string, DisplayProfile> = {
  /** A 21.5-inch kiosk at a counter. */
  kiosk: frame(1080, 1920, 0.248, 0.6, 700),
  /** The same lying. */
  lying: frame(1920, 1080, 0.277, 0.6, 900),
  /** A 32-inch kiosk on a wall, of which the upper part is out of a wheelchair's reach. */
  wall: frame(1080, 1920, 0.369, 0.6, 750),
  /** The same where nobody said how high it hangs. */
  half: frame(1080, 1920, 0.369, 0.6),
  /** As the sample's in its lobby. */
  lobby: frame(1920, 1080, 0.63, 3, 800),
  /** A 55-inch display in a hall. */
  hall: frame(1080, 1920, 0.634, 2.5),
  fine: frame(3840, 2160, 0.317, 2.5),
}
const [OUT = ''] = chosen('out', [fileURLToPath(new URL('../../test-results/visual-kiosk/', import.meta.url))])
const only = chosen('only', [])
const comforts = chosen('with', [])

const made = await scenarios(new Date())
const glass = await serveGlass({ files: made.files, liveBase: () => null })
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() })
await mkdir(OUT, { recursive: true })
const cut: string[] = []
try {
  for (const name of chosen('frames', ['kiosk', 'lying'])) await photograph(name)
} finally {
  await browser.close()
  await glass.close()
}
await writeFile(`${OUT}/cut.txt`, cut.join('\n'))
process.stdout.write(`${cut.length} cut\n${cut.slice(0, 60).join('\n')}\n`)

async function photograph(name: string): Promise<void> {
  const display = FRAMES[name]
  const scenario = made.scenarios.find((one) => one.name === 'kiosk')
  if (display === undefined || scenario === undefined) throw new Error(`no frame ${name}`)
  const page = await browser.newPage({ viewport: { width: display.widthPx, height: display.heightPx } })
  page.on('pageerror', (error) => cut.push(error.message))
  glass.show(scenario.state(display))
  await page.goto(glass.url)
  await page.getByTestId('invitation').waitFor()
  await take(page, `${name}.loop`)
  for (const language of chosen('languages', ['ja', 'en', 'zh-Hans'])) {
    await restart(page, KioskLanguage.parse(language))
    for (const comfort of comforts) await switchOn(page, name, comfort)
    for (const screen of KIOSK_SCREENS) {
      if (only.length > 0 && !only.includes(screen.name)) continue
      await restart(page, KioskLanguage.parse(language))
      await goTo(page, screen).catch((error: unknown) => cut.push(`${screen.name}: ${String(error).slice(0, 200)}`))
      await take(page, [name, screen.name, language, ...comforts].join('.'))
    }
  }
  if (only.length === 0 || only.includes('leaving')) await takeLeaving(page, name, scenario.state(display))
  await page.close()
}

/** A display of which a wheelchair's reach covers all offers no low screen. */
async function switchOn(page: Page, name: string, comfort: string): Promise<void> {
  const offered = page.getByTestId('kiosk').getByTestId(comfort)
  if ((await offered.count()) === 0) process.stdout.write(`${name}: ${comfort} is not offered here\n`)
  else if ((await offered.getAttribute('aria-pressed')) === 'false') await offered.click()
}

/** The warning before a visit ends, over the last screen that was looked at. */
async function takeLeaving(page: Page, name: string, state: PlayerState): Promise<void> {
  if (state.programme === null) throw new Error('no programme')
  glass.show({ ...state, programme: { ...state.programme, visitSeconds: 10 } })
  await page.getByTestId('leaving').waitFor()
  await take(page, [name, 'leaving', ...comforts].join('.'))
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(250)
  await page.evaluate(() => document.fonts.ready)
  for (const text of await page.evaluate(cutWords)) cut.push(`${name}: ${text}`)
  await page.screenshot({ path: `${OUT}/${name}.png` })
}

/** What does not fit into what it is in; runs in the page. */
function cutWords(): string[] {
  const all = [...document.querySelectorAll<HTMLElement>('.ak-kiosk button, .ak-screen, .ak-kiosk-sheet, .ak-step')]
  return all
    .filter((box) => box.scrollWidth > box.clientWidth + 2 || box.scrollHeight > box.clientHeight + 2)
    .map(
      (box) =>
        `${box.className} ${box.dataset['testid'] ?? box.dataset['screen'] ?? ''} ${box.scrollWidth}>${box.clientWidth} ${box.scrollHeight}>${box.clientHeight}`,
    )
}

function frame(
  widthPx: number,
  heightPx: number,
  mmPerPx: number,
  viewingDistanceM: number,
  mountHeightMm?: number,
): DisplayProfile {
  const mounted = mountHeightMm === undefined ? {} : { mountHeightMm }
  return { name: 'ロビー', widthPx, heightPx, mmPerPx, viewingDistanceM, touch: true, kioskId: null, ...mounted }
}

function chosen(option: string, all: readonly string[]): string[] {
  const given = process.argv.find((argument) => argument.startsWith(`--${option}=`))
  return given === undefined ? [...all] : (given.split('=')[1]?.split(',') ?? [])
}
