import {
  isBoard,
  type ItemChange,
  type ItemField,
  type Playlist,
  type PlaylistField,
  type PlaylistItem,
  type ProgrammeChange,
  type SceneContent,
  type Sha256,
} from '@akari/protocol'
import { differingKeys, matched, namesOf } from './same.ts'

type PlaylistChange = Extract<ProgrammeChange, { kind: 'playlist' }>

const PLAYLIST_FIELDS: { [K in keyof Playlist]?: PlaylistField } = {
  name: 'name',
  sync: 'sync',
  campaign: 'campaign',
  transition: 'transition',
}
const ITEM_FIELDS: { [K in keyof PlaylistItem]?: ItemField } = {
  scene: 'scene',
  seconds: 'seconds',
  validFrom: 'validity',
  validUntil: 'validity',
  weight: 'weight',
  silent: 'sound',
}

/** What became of the playlists of a display and of what is in them. */
export function playlistChanges(before: readonly Playlist[], after: readonly Playlist[]): PlaylistChange[] {
  return matched(before, after).flatMap(({ id, was, is }): PlaylistChange[] => {
    const told = is ?? was
    if (told === null) return []
    const items = itemChanges(was?.items ?? [], is?.items ?? [])
    if (was === null) return [{ kind: 'playlist', how: 'added', id, name: told.name, fields: [], items }]
    if (is === null) return [{ kind: 'playlist', how: 'removed', id, name: told.name, fields: [], items }]
    const keys = differingKeys(was, is).filter((key) => key !== 'items')
    if (keys.length === 0 && items.length === 0) return []
    return [{ kind: 'playlist', how: 'changed', id, name: is.name, fields: namesOf(PLAYLIST_FIELDS, keys), items }]
  })
}

function itemChanges(before: readonly PlaylistItem[], after: readonly PlaylistItem[]): ItemChange[] {
  const placeIn = (list: readonly PlaylistItem[]) => new Map(list.map(({ id }, n) => [id, n + 1]))
  const [from, to] = [placeIn(before), placeIn(after)]
  const moved = movedIds(before, after)
  return matched(before, after).flatMap(({ id, was, is }): ItemChange[] => {
    const told = is ?? was
    if (told === null) return []
    const common = {
      id,
      title: told.scene.title,
      from: from.get(id) ?? null,
      to: to.get(id) ?? null,
      before: was === null ? null : pictureOf(was.scene),
      after: is === null ? null : pictureOf(is.scene),
    }
    if (was === null) return [{ ...common, how: 'added', fields: [] }]
    if (is === null) return [{ ...common, how: 'removed', fields: [] }]
    const fields = namesOf(ITEM_FIELDS, differingKeys(was, is))
    if (fields.length > 0) return [{ ...common, how: 'changed', fields }]
    return moved.has(id) ? [{ ...common, how: 'moved', fields }] : []
  })
}

/** Those that must be carried to get from one order to the other: all but a longest run that keeps its order. */
function movedIds(before: readonly PlaylistItem[], after: readonly PlaylistItem[]): Set<string> {
  const place = new Map(before.map(({ id }, n) => [id, n]))
  const common = after.flatMap(({ id }) => {
    const at = place.get(id)
    return at === undefined ? [] : [{ id, at }]
  })
  const stays = longestRise(common.map(({ at }) => at))
  return new Set(common.filter((_, n) => !stays.has(n)).map(({ id }) => id))
}

/** Indices of a longest rising part of a list (patience sorting, O(n log n)). */
function longestRise(values: readonly number[]): Set<number> {
  const ends: number[] = []
  const previous: number[] = []
  for (const [n, value] of values.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? -1] ?? Number.POSITIVE_INFINITY) < value) low = middle + 1
      else high = middle
    }
    previous[n] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = n
  }
  const found = new Set<number>()
  for (let n = ends.at(-1) ?? -1; n >= 0; n = previous[n] ?? -1) found.add(n)
  return found
}

/** The picture that stands for a scene where it has one. */
function pictureOf(scene: SceneContent): Sha256 | null {
  if (isBoard(scene)) return null
  switch (scene.kind) {
    case 'image':
      return (scene.variants.find(({ language }) => language === null) ?? scene.variants[0])?.file.sha256 ?? null
    case 'video':
      return scene.poster?.sha256 ?? null
    case 'poster':
      return scene.picture?.[0]?.file.sha256 ?? null
    case 'floorMap':
    case 'live':
    case 'notice':
    case 'layout':
    case 'way':
    case 'sitting':
      return null
  }
}
