import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DraftStatus, FileRef, Id, Programme, PublishResult, Sha256 } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { answersFor, limitOf } from '../responsibility.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { compile, type Place } from './compile.ts'
import { type Draft, type DraftIndex, indexDraft, playlistsFor, type TargetDisplay } from './content.ts'
import type { ProgrammeStore } from './programme.store.ts'
import { assetIdOf } from './scene.ts'
import { type CompiledProgramme, layTakeovers } from './takeover-layer.ts'
import { publishWarnings } from './warnings.ts'

export type ProgrammeService = {
  /** What publishing would change now. */
  draft: () => Promise<DraftStatus>
  publish: (actor: Actor) => Promise<PublishResult>
  /** What was last published for a display, and its ETag; null when nothing was. */
  programmeFor: (displayId: Id) => Promise<{ programme: Programme; etag: string } | null>
  /** The programme as publishing now would make it, for previews; nothing is stored. Null: there is no such display. */
  draftFor: (displayId: Id) => Promise<Programme | null>
  /** A file that the published programme of this display names; null for any other. */
  publishedFile: (displayId: Id, sha256: Sha256) => Promise<FileRef | null>
  revisions: () => Promise<ReadonlyMap<Id, number>>
  /** Every file that some published programme names. */
  publishedFiles: () => Promise<ReadonlySet<Sha256>>
}

export type ProgrammeDeps = Omit<ServiceDeps, 'newId'> & {
  store: ProgrammeStore
  place: Place
  displays: () => Promise<readonly TargetDisplay[]>
  content: () => Promise<Draft>
  /** Makes the pictures that a display of these pixels needs and that are not there yet. */
  prepareRenditions: (assetIds: readonly Id[], size: { widthPx: number; heightPx: number }) => Promise<void>
  /** Called after the commit, once for each display whose programme changed. */
  onPublished: (displayId: Id, revision: number) => void
}

/** Compiles and publishes programmes; see compile.ts for what goes into one. */
export function programmeService(deps: ProgrammeDeps): ProgrammeService {
  const { store } = deps
  const files = publishedFileSets(store)
  let publishing: Promise<unknown> = Promise.resolve()
  return {
    draft: async () => {
      const draft = indexDraft(await deps.content())
      const displays = await deps.displays()
      const [compiled, states] = [await compileAll(displays, draft, deps.place), await store.states()]
      const changed = compiled.filter(({ displayId, hash }) => states.get(displayId)?.hash !== hash)
      const dates = [...states.values()].map(({ publishedAt }) => publishedAt).sort()
      return {
        publishedAt: dates.at(-1) ?? null,
        changed: changed.map(({ displayId }) => ({ displayId, name: nameOf(displays, displayId) })),
        warnings: publishWarnings(displays, draft, deps.now().toISOString()),
      }
    },
    publish: (actor) => {
      // One at a time: an older draft must not overtake a newer one.
      const result = publishing.then(() => publishNow(deps, actor))
      publishing = result.catch(() => undefined)
      return result
    },
    programmeFor: async (displayId) => {
      const found = await store.find(displayId)
      if (found === null) return null
      return { programme: found.programme, etag: `"${found.programme.revision}-${found.hash.slice(0, 16)}"` }
    },
    draftFor: async (displayId) => {
      const display = (await deps.displays()).find(({ id }) => id === displayId)
      if (display === undefined) return null
      const now = deps.now()
      const content = compile(display, indexDraft(await deps.content()), deps.place)
      return { ...content, revision: now.getTime(), publishedAt: now.toISOString() }
    },
    publishedFile: async (displayId, sha256) => (await files.of(displayId)).get(sha256) ?? null,
    revisions: async () => new Map([...(await store.states())].map(([id, { revision }]) => [id, revision])),
    publishedFiles: async () => {
      const all = new Set<Sha256>()
      for (const id of (await store.states()).keys()) {
        for (const sha256 of (await files.of(id)).keys()) all.add(sha256)
        await nextTurn()
      }
      return all
    },
  }
}

/** To the displays that the actor answers for; the others keep what they have. */
async function publishNow(deps: ProgrammeDeps, actor: Actor): Promise<PublishResult> {
  const existing = await deps.displays()
  const displays = existing.filter((display) => answersFor(limitOf(actor), display))
  await prepare(deps, displays, indexDraft(await deps.content()))
  const compiled = await compileAll(displays, indexDraft(await deps.content()), deps.place)
  const at = deps.now()
  const changed = await deps.store.publish(
    compiled,
    existing.map(({ id }) => id),
    at,
  )
  const states = await deps.store.states()
  await deps.audit(actor, 'programme.publish', 'programme', {
    displays: [...changed.keys()].map((id) => nameOf(displays, id)),
    revisions: Object.fromEntries(changed),
  })
  deps.announce('programme')
  deps.announce('displays')
  for (const [displayId, revision] of changed) deps.onPublished(displayId, revision)
  return {
    publishedAt: at.toISOString(),
    displays: displays.flatMap(({ id, profile }) => {
      const state = states.get(id)
      if (state === undefined) return []
      return [{ displayId: id, name: profile.name, revision: state.revision, changed: changed.has(id) }]
    }),
  }
}

/** Asks once for each size of glass, whatever the number of displays. */
async function prepare(deps: ProgrammeDeps, displays: readonly TargetDisplay[], draft: DraftIndex): Promise<void> {
  const wanted = new Map<string, { size: TargetDisplay['profile']; assetIds: Set<Id> }>()
  for (const display of displays) {
    const { widthPx, heightPx } = display.profile
    const key = `${widthPx}x${heightPx}`
    const { assetIds } = wanted.get(key) ?? { assetIds: new Set<Id>() }
    wanted.set(key, { size: display.profile, assetIds })
    for (const id of assetsShownBy(display, draft)) assetIds.add(id)
    await nextTurn()
  }
  for (const { size, assetIds } of wanted.values()) await deps.prepareRenditions([...assetIds], size)
}

function assetsShownBy(display: TargetDisplay, draft: DraftIndex): Id[] {
  const items = playlistsFor(display, draft).flatMap((playlist) => playlist.items)
  const shown = items.flatMap(({ scene }) => assetIdOf(scene) ?? [])
  return shown.flatMap((id) => [id, ...(draft.variants.get(id) ?? []).map((variant) => variant.id)])
}

/** Lets other work of the server run between two displays, so that compiling never delays an alert. */
async function compileAll(
  displays: readonly TargetDisplay[],
  draft: DraftIndex,
  place: Place,
): Promise<CompiledProgramme[]> {
  const compiled: CompiledProgramme[] = []
  for (const display of displays) {
    compiled.push(layTakeovers(JSON.stringify(compile(display, draft, place)), display, draft))
    await nextTurn()
  }
  return compiled
}

/** The files of published programmes by hash, read again only after their revision changed: players ask for every file. */
function publishedFileSets(store: ProgrammeStore) {
  const held = new Map<Id, { revision: number; files: ReadonlyMap<Sha256, FileRef> }>()
  return {
    of: async (displayId: Id): Promise<ReadonlyMap<Sha256, FileRef>> => {
      const state = await store.state(displayId)
      const known = held.get(displayId)
      if (state !== null && known?.revision === state.revision) return known.files
      const found = await store.find(displayId)
      if (found === null) {
        held.delete(displayId)
        return new Map()
      }
      const files = new Map(found.programme.files.map((file) => [file.sha256, file]))
      held.set(displayId, { revision: found.programme.revision, files })
      return files
    },
  }
}

function nameOf(displays: readonly TargetDisplay[], id: Id): string {
  return displays.find((display) => display.id === id)?.profile.name ?? id
}
