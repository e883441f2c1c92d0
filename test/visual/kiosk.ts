import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { KioskLanguage, type PlayerState } from '@akari/protocol'
import { chromium, type Page } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { cutWords } from './kiosk-cut.ts'
import { KIOSK_FRAMES } from './kiosk-frames.ts'
import { goTo, KIOSK_SCREENS, restart } from './kiosk-screens.ts'
import { scenarios } from './scenarios.ts'
import { serveGlass } from './serve-glass.ts'

/**
 * Pictures of every screen of the kiosk, for a person to look at:
 * `node test/visual/kiosk.ts [--only=home,route] [--frames=kiosk,lying,wall,half,lobby,hall,fine] [--languages=ja,en] [--with=large,contrast,low,aloud]`
 * writes PNGs to test-results/visual-kiosk (or `--out=`).
 */
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
  const display = KIOSK_FRAMES[name]
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

function chosen(option: string, all: readonly string[]): string[] {
  const given = process.argv.find((argument) => argument.startsWith(`--${option}=`))
  return given === undefined ? [...all] : (given.split('=')[1]?.split(',') ?? [])
}
