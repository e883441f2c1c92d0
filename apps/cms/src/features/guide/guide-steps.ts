import type { EntryTargets, Id, OnGlass, Play, Playlist } from '@akari/protocol'
import { GUIDE_STEPS, type GuideStep, type GuideStepName } from '@akari/protocol'

type Named = { id: Id; name: string }
type Item = { id: Id; scene: { kind: string } }

/** What there is, as far as the guide looks at it. */
export type Facts = {
  /** Pictures, videos and posters that this person added and that are still there. */
  materials: readonly Named[]
  playlists: readonly (Named & { items: readonly Item[] })[]
  /** Playlists that this person made: a notice written in one of them is material, too. */
  ownPlaylistIds: ReadonlySet<Id>
  entries: readonly (Named & { playlistId: Id; targets: EntryTargets })[]
  displays: readonly GuideDisplay[]
  reaches: (targets: EntryTargets, display: GuideDisplay) => boolean
  published: (displayId: Id) => Promise<readonly Playlist[]>
  /** What a display showed lately. */
  plays: (displayId: Id) => Promise<readonly Play[]>
}

export type GuideDisplay = Named & {
  groups: readonly string[]
  tags: readonly string[]
  defaultPlaylistId: Id | null
  onGlass: OnGlass | null
}

/** Displays looked at, the first that the entry reaches; a guide need not know of the other hundreds. */
const DISPLAYS_AT_MOST = 12

/** How far somebody is, by what there is now: each step asks for what the one before made. */
export async function guideSteps(facts: Facts): Promise<GuideStep[]> {
  const made = madeOf(facts)
  const done: Partial<Record<GuideStepName, Named>> = {}
  if (made.material !== null) done.material = made.material
  const [playlist] = made.playlists
  if (playlist !== undefined) done.playlist = playlist
  const ids = new Set(made.playlists.map(({ id }) => id))
  const entries = facts.entries.filter(({ playlistId }) => ids.has(playlistId))
  const reached = facts.displays.filter(
    (display) =>
      (display.defaultPlaylistId !== null && ids.has(display.defaultPlaylistId)) ||
      entries.some(({ targets }) => facts.reaches(targets, display)),
  )
  const [entry, first] = [entries[0], reached[0]]
  if (first !== undefined) done.schedule = entry ?? first
  const out = await shownOn(facts, reached.slice(0, DISPLAYS_AT_MOST), made.itemIds)
  return GUIDE_STEPS.map((step) => {
    const subject = step === 'publish' ? out.published : step === 'glass' ? out.seen : (done[step] ?? null)
    return { step, done: subject !== null, subject }
  })
}

function madeOf({ materials, playlists, ownPlaylistIds }: Facts) {
  const ids = new Set(materials.map(({ id }) => id))
  const itemIds = new Set<Id>()
  const using = playlists.filter(({ id, items }) => {
    const own = items.filter(({ scene }) => names(scene, ids) || (scene.kind === 'notice' && ownPlaylistIds.has(id)))
    for (const item of own) itemIds.add(item.id)
    return own.length > 0
  })
  const [notice] = using
  return { material: materials[0] ?? notice ?? null, playlists: using, itemIds }
}

/** Does a scene name one of these, at whatever place of it? */
function names(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value)
  return typeof value === 'object' && value !== null && Object.values(value).some((inner) => names(inner, ids))
}

async function shownOn(facts: Facts, displays: readonly GuideDisplay[], itemIds: ReadonlySet<Id>) {
  let published: Named | null = null
  for (const display of displays) {
    const { id, name } = display
    const playlists = await facts.published(id)
    const items = playlists.flatMap((playlist) => playlist.items).filter((item) => itemIds.has(item.id))
    if (items.length === 0) continue
    published ??= { id, name }
    const titles = new Set(items.map(({ scene }) => scene.title.ja))
    const reported = display.onGlass?.title?.ja
    const onGlass = reported !== undefined && titles.has(reported)
    const recorded = onGlass ? [] : await facts.plays(id)
    const seen = onGlass || recorded.some(({ shown }) => shown.kind === 'item' && itemIds.has(shown.itemId))
    if (seen) return { published, seen: { id, name } }
  }
  return { published, seen: null }
}
