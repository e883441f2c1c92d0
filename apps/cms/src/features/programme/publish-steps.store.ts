import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Id, ProgrammeFeed, type Publication, Revision } from '@akari/protocol'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { MainTables } from '../../db/schema.ts'

/** Rows between two pauses of a long write: alerts must not wait for it. */
export const AT_ONCE = 20

export type Db = Kysely<MainTables>

/** Puts onto a content, given as JSON text, what holds at once (layers.ts); null where there is nothing for this display. */
export type Lay = (displayId: Id, scheduled: string) => { hash: string; body: string } | null

export type PublicationRecord = Pick<Publication, 'by' | 'cause' | 'comment' | 'restores' | 'submissionId'>

/** What is to be published: for each of these displays a stored content. */
export type ToPublish = {
  contents: ReadonlyMap<Id, string>
  /** Names of all displays that there are; others lose what they have. */
  existing: ReadonlyMap<Id, string>
  /** What each was seen to have (null: nothing); whoever published in between makes it `overtaken`. */
  over?: ReadonlyMap<Id, string | null>
  /** Null: there is nothing to lay on. */
  lay: Lay | null
  at: Date
  record: PublicationRecord
  /** Part of the same transaction, before anything is published; false: do nothing. */
  unless?: (tx: Db) => Promise<boolean>
}
export type Published = { changed: ReadonlyMap<Id, number>; sequence: number | null }

/** Waits for whoever publishes at the moment, on this server or another; gives the number of the last publication. */
export async function lock(tx: Db): Promise<number> {
  const row = await tx
    .updateTable('publish_lock')
    .set((eb) => ({ sequence: eb.ref('sequence') }))
    .where('id', '=', 1)
    .returning('sequence')
    .executeTakeFirstOrThrow()
  return row.sequence
}

/** Publishes within a transaction that holds the lock: what changed, and the record of it. */
export async function writePublication(
  tx: Db,
  what: ToPublish,
  held: ReadonlyMap<Id, string>,
  last: number,
): Promise<Published> {
  const { contents, existing, at, record } = what
  const sequence = last === 0 ? await recordEarlier(tx, held, at) : last
  const changed = new Map<Id, number>()
  for (const [displayId, hash] of contents) {
    if (held.get(displayId) === hash || !existing.has(displayId)) continue
    changed.set(displayId, await give(tx, displayId, hash, what))
    if (changed.size % AT_ONCE === 0) await nextTurn()
  }
  const gone = [...held.keys()].filter((id) => !existing.has(id))
  for (const id of gone) await tx.deleteFrom('published_programme').where('display_id', '=', id).execute()
  if (changed.size === 0) return { changed, sequence: null }
  const displays = [...changed].map(([id, revision]) => ({ displayId: id, name: existing.get(id) ?? id, revision }))
  await insertPublication(tx, { ...record, sequence: sequence + 1, at: at.toISOString(), displays })
  return { changed, sequence: sequence + 1 }
}

/** What was published before anybody kept a record, so that the first undo has something to go back to. */
async function recordEarlier(tx: Db, held: ReadonlyMap<Id, string>, at: Date): Promise<number> {
  if (held.size === 0) return 0
  const rows = await tx.selectFrom('published_programme').selectAll().orderBy('published_at', 'desc').execute()
  for (const { scheduled_hash: hash, scheduled, body: laid } of rows) {
    const body = scheduled ?? laid
    await tx
      .insertInto('programme_content')
      .values({ hash, body, created_at: at.toISOString() })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute()
  }
  await insertPublication(tx, {
    sequence: 1,
    at: rows[0]?.published_at ?? at.toISOString(),
    by: '',
    cause: 'earlier',
    comment: '',
    displays: [],
    restores: null,
    submissionId: null,
  })
  return 1
}

async function insertPublication(tx: Db, publication: Publication): Promise<void> {
  const { sequence, at, by, cause, comment, displays, restores, submissionId } = publication
  await tx
    .insertInto('publication')
    .values({
      sequence,
      at,
      by_whom: by,
      cause,
      comment,
      displays: JSON.stringify(displays),
      restores,
      submission_id: submissionId,
    })
    .execute()
  await tx
    .insertInto('publication_content')
    .columns(['sequence', 'display_id', 'hash'])
    .expression((eb) =>
      eb
        .selectFrom('published_programme')
        .select((e) => [
          e.cast<number>(e.val(sequence), 'integer').as('sequence'),
          'display_id',
          'scheduled_hash as hash',
        ]),
    )
    .execute()
  await tx.updateTable('publish_lock').set({ sequence }).where('id', '=', 1).execute()
}

/** Gives a display the stored content of this hash, with open takeovers on it, under a higher revision than it had. */
async function give(tx: Db, displayId: Id, hash: string, { lay, at }: ToPublish): Promise<number> {
  const kept = await tx.selectFrom('programme_content').select('body').where('hash', '=', hash).executeTakeFirst()
  if (kept === undefined) throw new Error(`no content ${hash} for display ${displayId}`)
  const laid = lay?.(displayId, kept.body) ?? null
  const row = await tx
    .insertInto('published_programme')
    .values({
      display_id: displayId,
      revision: at.getTime(),
      published_at: at.toISOString(),
      content_hash: laid?.hash ?? hash,
      body: laid?.body ?? kept.body,
      scheduled: laid === null ? null : kept.body,
      scheduled_hash: hash,
      feeds: feedsNamedIn(laid?.body ?? kept.body),
    })
    .onConflict((conflict) =>
      conflict.column('display_id').doUpdateSet((eb) => ({
        revision: eb
          .case()
          .when('published_programme.revision', '<', eb.ref('excluded.revision'))
          .then(eb.ref('excluded.revision'))
          .else(eb('published_programme.revision', '+', 1))
          .end(),
        published_at: eb.ref('excluded.published_at'),
        content_hash: eb.ref('excluded.content_hash'),
        body: eb.ref('excluded.body'),
        scheduled: eb.ref('excluded.scheduled'),
        scheduled_hash: eb.ref('excluded.scheduled_hash'),
        feeds: eb.ref('excluded.feeds'),
      })),
    )
    .returning('revision')
    .executeTakeFirstOrThrow()
  return Revision.parse(row.revision)
}

const Shown = z.object({ feeds: z.array(ProgrammeFeed).default([]) })

/** Which feeds a programme shows, as its row keeps them: whoever sends snapshots must not read whole programmes. */
export function feedsNamedIn(body: string): string | null {
  if (!body.includes('"feeds":[{"feedId":')) return null
  const { feeds } = Shown.parse(JSON.parse(body))
  return feeds.length === 0 ? null : JSON.stringify(feeds.map(({ feedId }) => feedId))
}

/** What is published on every display, by display. */
export async function hashes(db: Db): Promise<Map<Id, string>> {
  const rows = await db.selectFrom('published_programme').select(['display_id', 'scheduled_hash']).execute()
  return new Map(rows.map((row) => [row.display_id, row.scheduled_hash]))
}
