import { type Id, type VenueReportView, VenueView } from '@akari/protocol'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../sentence.ts'
import { VenueTooMuch } from './venue-thread.ts'
import type { DraftTask } from './venue-work.ts'
import type { Reported } from './venue-messages.ts'
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
  return {
    found,
    draftAt,
    draftOf: async (id: Id): Promise<Draft> => {
      const venue = await found(id)
      return draftAt(venue, venue.version)
    },
    taskOf: ({ venue, state, plan }: Draft): DraftTask => ({
      key: `${venue.id}/${state.version}`,
      planPath: pathOf(plan.file.sha256),
      problems: plan.problems,
      edits: state.edits,
    }),
  }
}
export type VenueDrafts = ReturnType<typeof venueDrafts>

/** A draft as the list shows it; `closures`: how many are in force. */
export function viewOf(
  { venue, state, plan }: Draft,
  displays: readonly StandingDisplay[],
  closures: number,
): VenueView {
  const { published } = venue
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
    published,
    levels: levels.sort((a, b) => a.ordinal - b.ordinal),
    assetId: venue.assetId,
    displays: standingIn([...kiosksOf(state, plan), ...(published?.kioskIds ?? [])], displays),
    closures,
  })
}

function kiosksOf({ edits }: VenueState, { kioskIds }: StoredPlan): Id[] {
  const away = new Set(edits.removedKioskIds)
  return [...kioskIds.filter((id) => !away.has(id)), ...edits.kiosks.map(({ id }) => id)]
}

function standingIn(kioskIds: readonly Id[], displays: readonly StandingDisplay[]): VenueView['displays'] {
  const known = new Set(kioskIds)
  return displays.flatMap(({ id, profile: { name, kioskId } }) =>
    kioskId !== null && known.has(kioskId) ? [{ displayId: id, name, kioskId }] : [],
  )
}

export function reportView(reported: Reported, version: number): VenueReportView {
  return { version, ...reported }
}

/** A venue that takes too long, or too much memory, is the fault of its file: `venue-refused` tells so. */
export async function bounded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (err) {
    if (err instanceof VenueTooMuch) throw new AppError('venue-refused', sentence(texts.tooMuch))
    throw err
  }
}
