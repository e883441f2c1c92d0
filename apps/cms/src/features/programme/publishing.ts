import type { Id, PublishResult, Revision, Seen } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { type Draft, indexDraft, type TargetDisplay } from './content.ts'
import { seenOf } from './drafting.ts'
import { layOnto } from './layers.ts'
import type { ProgrammeStore } from './programme.store.ts'
import texts from './programme.texts.json' with { type: 'json' }
import type { PublicationStore } from './publications.store.ts'
import type { Lay, PublicationRecord, ToPublish } from './publish-steps.store.ts'

/** Contents for some displays, each stored under its hash, and what those displays had when they were looked at. */
export type Snapshot = {
  contents: ReadonlyMap<Id, string>
  over: ReadonlyMap<Id, string | null>
}

export type PublishingDeps = Pick<ServiceDeps, 'now' | 'audit' | 'announce'> & {
  store: ProgrammeStore
  publications: PublicationStore
  displays: () => Promise<readonly TargetDisplay[]>
  content: () => Promise<Draft>
  /** Called after the commit, once for each display whose programme changed. */
  onPublished: (displayId: Id, revision: number) => void
}

/** What of these contents is different from what is published now. */
export async function changesOf(store: ProgrammeStore, contents: ReadonlyMap<Id, string>): Promise<Snapshot> {
  const states = await store.states()
  const changed = [...contents].filter(([id, hash]) => states.get(id)?.scheduled !== hash)
  return {
    contents: new Map(changed),
    over: new Map(changed.map(([id]) => [id, states.get(id)?.scheduled ?? null])),
  }
}

export function seenOfSnapshot({ contents, over }: Snapshot): Seen {
  return seenOf([...contents].map(([displayId, hash]) => ({ displayId, hash, over: over.get(displayId) ?? null })))
}

export function refuseUnseen(snapshot: Snapshot, seen: Seen | undefined): void {
  if (seen !== undefined && seen !== seenOfSnapshot(snapshot)) {
    throw new AppError('not-as-seen', sentence(texts.notAsSeen))
  }
}

/**
 * Publishes stored contents in one transaction and tells the displays that changed. `over` makes it `not-as-seen` when any
 * display has something else by now; `unless` can call it off inside the transaction (`refused`).
 */
export async function publishSnapshot(
  deps: PublishingDeps,
  actor: Actor,
  snapshot: { contents: ReadonlyMap<Id, string>; over?: ReadonlyMap<Id, string | null> | undefined },
  record: PublicationRecord,
  unless?: ToPublish['unless'],
): Promise<PublishResult | 'refused'> {
  const displays = await deps.displays()
  const existing = new Map(displays.map(({ id, profile }) => [id, profile.name]))
  const at = deps.now()
  const done = await deps.publications.publish({
    contents: snapshot.contents,
    ...(snapshot.over === undefined ? {} : { over: snapshot.over }),
    existing,
    lay: await layerOf(deps, displays),
    at,
    record,
    ...(unless === undefined ? {} : { unless }),
  })
  if (done === 'refused') return done
  if (done === 'overtaken') throw new AppError('not-as-seen', sentence(texts.notAsSeen))
  const { changed } = done
  await deps.audit(actor, 'programme.publish', 'programme', {
    displays: [...changed.keys()].map((id) => existing.get(id) ?? id),
    revisions: Object.fromEntries(changed),
    ...(done.sequence === null ? {} : { publication: done.sequence }),
    ...(record.cause === 'published' ? {} : { cause: record.cause }),
  })
  deps.announce('programme')
  deps.announce('displays')
  for (const [displayId, revision] of changed) deps.onPublished(displayId, revision)
  // A takeover that began or ended meanwhile is laid on, or taken off; so is what was closed or opened.
  await relayLayers(deps)
  const states = await deps.store.states()
  return {
    publishedAt: at.toISOString(),
    displays: displays.flatMap(({ id, profile }) => {
      const state = states.get(id)
      if (state === undefined || !snapshot.contents.has(id)) return []
      return [{ displayId: id, name: profile.name, revision: state.revision, changed: changed.has(id) }]
    }),
  }
}

/** Numbers are milliseconds since 1970: further ahead than any wrong clock is no number that was ever given out. */
const FURTHEST_MS = 20 * 365 * 86_400_000

/**
 * A display says which programme it holds. A newer one than was ever published here was published before this server was put
 * back to an earlier day; by its older number the display would take what it is to have now for a recording, and refuse it.
 */
export async function heardOf(deps: PublishingDeps, displayId: Id, held: Revision): Promise<void> {
  const known = await deps.store.state(displayId)
  if (known === null || known.revision >= held || held > deps.now().getTime() + FURTHEST_MS) return
  const revision = await deps.publications.overtake(displayId, held, deps.now())
  if (revision === null) return
  await deps.audit({ kind: 'player', displayId, ip: '' }, 'programme.renumber', 'programme', { held, revision })
  deps.announce('programme')
  deps.announce('displays')
  deps.onPublished(displayId, revision)
}

/** Lays what holds at once (layers.ts) onto what displays have, and tells those that changed. */
export async function relayLayers(deps: PublishingDeps): Promise<void> {
  const changed = await deps.publications.relay(await layerOf(deps, await deps.displays()), deps.now())
  if (changed.size === 0) return
  deps.announce('programme')
  deps.announce('displays')
  for (const [displayId, revision] of changed) deps.onPublished(displayId, revision)
}

async function layerOf(deps: PublishingDeps, displays: readonly TargetDisplay[]): Promise<Lay | null> {
  const draft = await deps.content()
  const layers = [draft.takeovers, draft.venues, draft.feeds]
  if (layers.every((layer) => (layer ?? []).length === 0) && (draft.archive ?? null) === null) return null
  const index = indexDraft(draft)
  const byId = new Map(displays.map((display) => [display.id, display]))
  return (displayId, scheduled) => {
    const display = byId.get(displayId)
    const laid = display === undefined ? null : layOnto(scheduled, display, index)
    return laid === null || laid.scheduled === null ? null : { hash: laid.hash, body: laid.body }
  }
}
