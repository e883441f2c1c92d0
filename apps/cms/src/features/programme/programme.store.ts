import { type Id, Instant, Programme, Revision } from '@akari/protocol'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'
import { ProgrammeContent } from './compile.ts'
import type { CompiledProgramme } from './takeover-layer.ts'

const State = z.object({ revision: Revision, publishedAt: Instant, hash: z.string() })
export type PublishedState = z.infer<typeof State>

export type ProgrammeStore = ReturnType<typeof programmeStore>

export function programmeStore(db: MainDatabase) {
  return {
    /** Revision and hash of what each display was last given. */
    states: async (): Promise<Map<Id, PublishedState>> => {
      const rows = await db
        .selectFrom('published_programme')
        .select(['display_id', 'revision', 'published_at', 'content_hash'])
        .execute()
      return new Map(rows.map((row) => [row.display_id, stateOf(row)]))
    },
    state: async (displayId: Id): Promise<PublishedState | null> => {
      const row = await db
        .selectFrom('published_programme')
        .select(['revision', 'published_at', 'content_hash'])
        .where('display_id', '=', displayId)
        .executeTakeFirst()
      return row === undefined ? null : stateOf(row)
    },
    find: async (displayId: Id): Promise<{ programme: Programme; hash: string } | null> => {
      const row = await db
        .selectFrom('published_programme')
        .selectAll()
        .where('display_id', '=', displayId)
        .executeTakeFirst()
      if (row === undefined) return null
      const content = ProgrammeContent.parse(JSON.parse(row.body))
      const { revision, publishedAt, hash } = stateOf(row)
      return { programme: { ...content, revision, publishedAt }, hash }
    },
    /**
     * One transaction: what changed gets a higher revision (`max(last + 1, at)`, both milliseconds), what did not is not
     * touched, displays that are not among `existing` any more lose theirs. Gives the displays that changed, with their new
     * revision.
     */
    publish: (compiled: readonly CompiledProgramme[], existing: readonly Id[], at: Date): Promise<Map<Id, number>> =>
      db.transaction().execute(async (trx) => {
        const changed = new Map<Id, number>()
        const held = await hashes(trx)
        for (const programme of compiled) {
          if (held.get(programme.displayId) === programme.hash) continue
          const revision = await store(trx, programme, at)
          if (revision !== null) changed.set(programme.displayId, revision)
        }
        const kept = new Set(existing)
        for (const id of held.keys()) {
          if (!kept.has(id)) await trx.deleteFrom('published_programme').where('display_id', '=', id).execute()
        }
        return changed
      }),
  }
}

/** Null when the display has this very content by now: the database compares once more, so two servers cannot both change it. */
async function store(db: Kysely<MainTables>, programme: CompiledProgramme, at: Date): Promise<number | null> {
  const row = await db
    .insertInto('published_programme')
    .values({
      display_id: programme.displayId,
      revision: at.getTime(),
      published_at: at.toISOString(),
      content_hash: programme.hash,
      body: programme.body,
      scheduled: programme.scheduled,
    })
    .onConflict((conflict) =>
      conflict
        .column('display_id')
        .doUpdateSet((eb) => ({
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
        }))
        .whereRef('published_programme.content_hash', '!=', 'excluded.content_hash'),
    )
    .returning('revision')
    .executeTakeFirst()
  return row === undefined ? null : Revision.parse(row.revision)
}

async function hashes(db: Kysely<MainTables>): Promise<Map<Id, string>> {
  const rows = await db.selectFrom('published_programme').select(['display_id', 'content_hash']).execute()
  return new Map(rows.map((row) => [row.display_id, row.content_hash]))
}

function stateOf(row: { revision: number; published_at: string; content_hash: string }): PublishedState {
  return State.parse({ revision: row.revision, publishedAt: row.published_at, hash: row.content_hash })
}
