import { type Id, type OrderOutcome, OrderState, OrderKind, type OrderView } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

/** So many of one display are shown. */
const SHOWN = 20
/** Three orders to each of a thousand displays. */
const MOST_RECENT = 3000

export type OrdersStore = ReturnType<typeof ordersStore>

function orderOf(row: MainTables['display_order']): OrderView {
  return {
    id: row.id,
    displayId: row.display_id,
    kind: OrderKind.parse(row.kind),
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    state: OrderState.parse(row.state),
    answeredAt: row.answered_at,
    detail: row.detail,
  }
}

/** What was asked of displays, and what became of it. */
export function ordersStore(db: MainDatabase) {
  return {
    insert: async (orders: readonly OrderView[]): Promise<void> => {
      if (orders.length === 0) return
      await db
        .insertInto('display_order')
        .values(
          orders.map((order) => ({
            id: order.id,
            display_id: order.displayId,
            kind: order.kind,
            asked_by: order.askedBy,
            asked_at: order.askedAt,
            expires_at: order.expiresAt,
            state: order.state,
            answered_at: order.answeredAt,
            detail: order.detail,
          })),
        )
        .execute()
    },
    /** Newest first. */
    ofDisplay: async (displayId: Id): Promise<OrderView[]> => {
      const rows = await db
        .selectFrom('display_order')
        .selectAll()
        .where('display_id', '=', displayId)
        .orderBy('asked_at', 'desc')
        .orderBy('id')
        .limit(SHOWN)
        .execute()
      return rows.map(orderOf)
    },
    /** Of every display, newest first. */
    askedAfter: async (at: string): Promise<OrderView[]> => {
      const rows = await db
        .selectFrom('display_order')
        .selectAll()
        .where('asked_at', '>=', at)
        .orderBy('asked_at', 'desc')
        .orderBy('id')
        .limit(MOST_RECENT)
        .execute()
      return rows.map(orderOf)
    },
    /** Oldest first: what these displays are still to do. */
    open: async (displayIds: readonly Id[], at: string): Promise<OrderView[]> => {
      const rows = await db
        .selectFrom('display_order')
        .selectAll()
        .where('display_id', 'in', [...displayIds])
        .where('state', '=', 'open')
        .where('expires_at', '>', at)
        .orderBy('asked_at')
        .orderBy('id')
        .execute()
      return rows.map(orderOf)
    },
    /** The order that was answered; null when this display has no open one of that id. */
    answer: async (displayId: Id, id: Id, { state, detail }: OrderOutcome, at: string): Promise<OrderView | null> => {
      const done = await db
        .updateTable('display_order')
        .set({ state, detail, answered_at: at })
        .where('id', '=', id)
        .where('display_id', '=', displayId)
        .where('state', 'in', ['open', 'expired'])
        .returningAll()
        .executeTakeFirst()
      return done === undefined ? null : orderOf(done)
    },
    /** Those whose time was over, now marked so. */
    expire: async (at: string): Promise<OrderView[]> => {
      const rows = await db
        .updateTable('display_order')
        .set({ state: 'expired' })
        .where('state', '=', 'open')
        .where('expires_at', '<=', at)
        .returningAll()
        .execute()
      return rows.map(orderOf)
    },
    removeBefore: async (at: string): Promise<void> => {
      await db.deleteFrom('display_order').where('asked_at', '<', at).execute()
    },
  }
}
