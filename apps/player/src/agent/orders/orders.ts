import { faultText } from '@akari/node-kit'
import { DisplayWishes, type GlassPicture, type Order, type PlayerLog } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'
import type { Faults } from '../faults.ts'
import { type Loop, startLoop } from '../loop.ts'
import { carryOut, type Deed, type DeedsDeps } from './deeds.ts'
import type { OrderBook } from './order-book.ts'

const MINUTE_MS = 60_000

export type OrdersDeps = Omit<DeedsDeps, 'sendPicture' | 'sendLog'> & {
  session: CmsSession
  book: OrderBook
  faults: Faults
  log: () => readonly string[]
  now: () => string
  monotonicMs: () => number
  waitMs: () => number
  failed: (error: unknown) => void
}

/**
 * Asks what the CMS wants of this display, does it once, and tells what became of it. The way is this display's own
 * session; an order is done at once or not at all, because its time runs from the answer that brought it.
 */
export function startOrders(deps: OrdersDeps): Loop {
  const { session, book, faults, monotonicMs } = deps
  let lastPictureMs = monotonicMs()

  const hand = async (path: string, body: GlassPicture | PlayerLog, signal: AbortSignal): Promise<void> => {
    const answer = await session.request(path, { method: 'POST', body, signal })
    if (answer.state !== 'answered' || answer.status !== 204) {
      throw new Error(answer.state === 'answered' ? `the CMS answered ${answer.status}` : answer.state)
    }
  }
  const deedsFor = (signal: AbortSignal): DeedsDeps => ({
    ...deps,
    sendPicture: async () => {
      lastPictureMs = monotonicMs()
      const result = await deps.host.ask('picture')
      if (result.task === 'picture')
        await hand('/api/player/picture', { takenAt: deps.now(), jpeg: result.jpeg }, signal)
    },
    sendLog: () => hand('/api/player/log', { takenAt: deps.now(), lines: [...deps.log()] }, signal),
  })

  const report = async (signal: AbortSignal): Promise<void> => {
    for (const { id, outcome } of book.unreported()) {
      const path = `/api/player/orders/${encodeURIComponent(id)}/outcome`
      const answer = await session.request(path, { method: 'POST', body: outcome, signal })
      if (answer.state !== 'answered' || answer.status >= 500) return
      await book.reported(id)
    }
  }

  const obey = async (order: Order, answeredMs: number, signal: AbortSignal): Promise<void> => {
    if (!(await book.begin(order))) return
    const asked = { kind: order.kind, askedAtMs: answeredMs - (order.ageMs ?? 0) }
    const deed = await carryOut(asked, deedsFor(signal)).catch(
      (error: unknown): Deed => ({ outcome: { state: 'failed', detail: faultText(error).slice(0, 300) } }),
    )
    await book.finish(order.id, deed.outcome)
    await report(signal)
    await deed.after?.()
  }

  return startLoop({
    waitMs: deps.waitMs,
    failed: deps.failed,
    step: async (signal) => {
      await report(signal)
      const askedMs = monotonicMs()
      const answer = await session.request('/api/player/wishes', { signal })
      if (answer.state !== 'answered' || answer.status !== 200) return
      const wishes = DisplayWishes.safeParse(answer.body)
      if (!wishes.success) return faults.report('wishes-rejected', 'unknown shape')
      faults.clear('wishes-rejected')
      const { orders, screenshotEveryMinutes } = wishes.data
      for (const order of orders) {
        if (!signal.aborted && monotonicMs() - askedMs < order.expiresInMs) await obey(order, askedMs, signal)
      }
      if (screenshotEveryMinutes !== null && monotonicMs() - lastPictureMs >= screenshotEveryMinutes * MINUTE_MS) {
        await deedsFor(signal).sendPicture()
      }
    },
  })
}
