import type { Page } from '@playwright/test'

export type Point = { x: number; y: number }

/** Presses, moves and lets go. */
export async function pullByMouse(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** A finger, as Chromium feels it: whatever the browser makes of a touch (scrolling, a click) happens as well. */
export async function pullByFinger(page: Page, from: Point, to: Point): Promise<void> {
  const touch = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints })
  await send('touchStart', [from])
  for (const part of [0.25, 0.5, 0.75, 1]) await send('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y }])
  await send('touchEnd', [])
  await touch.detach()
}
