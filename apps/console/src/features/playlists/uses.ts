import type { DisplayView, EntryView, Id, LayoutView, TakeoverView } from '@akari/protocol'

type Users = {
  entries: readonly Pick<EntryView, 'name' | 'playlistId'>[]
  displays: readonly (Pick<DisplayView, 'defaultPlaylistId'> & { profile: { name: string } })[]
  layouts: readonly Pick<LayoutView, 'name' | 'landscape' | 'portrait'>[]
  takeovers: readonly Pick<TakeoverView, 'name' | 'playlistId' | 'state'>[]
}

/** By name, what shows a playlist. */
export type Uses = Record<keyof Users, readonly string[]>

/** Where this playlist is used: by entries, as what displays show when nothing is planned, in zones, in takeovers to come. */
export function usesOf(playlistId: Id, { entries, displays, layouts, takeovers }: Users): Uses {
  const isIt = (each: { playlistId: Id }): boolean => each.playlistId === playlistId
  return {
    entries: entries.filter(isIt).map(({ name }) => name),
    displays: displays
      .filter(({ defaultPlaylistId }) => defaultPlaylistId === playlistId)
      .map(({ profile }) => profile.name),
    layouts: layouts
      .filter(({ landscape = [], portrait = [] }) => [...landscape, ...portrait].some(isIt))
      .map(({ name }) => name),
    takeovers: takeovers.filter((each) => isIt(each) && each.state !== 'ended').map(({ name }) => name),
  }
}

/** Must it stay? A takeover goes on with the copy it was started with. */
export function mustStay({ entries, displays, layouts }: Uses): boolean {
  return entries.length + displays.length + layouts.length > 0
}
