import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { figures, round } from '../figures.ts'
import { councilScreen } from './council-screen.ts'

const CAPTIONS = 100
const CAPTION_EVERY_MS = 200
const LOOKS = 30
const CUT_MS = 10_000
const MEBI = 1024 * 1024

/** How far behind live a real screen is, and how soon after it was pushed to the display a caption is painted; milliseconds. */
export async function screenFigures() {
  const screen = await councilScreen()
  try {
    const behind: number[] = []
    let slates = 0
    for (let n = 0; n < LOOKS; n++) {
      await pause(1000)
      slates += await screen.page.locator('.ak-council[data-picture="stopped"]').count()
      behind.push(Number(await screen.page.locator('.ak-council-stage video').getAttribute('data-behind-ms')))
    }
    await notePaints(screen.page)
    const pushed = new Map<string, number>()
    for (let n = 0; n < CAPTIONS; n++) {
      const text = `第${n}の発言です。`
      pushed.set(text, Date.now())
      screen.speak(text)
      await pause(CAPTION_EVERY_MS)
    }
    await pause(1000)
    const painted = await screen.page.evaluate(() => Object.entries(Object('painted' in window ? window.painted : {})))
    const waits = painted.map(([text, at]) => Number(at) - (pushed.get(text) ?? Number.NaN))
    return { behindLiveMs: figures(behind, 0), slates, captionMs: { count: waits.length, ...figures(waits, 0) } }
  } finally {
    await screen.close()
  }
}

/** `count` cuts of ten seconds, one every `everySeconds`: how soon the slate and the picture are there, and what the page holds. */
export async function cutFigures(count: number, everySeconds: number) {
  const screen = await councilScreen()
  try {
    const picture = (state: string): Promise<unknown> =>
      screen.page.locator(`.ak-council[data-picture="${state}"]`).waitFor({ timeout: 60_000 })
    const [back, slate, memory]: [number[], number[], number[]] = [[], [], []]
    for (let n = 0; n < count; n++) {
      const begunMs = Date.now()
      screen.stream.trouble('gone')
      await picture('stopped')
      slate.push(Date.now() - begunMs)
      await pause(Math.max(0, CUT_MS - (Date.now() - begunMs)))
      screen.stream.trouble('none')
      const returnedMs = Date.now()
      await picture('moving')
      back.push(Date.now() - returnedMs)
      await pause(Math.max(0, everySeconds * 1000 - (Date.now() - begunMs)))
      memory.push(round((await screen.memory()) / MEBI))
    }
    return { cuts: count, slateAfterMs: figures(slate, 0), backAfterMs: figures(back, 0), memoryMiB: memory }
  } finally {
    await screen.close()
  }
}

/** Notes by the page's clock (same machine, Unix milliseconds) when each caption was painted: two frames after it is there. */
async function notePaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const painted: Record<string, number> = {}
    Object.assign(window, { painted })
    new MutationObserver(() => {
      const text = document.querySelector('.ak-captions-lines p')?.textContent ?? ''
      if (text === '' || text in painted) return
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          painted[text] ??= performance.timeOrigin + performance.now()
        }),
      )
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}
