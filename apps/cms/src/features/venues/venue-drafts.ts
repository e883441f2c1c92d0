import { type Id, VenueView } from '@akari/protocol'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import { ThreadTooMuch } from '../asked-thread.ts'
import type { DraftTask, ReportTask } from './venue-work.ts'
import type { StoredPlan, StoredVenue, VenueState, VenueStore } from './venues.store.ts'
import texts from './venues.texts.json' with { type: 'json' }

/** A display as far as venues care. */
export type StandingDisplay = { id: Id; profile: { name: string; kioskId: Id | null }; groups: readonly string[] }
/** What staff see and work on: a version of a venue with the plan it lies over. */
export type Draft = { venue: StoredVenue; state: VenueState; plan: StoredPlan }

type Deps = { store: VenueStore; pathOf: (sha256: string) => string }

/** Reads drafts. `not-found` where there is no such venue. */
export function venueDrafts({ store, pathOf }: Deps) {
  const draftAt = async (venue: StoredVenue, version: number): Promise<Draft> => {
    const state = await store.version(venue.id, version)
    if (state === null) throw new AppError('not-found')
    return { venue, state, plan: await store.plan(venue.id, state.planNumber) }
  }
  const found = async (id: Id): Promise<StoredVenue> => {
    const venue = await store.find(id)
    if (venue === null) throw new AppError('not-found')
    return venue
  }
  const taskOf = ({ venue, state, plan }: Draft): DraftTask => ({
    key: `${venue.id}/${state.version}`,
    planPath: pathOf(plan.file.sha256),
    edits: state.edits,
  })
  return {
    found,
    draftAt,
    draftOf: async (id: Id): Promise<Draft> => {
      const venue = await found(id)
      return draftAt(venue, venue.version)
    },
    /** The version that displays run on; the draft where nothing is published. */
    shownOf: async (id: Id): Promise<Draft> => {
      const venue = await found(id)
      return draftAt(venue, venue.published?.version ?? venue.version)
    },
    taskOf,
    reportTaskOf: async (draft: Draft): Promise<Omit<ReportTask, 'closures'>> => {
      const { published, id } = draft.venue
      const isOther = published !== null && published.version !== draft.state.version
      const shownPath = isOther ? pathOf(published.guide.sha256) : null
      return { ...taskOf(draft), found: await store.found(id, draft.plan.number), shownPath }
    },
  }
}
export type VenueDrafts = ReturnType<typeof venueDrafts>

/** A draft as the list shows it; `closures`: how many are in force. */
export function viewOf(draft: Draft, displays: readonly StandingDisplay[], closures: number): VenueView {
  const { venue, state, plan } = draft
  const said = new Map(state.edits.levels.map((level) => [level.levelId, level]))
  const levels = plan.levels.map((level) => {
    const { ordinal, shortName } = said.get(level.id) ?? level
    return { id: level.id, ordinal, shortName }
  })
  return VenueView.parse({
    id: venue.id,
    name: venue.name,
    plan,
    version: state.version,
    changedAt: state.at,
    changedBy: state.by,
    published: venue.published,
    levels: levels.sort((a, b) => a.ordinal - b.ordinal),
    assetId: venue.assetId,
    displays: standingIn(draft, displays).map(({ id, profile: { name, kioskId } }) => {
      return { displayId: id, name, kioskId }
    }),
    closures,
  })
}

/** The displays that stand in a venue, as it is drawn there or as it is published. */
export function standingIn({ venue, state, plan }: Draft, displays: readonly StandingDisplay[]): StandingDisplay[] {
  const away = new Set(state.edits.removedKioskIds)
  const known = new Set([
    ...plan.kioskIds.filter((id) => !away.has(id)),
    ...state.edits.kiosks.map(({ id }) => id),
    ...(venue.published?.kioskIds ?? []),
  ])
  return displays.filter(({ profile: { kioskId } }) => kioskId !== null && known.has(kioskId))
}

/** A venue that takes too long, or too much memory, is the fault of its file: `venue-refused` tells so. */
export async function bounded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (err) {
    if (err instanceof ThreadTooMuch) throw new AppError('venue-refused', sentence(texts.tooMuch))
    throw err
  }
}
