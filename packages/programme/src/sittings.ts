import { type Instant, type Playlist, type Programme, type Stream, streamsIn } from '@akari/protocol'
import { occurrences } from './rule.ts'
import { ruleContext } from './rule-days.ts'

/** A meeting of which the schedule shows a live picture: which stream, and from when to when. */
export type Sitting = { entryId: string; stream: Stream; startsAt: Instant; endsAt: Instant }

/**
 * The meetings between two moments that the schedule of a display relays live (議会中継): the times of the entries whose playlist shows
 * a stream, in order. Entries that come up as an interrupt or a line say nothing of when a meeting is.
 */
export function sittingsIn(programme: Programme, from: Instant, to: Instant): Sitting[] {
  const context = ruleContext(programme)
  return programme.entries
    .flatMap(({ id: entryId, playlistId, role, rule }): Sitting[] => {
      const stream = streamOf(programme, playlistId)
      if (stream === null || (role !== undefined && role.kind !== 'scheduled')) return []
      return occurrences(rule, from, to, context).map(({ startsAt, endsAt }) => ({ entryId, stream, startsAt, endsAt }))
    })
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
}

function streamOf({ playlists, streams }: Programme, playlistId: Playlist['id']): Stream | null {
  const items = playlists.find(({ id }) => id === playlistId)?.items ?? []
  const [shown] = items.flatMap(({ scene }) => streamsIn(scene))
  return streams.find(({ id }) => id === shown) ?? null
}
