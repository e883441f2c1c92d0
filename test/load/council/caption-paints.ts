import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { type Figures, figures } from '../figures.ts'

const CAPTIONS = 100
const CAPTION_EVERY_MS = 200

/** Says a hundred captions by `say`; how long it took from saying each until it was painted, in milliseconds. */
export async function captionPaints(page: Page, say: (text: string) => void): Promise<{ count: number } & Figures> {
  await notePaints(page)
  const said = new Map<string, number>()
  for (let n = 0; n < CAPTIONS; n++) {
    const text = `第${n}の発言です。`
    said.set(text, Date.now())
    say(text)
    await pause(CAPTION_EVERY_MS)
  }
  await pause(1000)
  const painted = await page.evaluate(() => Object.entries(Object('painted' in window ? window.painted : {})))
  const waits = painted.flatMap(([text, at]) => {
    const saidMs = said.get(text)
    return saidMs === undefined ? [] : [Number(at) - saidMs]
  })
  return { count: waits.length, ...figures(waits, 0) }
}

/** Notes by the page's clock (same machine, Unix milliseconds) when each caption was painted: two frames after it is there. */
async function notePaints(page: Page): Promise<void> {
  await page.evaluate(() => {
    const painted: Record<string, number> = {}
    Object.assign(window, { painted })
    new MutationObserver(() => {
      const text = document.querySelector('.ak-captions-lines p:last-child')?.textContent ?? ''
      if (text === '' || text in painted) return
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          painted[text] ??= performance.timeOrigin + performance.now()
        }),
      )
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}
