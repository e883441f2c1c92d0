import { setImmediate as nextTurn } from 'node:timers/promises'
import { inTurn } from '@akari/node-kit'
import type {
  ChangeGroup,
  DraftStatus,
  FileRef,
  Id,
  Programme,
  PublishRequest,
  PublishResult,
  Review,
  Revision,
  Sha256,
  Stream,
} from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { answersFor, limitOf } from '../responsibility.ts'
import { compile, ProgrammeContent } from './compile.ts'
import { indexDraft, type TargetDisplay } from './content.ts'
import { compileDraft, type DraftingDeps, type Report, targetsOf, withPictures } from './drafting.ts'
import { layOnto } from './layers.ts'
import { publishedNames } from './published-names.ts'
import {
  changesOf,
  heardOf,
  publishSnapshot,
  type PublishingDeps,
  relayLayers,
  refuseUnseen,
  seenOfSnapshot,
  type Snapshot,
} from './publishing.ts'
import type { PublicationRecord, ToPublish } from './publish-steps.store.ts'

export type ProgrammeService = {
  /** What publishing would change now. */
  draft: () => Promise<DraftStatus>
  /** The same in detail, to be looked at before. */
  review: (actor: Actor) => Promise<Review>
  /** What differs between these contents and what is published now. */
  differences: (
    contents: ReadonlyMap<Id, string>,
    /** The contents by hash, where they are not kept yet. */
    bodies?: ReadonlyMap<string, string>,
  ) => Promise<{ groups: ChangeGroup[]; snapshot: Snapshot }>
  /**
   * Compiles and keeps what the actor's displays would get. `not-as-seen` when it is not what they looked at; `check` may
   * refuse it before pictures are made.
   */
  take: (
    actor: Actor,
    seen: string | undefined,
    report: Report,
    check?: (changing: readonly TargetDisplay[]) => Promise<void>,
  ) => Promise<Snapshot>
  /** See publishing.ts. */
  publishSnapshot: (
    actor: Actor,
    snapshot: { contents: ReadonlyMap<Id, string>; over?: ReadonlyMap<Id, string | null> },
    record: PublicationRecord,
    unless?: ToPublish['unless'],
  ) => Promise<PublishResult | 'refused'>
  publish: (actor: Actor, request?: PublishRequest, report?: Report) => Promise<PublishResult>
  /** What was last published for a display, and its ETag; null when nothing was. */
  programmeFor: (displayId: Id) => Promise<{ programme: Programme; etag: string } | null>
  /** The programme as publishing now would make it, for previews; nothing is stored. Null: there is no such display. */
  draftFor: (displayId: Id) => Promise<Programme | null>
  /** Lays open takeovers, guides and closures onto what displays have; called whenever one of them changes. */
  relayLayers: () => Promise<void>
  /** See publishing.ts. */
  heardOf: (displayId: Id, held: Revision) => Promise<void>
  /** A file that the published programme of this display names; null for any other. */
  publishedFile: (displayId: Id, sha256: Sha256) => Promise<FileRef | null>
  /** A stream that the published programme of this display names; null for any other. */
  publishedStream: (displayId: Id, streamId: Id) => Promise<Stream | null>
  /** A file that the published programme of any display names. */
  publishedAnywhere: (sha256: Sha256) => Promise<FileRef | null>
  revisions: () => Promise<ReadonlyMap<Id, number>>
  /** Every file that some published programme names, now or in a publication that can be brought back. */
  publishedFiles: () => Promise<ReadonlySet<Sha256>>
}

export type ProgrammeDeps = PublishingDeps &
  DraftingDeps & {
    /** Throws `approval-needed` unless the actor may publish for these displays without a second person. */
    refuseAlone: (actor: Actor, displays: readonly TargetDisplay[]) => Promise<void>
    /** Names of those who may approve what this actor composed for these displays; null when nobody has to. */
    approvers: (actor: Actor, displays: readonly TargetDisplay[]) => Promise<string[] | null>
  }

const NOBODY_WATCHES: Report = () => undefined

