import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Id, Publication, type Revision, type Sha256 } from '@akari/protocol'
import type { Selectable } from 'kysely'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'
import type { CompiledProgramme } from './compiling.ts'
import {
  AT_ONCE,
  feedsNamedIn,
  hashes,
  type Lay,
  lock,
  type Published,
  type ToPublish,
  writePublication,
} from './publish-steps.store.ts'

/** So many publications can be brought back. */
const KEPT = 50
/** A content that nothing names yet may be about to be published. */
const YOUNG_MS = 3_600_000

const Displays = Publication.shape.displays

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
          return writePublication(tx, what, held, last)
        })
      } catch (err) {
        if (err instanceof Refused) return why
        throw err
      }
    },
    /** Lays takeovers and venues onto what displays have, or takes them off again; gives those that changed, with their new revision. */
    relay: (lay: Lay | null, at: Date): Promise<Map<Id, number>> =>
      db.transaction().execute(async (tx) => {
        await lock(tx)
        const changed = new Map<Id, number>()
        let query = tx.selectFrom('published_programme').selectAll()
        if (lay === null) query = query.where('scheduled', 'is not', null)
        for (const [n, row] of (await query.execute()).entries()) {
          if (n % AT_ONCE === AT_ONCE - 1) await nextTurn()
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
              feeds: feedsNamedIn(laid?.body ?? scheduled),
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

/** Reading tens of thousands of contents in full would take minutes; a name too many keeps a file longer, no more. */
function filesNamedIn(body: string): Sha256[] {
  return [...body.matchAll(/"sha256":"([0-9a-f]{64})"/g)].map(([, sha256]) => sha256 ?? '')
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
