import { AlertState, type Channel, SignedAlertState } from '@akari/protocol'
import type { AlertDatabase } from '../../db/database.ts'
import type { Version } from './channel-state.ts'

/** One state of the log; `state` only where the alert is part of it. */
export type LoggedState = Version & { issuedAt: string; actor: string; cause: string; state: AlertState | null }
export type Answer = {
  displayId: string
  receivedAt: string | null
  shownAt: string | null
  seenAt: string | null
}

export type TimelineStore = ReturnType<typeof timelineStore>

/** Reads what the alert log says of one alert. */
export function timelineStore(db: AlertDatabase) {
  const holding = (channel: Channel, alertId: string) =>
    db
      .selectFrom('alert_log')
      .select(['epoch', 'revision'])
      .where('channel', '=', channel)
      .where('envelope', 'like', `%${alertId}%`)
      .limit(1)

  const from = (channel: Channel, at: Version) =>
    db
      .selectFrom('alert_log')
      .selectAll()
      .where('channel', '=', channel)
      .where((e) =>
        e.or([e('epoch', '>', at.epoch), e.and([e('epoch', '=', at.epoch), e('revision', '>=', at.revision)])]),
      )
      .orderBy('epoch')
      .orderBy('revision')

  return {
    /** Every state from the first that holds the alert to the one after the last that does; empty when none does. */
    states: async (channel: Channel, alertId: string): Promise<LoggedState[]> => {
      const first = await holding(channel, alertId).orderBy('epoch').orderBy('revision').executeTakeFirst()
      const last = await holding(channel, alertId)
        .orderBy('epoch', 'desc')
        .orderBy('revision', 'desc')
        .executeTakeFirst()
      if (first === undefined || last === undefined) return []
      const after = await from(channel, { ...last, revision: last.revision + 1 })
        .limit(1)
        .execute()
      const rows = await from(channel, first)
        .where((e) =>
          e.or([e('epoch', '<', last.epoch), e.and([e('epoch', '=', last.epoch), e('revision', '<=', last.revision)])]),
        )
        .execute()
      return [...rows, ...after].map(({ epoch, revision, issued_at, actor, cause, envelope }) => ({
        epoch,
        revision,
        issuedAt: issued_at,
        actor,
        cause,
        state: envelope.includes(alertId) ? stateIn(envelope) : null,
      }))
    },
    /** Answers to the states of one epoch with revisions from `first` to `last`. */
    answers: async (channel: Channel, epoch: number, first: number, last: number): Promise<Answer[]> => {
      const rows = await db
        .selectFrom('alert_acknowledgement')
        .select(['display_id', 'received_at', 'shown_at', 'seen_at'])
        .where('channel', '=', channel)
        .where('epoch', '=', epoch)
        .where('revision', '>=', first)
        .where('revision', '<=', last)
        .execute()
      return rows.map((row) => ({
        displayId: row.display_id,
        receivedAt: row.received_at,
        shownAt: row.shown_at,
        seenAt: row.seen_at,
      }))
    },
  }
}

function stateIn(envelope: string): AlertState {
  return AlertState.parse(JSON.parse(SignedAlertState.parse(JSON.parse(envelope)).payload))
}
