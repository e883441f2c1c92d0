import type { Id, TakeoverView, WayClosure, WaySending } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { inBoth, sentence } from '../../sentence.ts'
import { bounded, type StandingDisplay, standingIn, type VenueDrafts } from './venue-drafts.ts'
import type { VenueThread } from './venue-thread.ts'
import texts from './venues.texts.json' with { type: 'json' }

/** Who puts a way onto the glass, and takes it off again: takeovers, as everything that staff show at once. */
export type ShowWay = {
  sendWay: (
    sent: { displayId: Id; way: NonNullable<TakeoverView['way']>; forMs: number },
    actor: Actor,
  ) => Promise<TakeoverView>
  endWay: (id: Id, actor: Actor) => Promise<TakeoverView>
}

type Deps = {
  drafts: Pick<VenueDrafts, 'found' | 'shownOf'>
  pathOf: (sha256: string) => string
  thread: Pick<VenueThread, 'take'>
  displays: () => Promise<readonly StandingDisplay[]>
  /** In force now. */
  closed: (venueId: Id) => Promise<readonly WayClosure[]>
  /** Does it say that an emergency is on its glass? */
  showsEmergency: (displayId: Id) => Promise<boolean>
  show: ShowWay
}

/**
 * Ways that guides send from their desk to a display of the building, for the people beside them. `venue-refused` where nothing is
 * published, the display stands elsewhere or shows an emergency, or nothing leads there now; then the glass stays as it is.
 */
export function sentWaysService(deps: Deps) {
  const displayThere = async (venueId: Id, displayId: Id): Promise<StandingDisplay> => {
    const standing = standingIn(await deps.drafts.shownOf(venueId), await deps.displays())
    const display = standing.find(({ id }) => id === displayId)
    if (display === undefined) throw refused(texts.displayElsewhere)
    return display
  }
  return {
    send: async (venueId: Id, sending: WaySending, actor: Actor): Promise<TakeoverView> => {
      const { displayId, minutes, placeId, profile, language } = sending
      const { published } = await deps.drafts.found(venueId)
      if (published === null) throw refused(texts.notPublished)
      const { kioskId } = (await displayThere(venueId, displayId)).profile
      if (kioskId === null || !published.kioskIds.includes(kioskId)) throw refused(texts.displayElsewhere)
      if (await deps.showsEmergency(displayId)) throw refused(texts.showsEmergency)
      const way = { from: kioskId, to: placeId, profile, lang: language }
      const guidePath = deps.pathOf(published.guide.sha256)
      const { name, answer } = await bounded(deps.thread.take({ guidePath, way, closed: await deps.closed(venueId) }))
      if (!answer.found) throw refused(texts.noWayFromThere)
      const title = name ?? inBoth(texts.place)
      return deps.show.sendWay(
        { displayId, way: { title, placeId, profile, language }, forMs: minutes * 60_000 },
        actor,
      )
    },
    takeBack: async (venueId: Id, wayId: Id, actor: Actor): Promise<TakeoverView> => {
      await deps.drafts.found(venueId)
      return deps.show.endWay(wayId, actor)
    },
  }
}
export type SentWaysService = ReturnType<typeof sentWaysService>

function refused(text: Parameters<typeof sentence>[0]): AppError {
  return new AppError('venue-refused', sentence(text))
}
