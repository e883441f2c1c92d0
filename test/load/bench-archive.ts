/** `npm run bench:archive`: one JSON line; see docs/figures.md. */
import { createHash } from 'node:crypto'
import { loadavg } from 'node:os'
import type { RecordedSegment } from '@akari/protocol'
import { loadSampleCaptions, loadSampleReadings } from '@akari/content-samples'
import { chromium, type Page } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { KIOSK, openGlassPage } from '../visual/glass-page.ts'
import { restart, touch } from '../visual/kiosk-screens.ts'
import { drawn } from './drawn.ts'
import { figures, round } from './figures.ts'

const SIX_HOURS_MS = 6 * 3_600_000
/** Somebody speaks all the time, a line every four seconds. */
const LINE_MS = 4_000
const MOST_MS = 20_000
/** Said often, seldom and never, in kana, as written, and in letters; typed letter by letter. */
const QUERIES = ['かいぎ', '議案', 'budget', 'ぬぬぬ', '12']
const ROUNDS = 6

const lines = sixHours()
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: [...chromiumFlags(), '--disable-gpu'],
})
const at = await openGlassPage(browser, lines)
try {
  const { page } = at
  await at.show('kiosk', KIOSK)
  await restart(page, 'ja')
  const bare: number[] = []
  for (let taps = 0; taps < 5 * ROUNDS; taps++) bare.push(await drawn(page, 'volume'))
  await touch(page, 'recordings', 'recording')
  const opened = await drawn(page, 'find-said', '[data-testid="often"]')
  const typed: number[] = []
  for (let turn = 0; turn < ROUNDS; turn++)
    for (const query of QUERIES) {
      for (const letter of query) typed.push(await typedInto(page, letter))
      for (let left = query.length; left > 0; left--) await typedInto(page, 'Backspace')
    }
  const texts = lines.flatMap(({ said }) => Object.values(said).map(({ text }) => text))
  const includes = await plainly(page, texts)
  const [search, tap, plain] = [figures(typed), figures(bare), figures(includes, 2)]
  const told = { bench: 'archive', loadAverage: round(loadavg()[0] ?? 0), lines: lines.length, texts: texts.length }
  const letters = texts.reduce((sum, { length }) => sum + length, 0)
  const ratio = round(search.p50 / (tap.p50 + plain.p50), 2)
  const measured = { openedMs: round(opened), typedMs: search, bareTapMs: tap, includesMs: plain, ratio }
  process.stdout.write(`${JSON.stringify({ ...told, letters, ...measured })}\n`)
} finally {
  await at.close()
  await browser.close()
}

/** The sample's sitting said over and over, each time with other figures, in all of its languages. */
function sixHours(): RecordedSegment[] {
  const [sample, readings] = [loadSampleCaptions(), loadSampleReadings().captions]
  return Array.from({ length: SIX_HOURS_MS / LINE_MS }, (_, i): RecordedSegment => {
    const { speaker, texts } = sample[i % sample.length] ?? { speaker: { ja: null }, texts: { ja: '' } }
    const mark = createHash('sha256').update(String(i)).digest('hex').slice(0, 4)
    const read = readings[i % sample.length]
    const said = Object.fromEntries(
      Object.entries(texts).map(([language, text]) => {
        const ruby = language === 'ja' ? { ruby: read?.text } : {}
        return [language, { text: `${text}${mark}`, ...ruby }]
      }),
    )
    return { startMs: i * LINE_MS, endMs: (i + 1) * LINE_MS, speaker: speaker.ja, speakerRuby: read?.speaker, said }
  })
}

/** Milliseconds from a key until a frame is out with what is found by the letters that are there then. */
function typedInto(page: Page, key: string): Promise<number> {
  return page.evaluate(
    async ([pressedKey, mostMs]) => {
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
      const shown = (): string => document.querySelector('[data-testid="typed"]')?.textContent ?? ''
      const before = shown()
      await frame()
      const started = performance.now()
      window.dispatchEvent(new KeyboardEvent('keydown', { key: pressedKey }))
      do {
        await frame()
        if (performance.now() - started > mostMs) throw new Error(`${pressedKey} was not typed`)
      } while (shown() === before)
      await frame()
      return performance.now() - started
    },
    [key, MOST_MS] as const,
  )
}

/** Milliseconds of looking for the same letters in the same texts, as they are. */
function plainly(page: Page, texts: readonly string[]): Promise<number[]> {
  return page.evaluate(
    ([all, queries, rounds]) => {
      const took: number[] = []
      for (let turn = 0; turn < rounds; turn++)
        for (const query of queries)
          for (let length = 1; length <= query.length; length++) {
            const wanted = query.slice(0, length)
            const started = performance.now()
            const found = all.filter((text) => text.includes(wanted))
            took.push(found.length >= 0 ? performance.now() - started : Number.NaN)
          }
      return took
    },
    [texts, QUERIES, ROUNDS] as const,
  )
}
