import type { Acknowledgement, SignedAlertState } from './alert.ts'
import type { DisplayHealth, Hello, HelloReply } from './display.ts'
import type { FeedSnapshots } from './feeds/feed-snapshot.ts'
import type { SignedKeyManifest } from './key-manifest.ts'
import type { LiveValues } from './live-values.ts'
import type { Instant, Revision } from './primitives.ts'

/** CMS → player, namespace `/player`. Every payload is a whole state or says where the newest is. */
export type ToPlayer = {
  /** Sent before any state that its keys signed. */
  'keys.manifest': (envelope: SignedKeyManifest) => void
  'alert.state': (envelope: SignedAlertState) => void
  /** All live values, whenever one changed. */
  'values.state': (values: LiveValues) => void
  /** Feeds of this display's programme, whenever one changed: each whole, none takes the place of another feed. */
  'feeds.state': (snapshots: FeedSnapshots) => void
  'programme.changed': (notice: { revision: Revision }) => void
  /** What the CMS wants of this display changed: ask for it (`DisplayWishes`). */
  'wishes.changed': () => void
  'display.revoked': () => void
  /** Sent the way alert states are, to whoever asked with this number. */
  'push.echo': (number: number) => void
}

/** Player → CMS. Acknowledgement functions are called when the CMS has stored what it was told. */
export type FromPlayer = {
  hello: (hello: Hello, reply: (answer: HelloReply) => void) => void
  'alert.acknowledged': (acknowledgement: Acknowledgement, stored: () => void) => void
  'display.health': (health: DisplayHealth) => void
  'clock.probe': (reply: (serverTime: Instant) => void) => void
  /** Asks for a push: an answer alone would not prove that pushes arrive. */
  'push.probe': (number: number) => void
}

/** What changed; the console fetches the truth by HTTP. */
export const CONSOLE_TOPICS = [
  'displays',
  'alerts',
  'assets',
  'playlists',
  'layouts',
  'schedule',
  'programme',
  'publishing',
  'approvals',
  'notices',
  'users',
  'audit',
  'phrases',
  'drills',
  'values',
  'webhooks',
  'fleet',
  'venues',
  'feeds',
  'boards',
  'captions',
  'sittings',
  'recordings',
] as const
export type ConsoleTopic = (typeof CONSOLE_TOPICS)[number]

/** CMS → console, namespace `/console`. */
export type ToConsole = { changed: (topic: ConsoleTopic) => void }
export type FromConsole = Record<string, never>
