import type { Id } from '@akari/protocol'
import { hashOf } from './compiling.ts'
import type { DraftIndex, TargetDisplay } from './content.ts'
import { layArchive } from './archive-layer.ts'
import { layFeeds } from './feed-layer.ts'
import { layTakeovers } from './takeover-layer.ts'
import { layVenue } from './venue-layer.ts'

/**
 * A programme ready to be stored: `hash` is over `body`, the JSON text of its content; `scheduled` is that text without what
 * was laid onto it, null where nothing was.
 */
export type LaidProgramme = { displayId: Id; hash: string; body: string; scheduled: string | null }

/**
 * Puts onto a programme (`scheduled`, its JSON text) what is published at once, apart from what staff compose: open takeovers,
 * the guide of the building with what is closed in it, the timetables of feeds, and recorded sittings. The same text whether it is laid on a new programme or on the
 * published one.
 */
export function layOnto(scheduled: string, display: TargetDisplay, draft: DraftIndex): LaidProgramme {
  const guided = layVenue(layTakeovers(scheduled, display, draft), display, draft)
  const body = layArchive(layFeeds(guided, draft), display, draft)
  return { displayId: display.id, hash: hashOf(body), body, scheduled: body === scheduled ? null : scheduled }
}
