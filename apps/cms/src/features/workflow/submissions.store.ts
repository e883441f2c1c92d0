import { type Id, Submission, SubmissionState, SubmissionWord } from '@akari/protocol'
import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

type Db = Kysely<MainTables>
const Summary = z.object({ displays: Submission.shape.displays, comment: z.string() })

/** So many are shown. */
const SHOWN = 100

/** What a submission is about: a kept content for each display, and what was there when it was approved. */
export type SubmittedContent = { displayId: Id; name: string; hash: string; approvedOver: string | null }
export type Decision = { state: SubmissionState; by: Id; name: string; at: Date }

export type SubmissionStore = ReturnType<typeof submissionStore>

export function submissionStore(db: MainDatabase) {
  return {
    insert: (submission: Submission, contents: readonly SubmittedContent[], word: SubmissionWord): Promise<void> =>
      db.transaction().execute(async (tx) => {
        const { id, displays, comment } = submission
        await tx
          .insertInto('submission')
          .values({
            id,
            state: submission.state,
            submitted_by: submission.submittedBy,
            submitted_name: submission.submittedName,
            submitted_at: submission.submittedAt,
            publish_at: submission.publishAt,
            decided_by: null,
            decided_name: submission.decidedName,
            decided_at: submission.decidedAt,
            summary: JSON.stringify({ displays, comment }),
          })
          .execute()
        for (const { displayId, name, hash, approvedOver } of contents) {
          await tx
            .insertInto('submission_content')
            .values({ submission_id: id, display_id: displayId, name, hash, approved_over: approvedOver })
            .execute()
        }
        await addWord(tx, id, word)
      }),
    /** Newest first; those that wait are never left out. */
    list: async (): Promise<Submission[]> => {
      const rows = await db
        .selectFrom('submission')
        .selectAll()
        .orderBy((eb) => eb.case().when('state', 'in', ['submitted', 'approved']).then(0).else(1).end())
        .orderBy('submitted_at', 'desc')
        .limit(SHOWN)
        .execute()
      return rows.map(submissionOf)
    },
    find: async (id: Id): Promise<Submission | null> => {
      const row = await db.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : submissionOf(row)
    },
    contentsOf: async (id: Id): Promise<SubmittedContent[]> => {
      const rows = await db
        .selectFrom('submission_content')
        .selectAll()
        .where('submission_id', '=', id)
        .orderBy('display_id')
        .execute()
      return rows.map(({ display_id: displayId, name, hash, approved_over: approvedOver }) => {
        return { displayId, name, hash, approvedOver }
      })
    },
    words: async (id: Id): Promise<SubmissionWord[]> => {
      const rows = await db
        .selectFrom('submission_word')
        .selectAll()
        .where('submission_id', '=', id)
        .orderBy('number')
        .execute()
      return rows.map(({ at, user_id: userId, name, deed, text }) =>
        SubmissionWord.parse({ at, userId, name, deed, text }),
      )
    },
    say: (id: Id, word: SubmissionWord): Promise<void> => addWord(db, id, word),
    /** Moves it on if it is still in one of these states; false when somebody else was first. */
    move: (
      id: Id,
      from: readonly SubmissionState[],
      to: Decision,
      word: SubmissionWord,
      over?: ReadonlyMap<Id, string | null>,
    ): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        if (!(await moveIn(tx, id, from, to, word))) return false
        for (const [displayId, hash] of over ?? []) {
          await tx
            .updateTable('submission_content')
            .set({ approved_over: hash })
            .where('submission_id', '=', id)
            .where('display_id', '=', displayId)
            .execute()
        }
        return true
      }),
    moveIn,
    /** Approved ones whose time has come. */
    due: async (now: Date): Promise<Submission[]> => {
      const rows = await db
        .selectFrom('submission')
        .selectAll()
        .where('state', '=', 'approved')
        .where('publish_at', '<=', now.toISOString())
        .orderBy('publish_at')
        .execute()
      return rows.map(submissionOf)
    },
    waitingOf: async (userId: Id): Promise<Id[]> => {
      const rows = await db
        .selectFrom('submission')
        .select('id')
        .where('submitted_by', '=', userId)
        .where('state', '=', 'submitted')
        .execute()
      return rows.map(({ id }) => id)
    },
    deciderOf: async (id: Id): Promise<Id | null> => {
      const row = await db.selectFrom('submission').select('decided_by').where('id', '=', id).executeTakeFirst()
      return row?.decided_by ?? null
    },
  }
}

/** As `move`, within a transaction of somebody else's. */
async function moveIn(
  tx: Db,
  id: Id,
  from: readonly SubmissionState[],
  to: Decision,
  word: SubmissionWord,
): Promise<boolean> {
  const done = await tx
    .updateTable('submission')
    .set({ state: to.state, decided_by: to.by, decided_name: to.name, decided_at: to.at.toISOString() })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return false
  await addWord(tx, id, word)
  return true
}

async function addWord(db: Db, id: Id, { at, userId, name, deed, text }: SubmissionWord): Promise<void> {
  await db
    .insertInto('submission_word')
    .columns(['submission_id', 'number', 'at', 'user_id', 'name', 'deed', 'text'])
    .expression((eb) =>
      eb
        .selectFrom('submission_word')
        .where('submission_id', '=', id)
        .select((e) => [
          e.cast<string>(e.val(id), 'text').as('submission_id'),
          e.cast<number>(e(e.fn.coalesce(e.fn.max('number'), e.lit(0)), '+', 1), 'integer').as('number'),
          e.cast<string>(e.val(at), 'text').as('at'),
          e.cast<string | null>(e.val(userId), 'text').as('user_id'),
          e.cast<string>(e.val(name), 'text').as('name'),
          e.cast<string>(e.val(deed), 'text').as('deed'),
          e.cast<string>(e.val(text), 'text').as('text'),
        ]),
    )
    .execute()
}

function submissionOf(row: Selectable<MainTables['submission']>): Submission {
  const { displays, comment } = Summary.parse(JSON.parse(row.summary))
  return Submission.parse({
    id: row.id,
    state: SubmissionState.parse(row.state),
    submittedBy: row.submitted_by,
    submittedName: row.submitted_name,
    submittedAt: row.submitted_at,
    publishAt: row.publish_at,
    decidedName: row.decided_name,
    decidedAt: row.decided_at,
    displays,
    comment,
  })
}
