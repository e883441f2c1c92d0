import type {
  FileRef,
  GuideShelter,
  Id,
  Sha256,
  VenueEdits,
  VenueEditsInput,
  VenueImported,
  VenueReportView,
  VenueRestore,
  VenueVersion,
  VenueView,
  WayAnswer,
  WayClosure,
  WayQuestion,
} from '@akari/protocol'
import { NO_EDITS } from '@akari/wayfinding'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { bounded, type Draft, type StandingDisplay, type VenueDrafts, viewOf } from './venue-drafts.ts'
import type { VenueThread } from './venue-thread.ts'
import type { NewPlan, StoredPlan, VenueState, VenueStore } from './venues.store.ts'
import texts from './venues.texts.json' with { type: 'json' }

export type VenuesDeps = ServiceDeps & {
  store: VenueStore
  drafts: VenueDrafts
  /** Reads files that anybody may have made; apart from `thread`, so that nobody waits for a bad one. */
  reader: Pick<VenueThread, 'read'>
  thread: Pick<VenueThread, 'report' | 'compile' | 'route'>
  write: (data: Uint8Array, mediaType: string) => Promise<FileRef>
  displays: () => Promise<readonly StandingDisplay[]>
  shelters: () => Promise<readonly GuideShelter[]>
  /** Which of these files are recordings of the media library. */
  recordings: (files: readonly Sha256[]) => Promise<ReadonlySet<Sha256>>
  /** In force now. */
  closed: (venueId: Id) => Promise<readonly WayClosure[]>
  /** In force, or planned. */
  open: (venueId: Id) => Promise<readonly WayClosure[]>
}

/** A file of a venue: where it lies, and what whoever brought it called it. */
export type BroughtFile = { path: string; name: string }

