import { inTurn } from '@akari/node-kit'
import type { FileRef, GuideShelter, Id, Sha256, Texts, VenuePublish } from '@akari/protocol'
import type { Logger } from 'pino'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { refuseOthers } from '../responsibility.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { bounded, type StandingDisplay, type VenueDrafts } from './venue-drafts.ts'
import type { Compiled } from './venue-messages.ts'
import type { VenueThread } from './venue-thread.ts'
import type { Publication, PublishedVenue, StoredVenue, VenueStore } from './venues.store.ts'
import texts from './venues.texts.json' with { type: 'json' }

/** What the media library keeps of a venue, for slides: a Venue document, and its levels to choose from. */
export type Drawing = { title: Texts; document: Uint8Array; levels: Compiled['levels'] }

export type PublishingDeps = Omit<ServiceDeps, 'newId'> & {
  store: VenueStore
  drafts: VenueDrafts
  thread: Pick<VenueThread, 'compile'>
  write: (data: Uint8Array, mediaType: string) => Promise<FileRef>
  displays: () => Promise<readonly StandingDisplay[]>
  shelters: () => Promise<readonly GuideShelter[]>
  /** Which of these files are recordings of the media library. */
  recordings: (files: readonly Sha256[]) => Promise<ReadonlySet<Sha256>>
  /** Brings the asset up to date, or makes one where there is none (any more); gives its id. */
  keepDrawing: (assetId: Id | null, drawing: Drawing, actor: Actor) => Promise<Id>
  /** Puts what is published here into the programmes of the displays that stand in it. */
  relay: () => Promise<void>
  log: Logger
}

/** Brings venues to the displays that stand in them, at once. */
export function venuePublishing(deps: PublishingDeps) {
  const { store, drafts } = deps
  /** One at a time: an older guide must not overtake a newer one. */
  const turn = inTurn()
  const compiled = async (venue: StoredVenue, version: number): Promise<Compiled> => {
    const task = drafts.taskOf(await drafts.draftAt(venue, version))
    const named = (task.edits.recordings ?? []).map(({ file }) => file.sha256)
    const [shelters, heard] = [await deps.shelters(), await deps.recordings(named)]
    return bounded(deps.thread.compile({ ...task, shelters, heard: [...heard] }))
  }
  const replacePublished = async ({ id, published: over }: StoredVenue, next: Publication): Promise<void> => {
    if (!(await store.publish(id, over, next))) throw new AppError('conflict')
  }
  /** The guide goes before the drawing, which nothing shows yet: where either is refused, both stay as they were. */
  const publishNow = async (id: Id, { version }: VenuePublish, actor: Actor): Promise<void> => {
    const venue = await drafts.found(id)
    if (venue.version !== version) throw new AppError('conflict')
    const made = await compiled(venue, version)
    refuseUnreachable(made)
    const kioskIds = made.levels.flatMap((level) => level.kioskIds)
    const concerned = new Set([...kioskIds, ...(venue.published?.kioskIds ?? [])])
    refuseOthers(
      actor,
      (await deps.displays()).filter(({ profile }) => profile.kioskId !== null && concerned.has(profile.kioskId)),
    )
    const guide = await deps.write(Buffer.from(made.guide), 'application/json')
    const { modelId } = (await drafts.draftAt(venue, version)).plan
    const said = { modelId, version, at: deps.now().toISOString(), by: nameOf(actor), guide, kioskIds }
    const published = withRecordings(said, made)
    await replacePublished(venue, { published, assetId: venue.assetId })
    try {
      const drawing = { title: made.name, document: Buffer.from(made.drawing), levels: made.levels }
      const assetId = await deps.keepDrawing(venue.assetId, drawing, actor)
      if (assetId !== venue.assetId) await replacePublished({ ...venue, published }, { published, assetId })
    } catch (err) {
      await store.publish(id, published, venue)
      throw err
    }
    await deps.audit(actor, 'venue.publish', id, { name: venue.name.ja, version, guide: guide.sha256 })
    deps.announce('venues')
    await deps.relay()
  }
  /** The same version with the shelters as they are now; false when nothing of it changed. */
  const renew = async (venue: StoredVenue, published: PublishedVenue): Promise<boolean> => {
    const made = await compiled(venue, published.version)
    const guide = await deps.write(Buffer.from(made.guide), 'application/json')
    if (guide.sha256 === published.guide.sha256) return false
    return store.publish(venue.id, published, {
      published: withRecordings({ ...published, guide }, made),
      assetId: venue.assetId,
    })
  }
  const renewAll = async (): Promise<void> => {
    let changed = false
    for (const venue of await store.list()) {
      if (venue.published === null) continue
      try {
        if (await renew(venue, venue.published)) changed = true
      } catch (err) {
        deps.log.error({ err, venueId: venue.id }, 'guide not renewed with the shelters')
      }
    }
    if (!changed) return
    deps.announce('venues')
    await deps.relay()
  }
  return {
    /** `venue-refused` names the rooms that nobody reaches and nobody accepted; `conflict` when it is not what was looked at. */
    publish: (id: Id, what: VenuePublish, actor: Actor): Promise<void> => turn(() => publishNow(id, what, actor)),
    /** In the background: whoever opens a shelter waits for nothing. */
    sheltersChanged: (): void => {
      void turn(renewAll).catch((err: unknown) => deps.log.error({ err }, 'guides not renewed with the shelters'))
    },
    /** When the last of them is done. */
    settled: async (): Promise<void> => {
      await turn(() => Promise.resolve())
    },
  }
}
export type VenuePublishing = ReturnType<typeof venuePublishing>

/** With the files that a guide names beside itself; bytes stay as they were where there are none. */
function withRecordings(
  { recordings: _before, ...published }: PublishedVenue,
  { recordings }: Pick<Compiled, 'recordings'>,
): PublishedVenue {
  return recordings.length === 0 ? published : { ...published, recordings }
}

function refuseUnreachable({ inTheWay }: Compiled): void {
  if (inTheWay.length === 0) return
  const fields = inTheWay.map(({ id, name }) => ({ path: id, message: name.ja }))
  const names = inTheWay.map(({ name }) => `「${name.ja}」`).join('')
  throw new AppError('venue-refused', sentence(texts.unreachable, { names }), fields)
}
