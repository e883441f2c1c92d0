import { reaches } from '@akari/programme'
import type { Id, Playlist, ProgrammeTakeover } from '@akari/protocol'
import { compilePlaylist, feedsIn, filesIn, ProgrammeContent, streamsOf } from './compile.ts'
import { type DraftIndex, order, type TargetDisplay, zonePlaylists } from './content.ts'

/** A takeover plays a copy of its playlist, so that a later draft of that playlist is not published with it. */
export function takeoverPlaylistId(takeoverId: Id): Id {
  return `takeover:${takeoverId}`
}

/**
 * Puts the takeovers that are open now onto a programme without any (`scheduled`, its JSON text): onto a new one when it is
 * published, and onto the published one when somebody starts or ends a takeover. The same text either way.
 */
export function layTakeovers(scheduled: string, display: TargetDisplay, draft: DraftIndex): string {
  const open = (draft.takeovers ?? [])
    .filter(({ targets }) => reaches(targets, display))
    .sort((a, b) => order(a.id, b.id))
  if (open.length === 0) return scheduled
  const content = ProgrammeContent.parse(JSON.parse(scheduled))
  const copies = open.map(({ id, playlist }): Playlist => {
    return compilePlaylist({ ...playlist, id: takeoverPlaylistId(id) }, display, draft)
  })
  const takeovers = open.map(
    ({ id, name, startsAt, endsAt, noticeSeconds, sitting, adjournedAt }): ProgrammeTakeover => {
      const playlistId = takeoverPlaylistId(id)
      const ofSitting = { ...(sitting !== undefined && { sitting }), ...(adjournedAt !== undefined && { adjournedAt }) }
      return { id, name, playlistId, startsAt, endsAt, noticeSeconds, ...ofSitting }
    },
  )
  const there = new Set(content.playlists.map(({ id }) => id))
  const inZones = new Set(
    zonePlaylists(
      open.map(({ playlist }) => playlist),
      display.profile,
      draft,
    ),
  )
  const besides = [...inZones].filter(({ id }) => !there.has(id)).sort((a, b) => order(a.id, b.id))
  const playlists = [
    ...content.playlists,
    ...copies,
    ...besides.map((playlist) => compilePlaylist(playlist, display, draft)),
  ]
  const feeds = feedsIn(playlists)
  const streams = new Map([...draft.streams, ...content.streams].map((stream) => [stream.id, stream]))
  const laid: ProgrammeContent = {
    ...content,
    playlists,
    streams: streamsOf(playlists, [...streams.values()]),
    takeovers,
    ...(feeds.length === 0 ? {} : { feeds }),
    files: filesIn(playlists),
  }
  return JSON.stringify(laid)
}
