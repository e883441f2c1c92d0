import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Id, Publication, Revision, type Sha256 } from '@akari/protocol'
import type { Kysely, Selectable } from 'kysely'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'
import type { CompiledProgramme } from './compiling.ts'

/** So many publications can be brought back. */
const KEPT = 50
/** A content that nothing names yet may be about to be published. */
const YOUNG_MS = 3_600_000
/** Rows between two pauses of a long write: alerts must not wait for it. */
const AT_ONCE = 20

type Db = Kysely<MainTables>

/** Puts open takeovers onto a content, given as JSON text; null where there are none for this display. */
export type Lay = (displayId: Id, scheduled: string) => { hash: string; body: string } | null

const Displays = Publication.shape.displays

export type PublicationRecord = Pick<Publication, 'by' | 'cause' | 'comment' | 'restores' | 'submissionId'>

/** What is to be published: for each of these displays a stored content. */
export type ToPublish = {
  contents: ReadonlyMap<Id, string>
  /** Names of all displays that there are; others lose what they have. */
  existing: ReadonlyMap<Id, string>
  /** What each was seen to have (null: nothing); whoever published in between makes it `overtaken`. */
  over?: ReadonlyMap<Id, string | null>
  /** Null: no takeover is open. */
  lay: Lay | null
  at: Date
  record: PublicationRecord
  /** Part of the same transaction, before anything is published; false: do nothing. */
  unless?: (tx: Db) => Promise<boolean>
}
export type Published = { changed: ReadonlyMap<Id, number>; sequence: number | null }

class Refused extends Error {}

export type PublicationStore = ReturnType<typeof publicationStore>

