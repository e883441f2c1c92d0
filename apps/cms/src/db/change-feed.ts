import { Channel, CONSOLE_TOPICS, Id, Revision } from '@akari/protocol'
import { z } from 'zod'
import type { AlertDatabase } from './database.ts'

/** What one node tells the others, and itself. It says where to look, never what is there: that is read from the tables. */
export const Change = z.discriminatedUnion('kind', [
  /** Staff changed something that consoles show. */
  z.object({ kind: z.literal('topic'), topic: z.enum(CONSOLE_TOPICS) }),
  z.object({ kind: z.literal('programme'), displayId: Id, revision: Revision }),
  /** The display has no player any more, or another one. */
  z.object({ kind: z.literal('revoked'), displayId: Id }),
  /** What is wanted of the display changed. */
  z.object({ kind: z.literal('wishes'), displayId: Id }),
  /** A newer alert state was stored. */
  z.object({ kind: z.literal('alerts') }),
  /** A version of the alert policy was saved. */
  z.object({ kind: z.literal('policy') }),
  /** Displays' answers to an alert state were stored. */
  z.object({ kind: z.literal('acknowledged') }),
  /** Displays that have not said that they show the newest state are to be sent it again. */
  z.object({ kind: z.literal('resend'), channel: Channel }),
  /** Somebody confirmed the emergency texts of a language, took that back, or reported a phrase. */
  z.object({ kind: z.literal('phrases') }),
  /** A live value was told. */
  z.object({ kind: z.literal('values') }),
  /** What displays are told of a feed changed. */
  z.object({ kind: z.literal('feeds') }),
  /** Captions were spoken or corrected. */
  z.object({ kind: z.literal('captions') }),
  /** Somebody's session or token ended before its time. */
  z.object({ kind: z.literal('access-ended'), of: z.enum(['sessions', 'tokens']) }),
])
export type Change = z.infer<typeof Change>

export type FeedListener = {
  changed: (change: Change, origin: 'here' | 'elsewhere') => void
  /** Listening began, or began again: anything may have been missed. */
  missed: () => void
  /** Called every second, heard or not: what must not wait for a notice is read again. */
  poll: () => void
}

/** Carries changes to every node on the same database. */
export type ChangeFeed = {
  /** This node's listener is told at once, the other nodes' as soon as the database can tell them. */
  publish: (change: Change) => void
  /** Makes the news of an alert state part of the transaction that stores it. */
  publishWith: (tx: AlertDatabase, change: Change) => Promise<void>
  /** One listener for each node. */
  subscribe: (listener: FeedListener) => void
  close: () => Promise<void>
}

/** The feed of the only node on an embedded database. */
export function inProcessFeed(): ChangeFeed {
  let listener: FeedListener | null = null
  return {
    publish: (change) => listener?.changed(change, 'here'),
    publishWith: () => Promise.resolve(),
    subscribe: (to) => {
      listener = to
    },
    close: () => Promise.resolve(),
  }
}
