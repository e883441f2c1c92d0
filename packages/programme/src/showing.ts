import type { Id, Instant, Playlist, PlaylistItem } from '@akari/protocol'
import type { BehindBecause, Reason } from './reasons.ts'
import type { Place } from './rotation.ts'
import type { Member, Moment, Slot } from './member.ts'
import { instantOf } from './time.ts'

/** One showing of one item. The same `key` means the same showing, also when clocks are being corrected. */
export type Playing = {
  layer: Slot['layer']
  /** The entry or override that it is on for; null: the default playlist. */
  entryId: Id | null
  key: string
  playlist: Playlist
  item: PlaylistItem
  loop: PlaylistItem[]
  startedAtMs: number
  endsAtMs: number
  /** It stands as it was at this moment: somebody is at the glass. */
  heldAtMs?: number
}

/** The playlist item on the glass. The same `key` means the same showing: keep it, do not start it again. */
export type ItemOnGlass = {
  key: string
  playlistId: Id
  playlistName: string
  /** The entry or override it is on for; null: the default playlist. */
  entryId: Id | null
  itemId: Id
  startedAt: Instant
  /** When its turn is over, unless something higher comes before. */
  endsAt: Instant
  /** It appears at once, as its playlist asks; otherwise it fades in. */
  cuts?: true
}

/** How an item of this playlist appears. */
export function appearing({ transition }: Playlist): Pick<ItemOnGlass, 'cuts'> {
  return transition === 'cut' ? { cuts: true } : {}
}

/** The showing of what has its turn in a slot. */
export function showing(slot: Slot, at: Place<Member>, moment: Moment): Playing {
  const { member, item, index, lap, intoMs, itemMs } = at
  const startedAtMs = moment.ms - intoMs
  const showingName = moment.timeKnown ? instantOf(startedAtMs) : `lap-${lap}`
  return {
    layer: slot.layer,
    entryId: member.entryId,
    key: `${member.playlist.id}/${index}/${item.id}/${showingName}`,
    playlist: member.playlist,
    item,
    loop: member.loop,
    startedAtMs,
    endsAtMs: Math.min(startedAtMs + itemMs, slot.endsAtMs),
  }
}

/** Why this member of a slot is on; nothing for the default playlist and overrides, which say so themselves. */
export function whyThis({ members, behind }: Slot, { window }: Member): Reason[] {
  if (window === null) return []
  const { entryId, playlistId } = window
  const [startsAt, endsAt] = [instantOf(window.startsAtMs), instantOf(window.endsAtMs)]
  const waiting = members.flatMap((other) => (other.window === null || other.window === window ? [] : [other.window]))
  const over = [...waiting.map(named('turn')), ...behind.map(named('priority'))]
  return [{ code: 'entry-wins', entryId, playlistId, startsAt, endsAt, over }]
}

/** Names an entry with why it stands behind. */
export function named(because: BehindBecause) {
  return ({ entryId }: { entryId: string }) => ({ entryId, because })
}

/** Which items of the playlist on the glass are outside their validity. */
export function leftOutReason({ playlist, leftOut }: Member): Reason[] {
  if (leftOut.length === 0) return []
  return [{ code: 'items-not-valid', playlistId: playlist.id, itemIds: leftOut.map((item) => item.id) }]
}