export function publicationStore(db: MainDatabase) {
  return {
    /** Keeps contents, so that a later step can publish them by their hash alone. */
    keep: async (compiled: readonly CompiledProgramme[], at: Date): Promise<void> => {
      for (let from = 0; from < compiled.length; from += AT_ONCE) {
        const rows = compiled.slice(from, from + AT_ONCE)
        await db
          .insertInto('programme_content')
          .values(rows.map(({ hash, body }) => ({ hash, body, created_at: at.toISOString() })))
          .onConflict((conflict) =>
            // Young again, so that nobody clears it away before it is published.
            conflict.column('hash').doUpdateSet((eb) => ({ created_at: eb.ref('excluded.created_at') })),
          )
          .execute()
        await nextTurn()
      }
    },
    /**
     * One transaction, one at a time on all servers: what changed gets a higher revision (`max(last + 1, at)`, both
     * milliseconds), what did not is not touched; the whole state becomes a publication when anything changed.
     */
    publish: async (what: ToPublish): Promise<Published | 'overtaken' | 'refused'> => {
      let why: 'overtaken' | 'refused' = 'refused'
      try {
        return await db.transaction().execute(async (tx) => {
          const last = await lock(tx)
          const held = await hashes(tx)
          const overtaken = [...(what.over ?? [])].some(([id, hash]) => (held.get(id) ?? null) !== hash)
          if (overtaken) {
            why = 'overtaken'
            throw new Refused()
          }
          if (what.unless !== undefined && !(await what.unless(tx))) throw new Refused()
          return write(tx, what, held, last)
        })
      } catch (err) {
        if (err instanceof Refused) return why
        throw err
      }
    },
    /** Lays takeovers onto what displays have, or takes them off again; gives those that changed, with their new revision. */
    relay: (lay: Lay | null, at: Date): Promise<Map<Id, number>> =>
      db.transaction().execute(async (tx) => {
        await lock(tx)
        const changed = new Map<Id, number>()
        let query = tx.selectFrom('published_programme').selectAll()
        if (lay === null) query = query.where('scheduled', 'is not', null)
        for (const row of await query.execute()) {
          const scheduled = row.scheduled ?? row.body
          const laid = lay?.(row.display_id, scheduled) ?? null
          if ((laid?.hash ?? row.scheduled_hash) === row.content_hash) continue
          const revision = Math.max(row.revision + 1, at.getTime())
          await tx
            .updateTable('published_programme')
            .set({
              revision,
              body: laid?.body ?? scheduled,
              content_hash: laid?.hash ?? row.scheduled_hash,
              scheduled: laid === null ? null : scheduled,
            })
            .where('display_id', '=', row.display_id)
            .execute()
          changed.set(row.display_id, revision)
        }
        return changed
      }),
    /**
     * A display holds a newer programme than this database knows of: the one it is to have gets a number above that, the rest of
     * it as it was. Gives the number; null when there is nothing to do.
     */
    overtake: (displayId: Id, held: Revision, at: Date): Promise<Revision | null> =>
      db.transaction().execute(async (tx) => {
        await lock(tx)
        const revision = Math.max(held + 1, at.getTime())
        const { numUpdatedRows } = await tx
          .updateTable('published_programme')
          .set({ revision })
          .where('display_id', '=', displayId)
          .where('revision', '<', held)
          .executeTakeFirst()
        return numUpdatedRows > 0n ? revision : null
      }),
    /** Newest first. */
    list: async (): Promise<Publication[]> => {
      const rows = await db.selectFrom('publication').selectAll().orderBy('sequence', 'desc').limit(KEPT).execute()
      return rows.map(publicationOf)
    },
    find: async (sequence: number): Promise<Publication | null> => {
      const row = await db.selectFrom('publication').selectAll().where('sequence', '=', sequence).executeTakeFirst()
      return row === undefined ? null : publicationOf(row)
    },
    /** What every display had after it, by display; empty when it is not kept. */
    contentsOf: async (sequence: number): Promise<Map<Id, string>> => {
      const rows = await db
        .selectFrom('publication_content')
        .select(['display_id', 'hash'])
        .where('sequence', '=', sequence)
        .execute()
      return new Map(rows.map((row) => [row.display_id, row.hash]))
    },
    before: async (sequence: number): Promise<number | null> => {
      const row = await db
        .selectFrom('publication')
        .select('sequence')
        .where('sequence', '<', sequence)
        .orderBy('sequence', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.sequence ?? null
    },
    /** Kept contents by hash. */
    bodies: async (wanted: Iterable<string>): Promise<Map<string, string>> => {
      const list = [...new Set(wanted)]
      const found = new Map<string, string>()
      for (let from = 0; from < list.length; from += 100) {
        const part = list.slice(from, from + 100)
        const rows = await db.selectFrom('programme_content').selectAll().where('hash', 'in', part).execute()
        for (const row of rows) found.set(row.hash, row.body)
        await nextTurn()
      }
      return found
    },
    /** Every file that a kept content names. */
    keptFiles: async (): Promise<Set<Sha256>> => {
      const files = new Set<Sha256>()
      const rows = await db.selectFrom('programme_content').select('hash').execute()
      for (const { hash } of rows) {
        const row = await db.selectFrom('programme_content').select('body').where('hash', '=', hash).executeTakeFirst()
        for (const sha256 of filesNamedIn(row?.body ?? '')) files.add(sha256)
        await nextTurn()
      }
      return files
    },
    /** Forgets publications beyond those that are kept, and contents that nothing names any more. */
    tidy: async (now: Date): Promise<void> => {
      const oldest = await db
        .selectFrom('publication')
        .select('sequence')
        .orderBy('sequence', 'desc')
        .offset(KEPT)
        .limit(1)
        .executeTakeFirst()
      if (oldest !== undefined) await db.deleteFrom('publication').where('sequence', '<=', oldest.sequence).execute()
      await db
        .deleteFrom('programme_content')
        .where('created_at', '<', new Date(now.getTime() - YOUNG_MS).toISOString())
        .where('hash', 'not in', (eb) => eb.selectFrom('publication_content').select('hash'))
        .where('hash', 'not in', (eb) =>
          eb
            .selectFrom('submission_content')
            .innerJoin('submission', 'submission.id', 'submission_content.submission_id')
            .where('submission.state', 'in', ['submitted', 'approved'])
            .select('submission_content.hash'),
        )
        .execute()
    },
  }
}

/** Waits for whoever publishes at the moment, on this server or another; gives the number of the last publication. */
async function lock(tx: Db): Promise<number> {
  const row = await tx
    .updateTable('publish_lock')
    .set((eb) => ({ sequence: eb.ref('sequence') }))
    .where('id', '=', 1)
    .returning('sequence')
    .executeTakeFirstOrThrow()
  return row.sequence
}

async function write(tx: Db, what: ToPublish, held: ReadonlyMap<Id, string>, last: number): Promise<Published> {
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
      })),
    )
    .returning('revision')
    .executeTakeFirstOrThrow()
  return Revision.parse(row.revision)
}

/** Reading tens of thousands of contents in full would take minutes; a name too many keeps a file longer, no more. */
function filesNamedIn(body: string): Sha256[] {
  return [...body.matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(([, sha256]) => sha256 ?? '')
}

async function hashes(db: Db): Promise<Map<Id, string>> {
  const rows = await db.selectFrom('published_programme').select(['display_id', 'scheduled_hash']).execute()
  return new Map(rows.map((row) => [row.display_id, row.scheduled_hash]))
}

function publicationOf(row: Selectable<MainTables['publication']>): Publication {
  return Publication.parse({
    sequence: row.sequence,
    at: row.at,
    by: row.by_whom,
    cause: row.cause,
    comment: row.comment,
    displays: Displays.parse(JSON.parse(row.displays)),
    restores: row.restores,
    submissionId: row.submission_id,
  })
}
