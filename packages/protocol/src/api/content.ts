import { z } from 'zod'
import { SittingScene } from '../council/sitting-scene.ts'
import { Language, Texts } from '../language.ts'
import { Id, Instant, LocalDateTime, Revision } from '../primitives.ts'
import { Playlist, PlaylistItem, ScheduleEntry } from '../programme.ts'
import { SentWay } from '../sent-way.ts'
import { EntryTargets } from './targets.ts'

/** A scene as staff compose it: by asset, resolved to files when the programme is compiled. */
export const DraftScene = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asset'), assetId: Id }),
  z.object({ kind: z.literal('floorMap'), assetId: Id, levelId: Id }),
  z.object({ kind: z.literal('live'), streamId: Id }),
  z.object({ kind: z.literal('notice'), title: Texts, body: Texts }),
  z.object({ kind: z.literal('layout'), layoutId: Id }),
  z.object({ kind: z.literal('poster'), posterId: Id }),
  SentWay.extend({ kind: z.literal('way') }),
  z.object({ kind: z.literal('board'), boardId: Id }),
  SittingScene,
])
export type DraftScene = z.infer<typeof DraftScene>

export const DraftItem = z.object({
  id: Id,
  seconds: z
    .number()
    .min(1)
    .max(24 * 3600),
  scene: DraftScene,
  validFrom: Instant.nullable(),
  validUntil: Instant.nullable(),
  weight: PlaylistItem.shape.weight,
  silent: PlaylistItem.shape.silent,
})
export type DraftItem = z.infer<typeof DraftItem>

/** `version` guards against two people at once: a write with an old one is refused (409), nothing is lost. */
export const PlaylistInput = z.object({
  name: z.string().min(1).max(120),
  items: z.array(DraftItem).max(500),
  sync: Playlist.shape.sync,
  campaign: Playlist.shape.campaign,
  transition: Playlist.shape.transition,
  version: z.int().nonnegative(),
})
export type PlaylistInput = z.infer<typeof PlaylistInput>
export const PlaylistView = PlaylistInput.extend({ id: Id, usedInEntries: z.int(), updatedAt: Instant })
export type PlaylistView = z.infer<typeof PlaylistView>

export const StreamInput = z.object({ title: Texts, url: z.url({ protocol: /^https?$/ }) })
export type StreamInput = z.infer<typeof StreamInput>

/** Does an address hold a name or a password? Streams are not asked with them: their parts would be refused. */
export function bearsPassword(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && (url.username !== '' || url.password !== '')
}

/** The address without the name and the password that it may hold; what is no address as it is. */
export function withoutPassword(address: string): string {
  const url = URL.parse(address)
  if (url === null || !bearsPassword(address)) return address
  url.username = '***'
  url.password = ''
  return url.href
}

export const StreamView = StreamInput.extend({ id: Id })
export type StreamView = z.infer<typeof StreamView>
/** In the list of all: `usedIn` names the playlists, takeovers and sittings that show it; while there are any it stays. */
export const ListedStream = StreamView.extend({ usedIn: z.array(z.string()) })
export type ListedStream = z.infer<typeof ListedStream>

/** A schedule entry as the displays get it, and which displays that are. */
export const EntryInput = ScheduleEntry.omit({ id: true }).extend({
  targets: EntryTargets,
  version: z.int().nonnegative(),
})
export type EntryInput = z.infer<typeof EntryInput>
export const EntryView = EntryInput.extend({ id: Id, updatedAt: Instant })
export type EntryView = z.infer<typeof EntryView>

/** Something staff should know before they publish; it does not stop them. */
export const PublishWarning = z.object({
  code: z.enum([
    'playlist-empty',
    'language-missing',
    'picture-language-missing',
    'nothing-scheduled',
    'entry-never-occurs',
    'asset-missing',
    'kiosk-missing',
    'asset-not-ready',
    'asset-expired',
    'asset-expiring',
  ]),
  subject: z.string(),
  languages: z.array(Language).optional(),
})
export type PublishWarning = z.infer<typeof PublishWarning>

export const DraftStatus = z.object({
  publishedAt: Instant.nullable(),
  /** Displays whose programme would change. */
  changed: z.array(z.object({ displayId: Id, name: z.string() })),
  warnings: z.array(PublishWarning),
})
export type DraftStatus = z.infer<typeof DraftStatus>
export const PublishResult = z.object({
  publishedAt: Instant,
  displays: z.array(z.object({ displayId: Id, name: z.string(), revision: Revision, changed: z.boolean() })),
})
export type PublishResult = z.infer<typeof PublishResult>

/** Windows of the coming days for a calendar, from the same `unroll` that the player runs. */
export const Occurrence = z.object({ entryId: Id, startsAt: Instant, endsAt: Instant, originalStart: LocalDateTime })
export type Occurrence = z.infer<typeof Occurrence>
