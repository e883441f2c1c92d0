import { Language, WayToTake } from '@akari/protocol'
import type { RequestHandler } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { AppError } from '../../http/app-error.ts'
import { networkOf, spend } from '../../http/rate-limit.ts'
import { bounded } from './venue-drafts.ts'
import type { VenueThread } from './venue-thread.ts'
import { noWayPage, wayPage } from './way-page.ts'
import type { StandingVenue } from './standing-venues.ts'

type Deps = {
  /** False where no public address is configured: then no telephone was sent here. */
  isOpen: boolean
  standing: () => Promise<readonly StandingVenue[]>
  pathOf: (sha256: string) => string
  thread: Pick<VenueThread, 'take'>
  now: () => Date
}

/** A lobby of telephones behind one address of the telephone company. */
const PER_MINUTE = 120
/** Questions that wait for the thread, from wherever they come. */
const MOST_WAITING = 20

/**
 * `GET /way?…` (way-address.ts): a way on the published guide, as a page that any telephone reads. For anybody: it says what the
 * kiosk in the lobby says.
 */
export function wayPages({ isOpen, standing, pathOf, thread, now }: Deps): RequestHandler {
  const tries = new RateLimiterMemory({ points: PER_MINUTE, duration: 60 })
  let waiting = 0
  return async (req, res) => {
    await spend(tries, networkOf(req.ip ?? ''))
    res.set({ 'Cache-Control': 'no-store' }).type('html')
    const asked = WayToTake.safeParse(req.query)
    const lang = Language.safeParse(req.query['lang']).data ?? 'ja'
    const venue =
      asked.success && isOpen ? (await standing()).find(({ modelId }) => modelId === asked.data.venue) : undefined
    if (venue === undefined || !asked.success) return void res.status(404).send(noWayPage(lang))
    if (waiting >= MOST_WAITING) throw new AppError('too-many-tries')
    const at = now().getTime()
    const closed = venue.closures.filter(({ from }) => from === null || Date.parse(from) <= at)
    waiting += 1
    const taken = thread.take({ guidePath: pathOf(venue.guide.sha256), way: asked.data, closed })
    const way = await bounded(taken).finally(() => (waiting -= 1))
    if (way.answer.steps.length === 0) return void res.status(404).send(noWayPage(lang))
    res.send(wayPage(asked.data, way))
  }
}