/** Venues as staff import and edit them. `not-found`, `conflict` on an old version, `venue-refused` with what is wrong. */
export function venuesService(deps: VenuesDeps) {
  const { store, drafts } = deps
  const view = async (draft: Draft): Promise<VenueView> =>
    viewOf(draft, await deps.displays(), (await deps.closed(draft.venue.id)).length)
  const report = async (draft: Draft): Promise<VenueReportView> => {
    const task = { ...(await drafts.reportTaskOf(draft)), closures: await deps.open(draft.venue.id) }
    return { version: draft.state.version, ...(await bounded(deps.thread.report(task))) }
  }
  const nowIso = () => deps.now().toISOString()

  const planFrom = async (file: BroughtFile, number: number, actor: Actor): Promise<NewPlan> => {
    const read = await bounded(deps.reader.read(file))
    if (!read.ok) {
      const fields = read.problems.map(({ feature, text }) => ({ path: feature ?? file.name, message: sentence(text) }))
      throw new AppError('venue-refused', sentence(texts.noVenue, { count: String(read.problemCount) }), fields)
    }
    const stored = await deps.write(Buffer.from(read.plan), 'application/json')
    const plan = { ...read.head, number, filename: file.name, file: stored, at: nowIso(), by: nameOf(actor) }
    return { plan, found: read.found }
  }

  const save = async (
    { venue, state }: Draft,
    expected: number,
    next: Pick<VenueState, 'cause' | 'edits' | 'planNumber'>,
    brought: NewPlan | null,
    actor: Actor,
  ): Promise<Draft> => {
    if (state.version !== expected) throw new AppError('conflict')
    const saved = { ...next, version: expected + 1, at: nowIso(), by: nameOf(actor) }
    if (!(await store.save(venue.id, saved, brought))) throw new AppError('conflict')
    deps.announce('venues')
    return drafts.draftOf(venue.id)
  }

  /** What was there before stays, whatever became of its file: publishing leaves it out then. */
  const refuseUnknownRecordings = async (
    { recordings = [] }: VenueEdits,
    { recordings: before = [] }: VenueEdits,
  ): Promise<void> => {
    const held = new Set(before.map(({ file }) => file.sha256))
    const wanted = recordings.map(({ file }) => file.sha256).filter((sha256) => !held.has(sha256))
    const known = await deps.recordings(wanted)
    const unknown = wanted.find((sha256) => !known.has(sha256))
    if (unknown === undefined) return
    const message = sentence(texts.noRecording)
    const index = recordings.findIndex(({ file }) => file.sha256 === unknown)
    throw new AppError('malformed', message, [{ path: `edits.recordings.${index}.file`, message }])
  }

  return {
    list: async (): Promise<VenueView[]> =>
      Promise.all((await store.list()).map(async (venue) => view(await drafts.draftAt(venue, venue.version)))),
    draft: async (id: Id): Promise<{ view: VenueView; edits: VenueEdits; planFile: FileRef }> => {
      const draft = await drafts.draftOf(id)
      return { view: await view(draft), edits: draft.state.edits, planFile: draft.plan.file }
    },
    report: async (id: Id): Promise<VenueReportView> => report(await drafts.draftOf(id)),
    /** A building that is not there yet; `already-exists` where the file is about one that is. */
    create: async (file: BroughtFile, actor: Actor): Promise<VenueImported> => {
      const brought = await planFrom(file, 1, actor)
      const { plan } = brought
      const same = await venueOf(deps, plan.modelId)
      if (same !== null) throw new AppError('already-exists', sentence(texts.alreadyThere, { name: same.name.ja }))
      const [id, { at, by }] = [deps.newId(), plan]
      await store.create({ id, name: plan.name }, brought, {
        version: 1,
        planNumber: 1,
        edits: NO_EDITS,
        at,
        by,
        cause: 'imported',
      })
      await deps.audit(actor, 'venue.import', id, { name: plan.name.ja, filename: file.name, number: 1 })
      deps.announce('venues')
      const draft = await drafts.draftOf(id)
      return { venue: await view(draft), report: await report(draft) }
    },
    /** Another plan for a building, under the edits that there are. */
    replace: async (id: Id, version: number, file: BroughtFile, actor: Actor): Promise<VenueImported> => {
      const draft = await drafts.draftOf(id)
      if (draft.state.version !== version) throw new AppError('conflict')
      const number = Math.max(...(await store.versions(id)).map(({ planNumber }) => planNumber)) + 1
      const brought = await planFrom(file, number, actor)
      const { name } = brought.plan
      const { edits } = draft.state
      const saved = await save(draft, version, { cause: 'imported', edits, planNumber: number }, brought, actor)
      await deps.audit(actor, 'venue.import', id, { name: name.ja, filename: file.name, number })
      return { venue: await view(saved), report: await report(saved) }
    },
    edit: async (id: Id, { version, edits }: VenueEditsInput, actor: Actor): Promise<VenueReportView> => {
      const draft = await drafts.draftOf(id)
      const { planNumber, edits: before } = draft.state
      await refuseUnknownRecordings(edits, before)
      const signed = { ...edits, accepted: signedBy(edits.accepted, before.accepted, nameOf(actor)) }
      const saved = await save(draft, version, { cause: 'edited', edits: signed, planNumber }, null, actor)
      await deps.audit(actor, 'venue.edit', id, { name: draft.venue.name.ja, version: saved.state.version })
      return report(saved)
    },
    versions: async (id: Id): Promise<VenueVersion[]> => {
      const { published } = await drafts.found(id)
      const versions = await store.versions(id)
      const plans = new Map<number, StoredPlan>()
      for (const { planNumber } of versions) {
        if (!plans.has(planNumber)) plans.set(planNumber, await store.plan(id, planNumber))
      }
      return versions.flatMap(({ planNumber, ...said }) => {
        const plan = plans.get(planNumber)
        return plan === undefined ? [] : [{ ...said, plan, isPublished: said.version === published?.version }]
      })
    },
    restore: async (id: Id, { version, restore }: VenueRestore, actor: Actor): Promise<VenueReportView> => {
      const draft = await drafts.draftOf(id)
      const { edits, planNumber } = (await drafts.draftAt(draft.venue, restore)).state
      const saved = await save(draft, version, { cause: 'restored', edits, planNumber }, null, actor)
      await deps.audit(actor, 'venue.restore', id, { name: draft.venue.name.ja, restored: restore })
      return report(saved)
    },
    route: async (id: Id, question: WayQuestion): Promise<WayAnswer> => {
      const task = drafts.taskOf(await drafts.draftOf(id))
      return bounded(deps.thread.route({ ...task, question, closed: await deps.closed(id) }))
    },
    /** The guide as publishing now would make it, as text. */
    guide: async (id: Id): Promise<string> => {
      const task = drafts.taskOf(await drafts.draftOf(id))
      const heard = await deps.recordings((task.edits.recordings ?? []).map(({ file }) => file.sha256))
      return (await bounded(deps.thread.compile({ ...task, shelters: await deps.shelters(), heard: [...heard] }))).guide
    },
    /** `in-use` while displays stand in it. Its drawing stays in the media library. */
    remove: async (id: Id, actor: Actor): Promise<void> => {
      const { displays, name } = await view(await drafts.draftOf(id))
      if (displays.length > 0) {
        const names = displays.map((display) => display.name).join('、')
        throw new AppError('in-use', sentence(texts.displaysThere, { names }))
      }
      if (!(await store.remove(id))) throw new AppError('not-found')
      await deps.audit(actor, 'venue.delete', id, { name: name.ja })
      deps.announce('venues')
    },
  }
}
export type VenuesService = ReturnType<typeof venuesService>

async function venueOf({ store, drafts }: VenuesDeps, modelId: Id) {
  for (const venue of await store.list()) {
    if ((await drafts.draftAt(venue, venue.version)).plan.modelId === modelId) return venue
  }
  return null
}

/** Whoever accepts a room that nobody reaches is named for it, whatever they send. */
function signedBy(
  accepted: VenueEdits['accepted'],
  before: VenueEdits['accepted'],
  by: string,
): VenueEdits['accepted'] {
  const known = new Map(before.map((one) => [one.unitId, one]))
  return accepted.map((one) => {
    const earlier = known.get(one.unitId)
    return earlier !== undefined && earlier.why === one.why ? earlier : { ...one, by }
  })
}