/** Compiles and publishes programmes; see compile.ts for what goes into one. */
export function programmeService(deps: ProgrammeDeps): ProgrammeService {
  const { store, publications } = deps
  const published = publishedNames(store)
  const turn = inTurn()

  const drafted = async () => {
    const displays = await deps.displays()
    const { draft, compiled } = await compileDraft(deps, displays)
    const snapshot = await changesOf(store, new Map(compiled.map(({ displayId, hash }) => [displayId, hash])))
    const warnings = await deps.compiler.warnings({
      displays: targetsOf(displays),
      draft,
      now: deps.now().toISOString(),
    })
    return { displays, compiled, snapshot, warnings }
  }
  const lastPublishedAt = async () =>
    [...(await store.states()).values()]
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1) ?? null

  const compare = async (contents: ReadonlyMap<Id, string>, bodies: ReadonlyMap<string, string>) => {
    const names = new Map((await deps.displays()).map(({ id, profile }) => [id, profile.name]))
    const there = new Map([...contents].filter(([id]) => names.has(id)))
    const snapshot = await changesOf(store, there)
    const before = await store.bodies([...snapshot.contents.keys()])
    const pairs = [...snapshot.contents].flatMap(([displayId, hash]) => {
      const after = bodies.get(hash)
      const name = names.get(displayId) ?? displayId
      return after === undefined ? [] : [{ displayId, name, before: before.get(displayId) ?? null, after }]
    })
    return { snapshot, groups: await deps.compiler.differences({ pairs }) }
  }

  const take: ProgrammeService['take'] = async (actor, seen, report, check) => {
    const mine = (await deps.displays()).filter((display) => answersFor(limitOf(actor), display))
    report('compiling', 0, mine.length)
    const draft = await compileDraft(deps, mine, report)
    const changes = await changesOf(store, contentsOf(draft.compiled))
    refuseUnseen(changes, seen)
    await check?.(mine.filter(({ id }) => changes.contents.has(id)))
    const compiled = await withPictures(deps, mine, draft, report)
    report('storing', 0, mine.length)
    const snapshot = await changesOf(store, contentsOf(compiled))
    await publications.keep(
      compiled.filter(({ displayId }) => snapshot.contents.has(displayId)),
      deps.now(),
    )
    return snapshot
  }

  const publishNow = async (actor: Actor, { seen, comment }: PublishRequest, report: Report) => {
    const displays = await deps.displays()
    const snapshot = await take(actor, seen, report, (changing) => deps.refuseAlone(actor, changing))
    const mine = displays.filter((display) => answersFor(limitOf(actor), display))
    const states = await store.states()
    const all = mine.map(({ id }): [Id, string] => [id, snapshot.contents.get(id) ?? states.get(id)?.scheduled ?? ''])
    const done = await publishSnapshot(
      deps,
      actor,
      { contents: new Map(all), over: seen === undefined ? undefined : snapshot.over },
      { by: nameOf(actor), cause: 'published', comment: comment ?? '', restores: null, submissionId: null },
    )
    if (done === 'refused') throw new Error('nothing could have called it off')
    await publications.tidy(deps.now())
    return done
  }

  return {
    draft: async () => {
      const { displays, snapshot, warnings } = await drafted()
      return { publishedAt: await lastPublishedAt(), changed: named(displays, snapshot), warnings }
    },
    review: async (actor) => {
      const { displays, compiled, snapshot, warnings } = await drafted()
      const mine = displays.filter((display) => answersFor(limitOf(actor), display))
      const ids = new Set(mine.map(({ id }) => id))
      const wanted = new Map([...snapshot.contents].filter(([id]) => ids.has(id)))
      const bodies = new Map(compiled.map(({ hash, body }) => [hash, body]))
      const { groups, snapshot: changes } = await compare(wanted, bodies)
      return {
        seen: seenOfSnapshot(changes),
        publishedAt: await lastPublishedAt(),
        groups,
        warnings,
        notYours: named(displays, snapshot).filter(({ displayId }) => !ids.has(displayId)),
        approvers: await deps.approvers(
          actor,
          mine.filter(({ id }) => changes.contents.has(id)),
        ),
      }
    },
    differences: async (contents, bodies) =>
      compare(contents, bodies ?? (await publications.bodies(contents.values()))),
    take,
    publishSnapshot: (...args) => publishSnapshot(deps, ...args),
    // One at a time: an older draft must not overtake a newer one.
    publish: (actor, request = {}, report = NOBODY_WATCHES) => turn(() => publishNow(actor, request, report)),
    programmeFor: async (displayId) => {
      const found = await store.find(displayId)
      if (found === null) return null
      return { programme: found.programme, etag: `"${found.programme.revision}-${found.hash.slice(0, 16)}"` }
    },
    draftFor: async (displayId) => {
      const display = (await deps.displays()).find(({ id }) => id === displayId)
      if (display === undefined) return null
      const now = deps.now()
      const draft = indexDraft(await deps.content())
      const { body } = layOnto(JSON.stringify(compile(display, draft, deps.place)), display, draft)
      return { ...ProgrammeContent.parse(JSON.parse(body)), revision: now.getTime(), publishedAt: now.toISOString() }
    },
    relayLayers: () => relayLayers(deps),
    heardOf: (displayId, held) => heardOf(deps, displayId, held),
    publishedFile: async (displayId, sha256) => (await published.of(displayId))?.files.get(sha256) ?? null,
    publishedStream: async (displayId, streamId) => (await published.of(displayId))?.streams.get(streamId) ?? null,
    publishedAnywhere: async (sha256) => {
      for (const id of (await store.states()).keys()) {
        const file = (await published.of(id))?.files.get(sha256)
        if (file !== undefined) return file
      }
      return null
    },
    revisions: async () => new Map([...(await store.states())].map(([id, { revision }]) => [id, revision])),
    publishedFiles: async () => {
      const all = await publications.keptFiles()
      for (const id of (await store.states()).keys()) {
        for (const sha256 of (await published.of(id))?.files.keys() ?? []) all.add(sha256)
        await nextTurn()
      }
      return all
    },
  }
}

function contentsOf(compiled: readonly { displayId: Id; hash: string }[]): Map<Id, string> {
  return new Map(compiled.map(({ displayId, hash }) => [displayId, hash]))
}

function named(displays: readonly TargetDisplay[], { contents }: Snapshot): { displayId: Id; name: string }[] {
  return displays.filter(({ id }) => contents.has(id)).map(({ id, profile }) => ({ displayId: id, name: profile.name }))
}
