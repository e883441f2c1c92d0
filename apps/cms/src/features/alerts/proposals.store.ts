import { Alert, DeskMessage, type Proposal, ProposalState } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

export type StoredProposal = Omit<Proposal, 'you'> & { proposerId: string }
/** How a proposal ends: everything but `waiting`. */
export type Decision = {
  state: Exclude<ProposalState, 'waiting'>
  by: string
  at: string
  comment: string | null
}

export type ProposalsStore = ReturnType<typeof proposalsStore>

/** Messages of the desk that wait for a second person, and what became of them. */
export function proposalsStore(db: MainDatabase) {
  return {
    byId: async (id: string): Promise<StoredProposal | null> => {
      const row = await db.selectFrom('alert_proposal').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : stored(row)
    },
    /** What waits, and what was decided since, newest first. */
    since: async (decidedSince: string): Promise<StoredProposal[]> => {
      const rows = await db
        .selectFrom('alert_proposal')
        .selectAll()
        .where((e) => e.or([e('state', '=', 'waiting'), e('decided_at', '>=', decidedSince)]))
        .orderBy('proposed_at', 'desc')
        .orderBy('id')
        .limit(100)
        .execute()
      return rows.map(stored)
    },
    /** False when one with this id is there already. */
    insert: async (proposal: StoredProposal): Promise<boolean> => {
      const done = await db
        .insertInto('alert_proposal')
        .values({
          id: proposal.id,
          message: JSON.stringify(proposal.message),
          alert: JSON.stringify(proposal.alert),
          state: proposal.state,
          proposer_id: proposal.proposerId,
          proposed_by: proposal.proposedBy,
          proposed_at: proposal.proposedAt,
          expires_at: proposal.expiresAt,
          decided_by: proposal.decidedBy,
          decided_at: proposal.decidedAt,
          comment: proposal.comment,
        })
        .onConflict((c) => c.column('id').doNothing())
        .executeTakeFirst()
      return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
    },
    /** One decision counts: false when it waits no more. */
    decide: async (id: string, { state, by, at, comment }: Decision): Promise<boolean> => {
      const done = await db
        .updateTable('alert_proposal')
        .set({ state, decided_by: by, decided_at: at, comment })
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .executeTakeFirst()
      return Number(done.numUpdatedRows) === 1
    },
    /** Ids of what nobody decided in time, marked so. */
    expire: async (at: string): Promise<string[]> => {
      const late = await db
        .selectFrom('alert_proposal')
        .select('id')
        .where('state', '=', 'waiting')
        .where('expires_at', '<=', at)
        .execute()
      const expired: string[] = []
      for (const { id } of late) {
        const done = await db
          .updateTable('alert_proposal')
          .set({ state: 'expired', decided_at: at })
          .where('id', '=', id)
          .where('state', '=', 'waiting')
          .executeTakeFirst()
        if (Number(done.numUpdatedRows) === 1) expired.push(id)
      }
      return expired
    },
  }
}

function stored(row: MainTables['alert_proposal']): StoredProposal {
  return {
    id: row.id,
    message: DeskMessage.parse(JSON.parse(row.message)),
    alert: Alert.parse(JSON.parse(row.alert)),
    state: ProposalState.parse(row.state),
    proposerId: row.proposer_id,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    expiresAt: row.expires_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    comment: row.comment,
  }
}
