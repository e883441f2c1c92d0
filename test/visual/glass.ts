import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { startCouncilStream } from '@akari/content-samples'
import type { DisplayProfile, KioskLanguage } from '@akari/protocol'
import { chromium, type Page } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { type Scenario, scenarios } from './scenarios.ts'
import { type GlassServer, serveGlass } from './serve-glass.ts'

/**
 * Pictures of everything the glass can show, for a person to look at:
 * `node test/visual/glass.ts [--only=map,eew] [--frames=wide,tall,fine,far] [--languages=ja,en]`
 * writes PNGs to test-results/visual (or `--out=`) and fails when the page complained of anything.
 */
const [OUT = ''] = chosen('out', [fileURLToPath(new URL('../../test-results/visual/', import.meta.url))])

const FRAMES: Record<string, DisplayProfile> = {
  wide: frame(1920, 1080, 0.634, 2.5),
  tall: frame(1080, 1920, 0.634, 2.5),
  fine: frame(3840, 2160, 0.317, 2.5),
  far: frame(1920, 1080, 0.63, 3),
  /** A 98-inch display in the hall, read from five metres. */
  hall: frame(3840, 2160, 0.565, 5),
}

function frame(widthPx: number, heightPx: number, mmPerPx: number, viewingDistanceM: number): DisplayProfile {
  return { name: 'ロビー', widthPx, heightPx, mmPerPx, viewingDistanceM, touch: true, kioskId: null }
}

function chosen(option: string, all: readonly string[]): string[] {
  const given = process.argv.find((argument) => argument.startsWith(`--${option}=`))
  return given === undefined ? [...all] : (given.split('=')[1]?.split(',') ?? [])
}

const LANGUAGES: readonly KioskLanguage[] = ['ja', 'en', 'zh-Hans']
const languages = chosen('languages', LANGUAGES)
const only = chosen('only', [])

const complaints: string[] = []
const council = await startCouncilStream({ port: 0 })
let liveIsUp = false
const made = await scenarios(new Date())
const glass = await serveGlass({ files: made.files, liveBase: () => (liveIsUp ? council.url : null) })
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() })
await mkdir(OUT, { recursive: true })
try {
  for (const name of chosen('frames', Object.keys(FRAMES))) {
    const display = FRAMES[name]
    if (display !== undefined) await photograph(name, display)
  }
} finally {
  await browser.close()
  await glass.close()
  await council.close()
}
await writeFile(`${OUT}/complaints.txt`, complaints.join('\n'))
process.stdout.write(`${complaints.length} complaints\n${complaints.slice(0, 20).join('\n')}\n`)
process.exitCode = complaints.length > 0 ? 1 : 0

async function photograph(name: string, display: DisplayProfile): Promise<void> {
  const viewport = { width: display.widthPx, height: display.heightPx }
  const page = await browser.newPage({ viewport, deviceScaleFactor: 1, hasTouch: true })
  listen(page, name)
  for (const scenario of made.scenarios.filter(isWanted)) {
    liveIsUp = scenario.live === 'up'
    glass.show(scenario.state(display))
    await page.goto(glass.url)
    await page.locator(`[data-testid="glass"][data-scene="${scenario.scene}"]`).waitFor({ timeout: 20_000 })
    for (const language of scenario.isForAll === true ? ['ja'] : languages) await take(page, scenario, name, language)
  }
  await page.close()
}

async function take(page: Page, scenario: Scenario, frameName: string, language: string): Promise<void> {
  const button = page.locator(`[data-language="${language}"]`)
  if (scenario.isForAll !== true && (await button.count()) > 0) await button.tap()
  else if (language !== 'ja') return
  await page.waitForTimeout(scenario.settleMs ?? 700)
  await page.evaluate(() => document.fonts.ready)
  for (const cut of await page.evaluate(cutTexts))
    complaints.push(`${frameName} ${scenario.name} ${language}: cut ${cut}`)
  await page.screenshot({ path: `${OUT}/${frameName}.${scenario.name}.${language}.png` })
}

/** Texts that do not fit the boxes they are in; runs in the page. */
function cutTexts(): string[] {
  const glassBox = document.querySelector('.ak-stage')?.getBoundingClientRect()
  if (glassBox === undefined) return ['no stage']
  return [...document.querySelectorAll('.ak-text, .ak-stage button, .ak-stage dd, .ak-stage time')].flatMap(
    (element) => {
      const box = element.getBoundingClientRect()
      let clip: Element | null = element.parentElement
      while (clip !== null && getComputedStyle(clip).overflow !== 'hidden') clip = clip.parentElement
      const frameBox = clip?.getBoundingClientRect() ?? glassBox
      const slack = 2
      const isCut =
        box.left < frameBox.left - slack ||
        box.right > frameBox.right + slack ||
        box.top < frameBox.top - box.height * 0.2 ||
        box.bottom > frameBox.bottom + box.height * 0.2
      const isSeen = element.checkVisibility({ visibilityProperty: true })
      // The strip wraps what has no room beside the others out of sight, by design.
      const givesWay = clip?.matches('.ak-strip-city, .ak-strip-moment') ?? false
      // So do items of an agenda, whole or after four lines.
      const isLeftOut = element.closest('.ak-sitting-agenda-item') !== null && box.width <= frameBox.width + slack
      // So does what was said before, and the beginning of what is still being spoken.
      const isRolledUp = element.closest('.ak-captions-lines p:is(:not(:last-child), [data-final="false"])') !== null
      return isCut && isSeen && !givesWay && !isLeftOut && !isRolledUp && box.width > 0
        ? [element.textContent?.slice(0, 30) ?? '']
        : []
    },
  )
}

function listen(page: Page, name: string): void {
  page.on('console', (message) => {
    const isExpected = message.text().includes('404') || message.text().includes('hls')
    if (['error', 'warning'].includes(message.type()) && !isExpected) complaints.push(`${name}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${name}: ${error.message}`))
}

function isWanted({ name }: Scenario): boolean {
  return only.length === 0 || only.some((wanted) => name === wanted || name.startsWith(`${wanted}-`))
}

export type { GlassServer }
