import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Id, PublishJob, Seen } from '@akari/protocol'
import type { Place } from './compile.ts'
import type { Compiler } from './compiler.ts'
import type { CompiledProgramme } from './compiling.ts'
import { type Draft, type DraftIndex, indexDraft, order, playlistsFor, type TargetDisplay } from './content.ts'
import { assetIdOf } from './scene.ts'

type Size = { widthPx: number; heightPx: number }

/** Hears how far a publication is. */
export type Report = (phase: PublishJob['phase'], done: number, total: number) => void

export type DraftingDeps = {
  compiler: Compiler
  place: Place
  content: () => Promise<Draft>
  /** Makes the pictures that a display of these pixels needs and that are not there yet; `made` is called after each. */
  prepareRenditions: (assetIds: readonly Id[], size: Size, made: () => void) => Promise<void>
}

/** What staff composed, and what it comes to for these displays. */
export type Drafted = { draft: Draft; compiled: readonly CompiledProgramme[] }

/** Compiles the draft as it is, without making pictures. */
export async function compileDraft(
  deps: DraftingDeps,
  displays: readonly TargetDisplay[],
  report?: Report,
): Promise<Drafted> {
  const draft = await deps.content()
  return { draft, compiled: await compiledOf(deps, displays, draft, report) }
}

/**
 * Makes the pictures that are missing and compiles once more what was drafted then: what somebody changed in the meantime is
 * not part of it.
 */
export async function withPictures(
  deps: DraftingDeps,
  displays: readonly TargetDisplay[],
  drafted: Drafted,
  report: Report,
): Promise<readonly CompiledProgramme[]> {
  const made = await prepare(deps, displays, indexDraft(drafted.draft), report)
  if (made === 0) return drafted.compiled
  const renditions = new Map((await deps.content()).assets.map((asset) => [asset.id, asset.renditions]))
  const assets = drafted.draft.assets.map((asset) => ({
    ...asset,
    renditions: renditions.get(asset.id) ?? asset.renditions,
  }))
  return compiledOf(deps, displays, { ...drafted.draft, assets }, report)
}

/** See `Seen`: what changes, over what, whatever the order. */
export function seenOf(changes: readonly { displayId: Id; over: string | null; hash: string }[]): Seen {
  const lines = changes.map(({ displayId, over, hash }) => JSON.stringify([displayId, over, hash])).sort(order)
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** Displays without what their records have beyond that: it would only be copied to the thread. */
export function targetsOf(displays: readonly TargetDisplay[]): TargetDisplay[] {
  return displays.map(({ id, profile, groups, tags, defaultPlaylistId }) => {
    return { id, profile, groups, tags, defaultPlaylistId }
  })
}

function compiledOf(
  { compiler, place }: DraftingDeps,
  displays: readonly TargetDisplay[],
  draft: Draft,
  report?: Report,
): Promise<readonly CompiledProgramme[]> {
  return compiler.compile({ displays: targetsOf(displays), draft, place }, (done) =>
    report?.('compiling', done, displays.length),
  )
}

/** Asks once for each size of glass, whatever the number of displays; gives how many pictures were made. */
async function prepare(
  deps: DraftingDeps,
  displays: readonly TargetDisplay[],
  draft: DraftIndex,
  report: Report,
): Promise<number> {
  const wanted = await picturesBySize(displays, draft)
  const total = wanted.reduce((sum, { assetIds }) => sum + assetIds.size, 0)
  let [made, passed] = [0, 0]
  for (const { size, assetIds } of wanted) {
    let ofThis = 0
    await deps.prepareRenditions([...assetIds], size, () => {
      made += 1
      ofThis += 1
      report('pictures', passed + ofThis, total)
    })
    passed += assetIds.size
  }
  return made
}

async function picturesBySize(displays: readonly TargetDisplay[], draft: DraftIndex) {
  const wanted = new Map<string, { size: Size; assetIds: Set<Id> }>()
  for (const display of displays) {
    const { widthPx, heightPx } = display.profile
    const key = `${widthPx}x${heightPx}`
    const { assetIds } = wanted.get(key) ?? { assetIds: new Set<Id>() }
    wanted.set(key, { size: display.profile, assetIds })
    for (const id of assetsShownBy(display, draft)) assetIds.add(id)
    await nextTurn()
  }
  return [...wanted.values()]
}

function assetsShownBy(display: TargetDisplay, draft: DraftIndex): Id[] {
  const items = playlistsFor(display, draft).flatMap((playlist) => playlist.items)
  const shown = items.flatMap(({ scene }) => assetIdOf(scene, draft) ?? [])
  return shown.flatMap((id) => [id, ...(draft.variants.get(id) ?? []).map((variant) => variant.id)])
}
