import type { CDPSession, Page } from '@playwright/test'

type Place = { x: number; y: number }

/** Fingers on the glass as the browser gets them from a touch screen, several at a time. */
export interface Fingers {
  down: (...places: Place[]) => Promise<void>
  move: (...places: Place[]) => Promise<void>
  up: () => Promise<void>
  /** From one set of places to another in so many steps, and off the glass. */
  swipe: (from: Place[], to: Place[], steps?: number) => Promise<void>
}

export async function fingersOn(page: Page): Promise<Fingers> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', places: readonly Place[]): Promise<void> => {
    const touchPoints = places.map(({ x, y }, id) => ({ x, y, id }))
    await session.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
  const fingers: Fingers = {
    down: (...places) => touch('touchStart', places),
    move: (...places) => touch('touchMove', places),
    up: () => touch('touchEnd', []),
    swipe: async (from, to, steps = 12) => {
      await fingers.down(...from)
      for (let step = 1; step <= steps; step++) {
        const share = step / steps
        await fingers.move(
          ...from.map(({ x, y }, id) => ({
            x: x + ((to[id]?.x ?? x) - x) * share,
            y: y + ((to[id]?.y ?? y) - y) * share,
          })),
        )
      }
      await fingers.up()
    },
  }
  return fingers
}
