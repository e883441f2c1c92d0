import { FileRef, type Id, ProgrammeFeed } from '@akari/protocol'
import { z } from 'zod'
import { type DraftIndex, order } from './content.ts'

/** A feed with the StoredTimetable document that displays are to have. */
export type DraftFeed = { id: Id; timetable: FileRef }

/** All that is looked into, as in venue-layer.ts. */
const Content = z.record(z.string(), z.unknown())
const Files = z.array(FileRef)
const Feeds = z.array(ProgrammeFeed)

/** Puts the timetables of the feeds that a programme (its JSON text) shows onto it; the same text where it shows none that has one. */
export function layFeeds(body: string, draft: DraftIndex): string {
  const timetables = new Map((draft.feeds ?? []).map(({ id, timetable }) => [id, timetable]))
  if (timetables.size === 0 || !body.includes('"feeds":[{"feedId":')) return body
  const content = Content.parse(JSON.parse(body))
  const feeds = Feeds.parse(content['feeds'] ?? []).map(({ feedId }): ProgrammeFeed => {
    const timetable = timetables.get(feedId)
    return timetable === undefined ? { feedId } : { feedId, timetable }
  })
  const added = feeds.flatMap(({ timetable }) => timetable ?? [])
  if (added.length === 0) return body
  const files = new Map([...Files.parse(content['files']), ...added].map((file) => [file.sha256, file]))
  return JSON.stringify({ ...content, feeds, files: [...files.values()].sort((a, b) => order(a.sha256, b.sha256)) })
}
