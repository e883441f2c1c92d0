import { Id, Instant, Language, PhraseConfirmation, PhraseReport } from '@akari/protocol'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

/** A confirmation with what was confirmed: the texts of the language by the name of the phrase. */
export type StoredConfirmation = PhraseConfirmation & { fingerprint: string; texts: ConfirmedTexts }
export const ConfirmedTexts = z.record(z.string(), z.string())
export type ConfirmedTexts = z.infer<typeof ConfirmedTexts>

export type NewConfirmation = Omit<StoredConfirmation, 'withdrawn'> & { userId: Id | null }

/** Where a language stands: the newest confirmation, and how many open reports keep it back. */
export type Standing = { newest: { fingerprint: string; withdrawn: boolean } | null; holding: number }

type WithdrawalRow = Selectable<MainTables['phrase_withdrawal']>
type ReportEndRow = Selectable<MainTables['phrase_report_end']>

export type PhraseReviewStore = ReturnType<typeof phraseReviewStore>

/** Written once and never changed: a withdrawal, and the end of a report, are rows of their own. */
export function phraseReviewStore(db: MainDatabase) {
  return {
    /** For each language that anything was ever said about; cheap enough to be asked every few seconds. */
    standings: async (): Promise<Map<Language, Standing>> => {
      const found = new Map<Language, Standing>()
      const of = (language: string): Standing => {
        const known = Language.parse(language)
        const standing = found.get(known) ?? { newest: null, holding: 0 }
        found.set(known, standing)
        return standing
      }
      const confirmations = await db
        .selectFrom('phrase_confirmation as c')
        .leftJoin('phrase_withdrawal as w', 'w.confirmation_id', 'c.id')
        .select(['c.language', 'c.fingerprint', 'w.at as withdrawn_at'])
        .orderBy('c.sequence')
        .execute()
      for (const { language, fingerprint, withdrawn_at } of confirmations) {
        of(language).newest = { fingerprint, withdrawn: withdrawn_at !== null }
      }
      const holding = await db
        .selectFrom('phrase_report as r')
        .leftJoin('phrase_report_end as e', 'e.report_id', 'r.id')
        .select('r.language')
        .where('r.holds', '=', 1)
        .where('e.report_id', 'is', null)
        .execute()
      for (const { language } of holding) of(language).holding += 1
      return found
    },
    /** Newest first; null: of every language. */
    confirmations: async (language: Language | null): Promise<StoredConfirmation[]> => {
      const all = db.selectFrom('phrase_confirmation').selectAll().orderBy('sequence', 'desc')
      const rows = await (language === null ? all : all.where('language', '=', language)).execute()
      const withdrawals = await db.selectFrom('phrase_withdrawal').selectAll().execute()
      return rows.map((row) => confirmationOf(row, withdrawals.find((w) => w.confirmation_id === row.id) ?? null))
    },
    /** False when somebody else confirmed the same language at the same moment. */
    confirm: (confirmation: NewConfirmation): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        const { language, texts, by, userId, ...plain } = confirmation
        const last = await tx
          .selectFrom('phrase_confirmation')
          .select('sequence')
          .where('language', '=', language)
          .orderBy('sequence', 'desc')
          .limit(1)
          .executeTakeFirst()
        const done = await tx
          .insertInto('phrase_confirmation')
          .values({
            ...plain,
            language,
            sequence: (last?.sequence ?? 0) + 1,
            texts: JSON.stringify(texts),
            user_id: userId,
            actor: by,
          })
          .onConflict((c) => c.columns(['language', 'sequence']).doNothing())
          .executeTakeFirst()
        return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
      }),
    /** False when it is withdrawn already. */
    withdraw: async (confirmationId: Id, by: { at: Instant; by: string; reason: string }): Promise<boolean> => {
      const done = await db
        .insertInto('phrase_withdrawal')
        .values({ confirmation_id: confirmationId, actor: by.by, reason: by.reason, at: by.at })
        .onConflict((c) => c.column('confirmation_id').doNothing())
        .executeTakeFirst()
      return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
    },
    /** Newest first; null: of every language. */
    reports: async (language: Language | null): Promise<PhraseReport[]> => {
      const all = db.selectFrom('phrase_report').selectAll().orderBy('at', 'desc').orderBy('id')
      const rows = await (language === null ? all : all.where('language', '=', language)).execute()
      const ends = await db.selectFrom('phrase_report_end').selectAll().execute()
      return rows.map((row) => reportOf(row, ends.find((end) => end.report_id === row.id) ?? null))
    },
    report: async ({ key, by, holds, ended: _open, ...plain }: PhraseReport): Promise<void> => {
      await db
        .insertInto('phrase_report')
        .values({ ...plain, phrase_key: key, actor: by, holds: holds ? 1 : 0 })
        .execute()
    },
    /** False when it has ended already. */
    endReport: async (reportId: Id, end: NonNullable<PhraseReport['ended']>): Promise<boolean> => {
      const done = await db
        .insertInto('phrase_report_end')
        .values({ report_id: reportId, ending: end.as, note: end.note, actor: end.by, at: end.at })
        .onConflict((c) => c.column('report_id').doNothing())
        .executeTakeFirst()
      return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
    },
  }
}

function confirmationOf(
  row: Selectable<MainTables['phrase_confirmation']>,
  withdrawal: WithdrawalRow | null,
): StoredConfirmation {
  const { id, language, at, actor, name, capacity, note, phrases, fingerprint, texts } = row
  const withdrawn = withdrawal && { at: withdrawal.at, by: withdrawal.actor, reason: withdrawal.reason }
  return {
    ...PhraseConfirmation.parse({ id, language, at, by: actor, name, capacity, note, phrases, withdrawn }),
    fingerprint,
    texts: ConfirmedTexts.parse(JSON.parse(texts)),
  }
}

function reportOf(row: Selectable<MainTables['phrase_report']>, end: ReportEndRow | null): PhraseReport {
  const { id, language, phrase_key: key, text, note, holds, actor, at } = row
  const ended = end && { as: end.ending, at: end.at, by: end.actor, note: end.note }
  return PhraseReport.parse({ id, language, key, text, note, holds: holds === 1, at, by: actor, ended })
}
