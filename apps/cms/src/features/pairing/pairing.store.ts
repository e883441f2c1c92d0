import { PairingRequest } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

const State = z.enum(['waiting', 'claimed', 'confirmed', 'refused'])
const Screen = PairingRequest.shape.screen

export type StoredRequest = {
  id: string
  ticketHash: string
  code: string
  publicKey: string
  commitment: string
  cmsNonce: string
  playerNonce: string | null
  software: string
  screen: z.infer<typeof Screen>
  state: z.infer<typeof State>
  displayId: string | null
  expiresAt: string
}
export type PairingStore = ReturnType<typeof pairingStore>

function stored(row: MainTables['pairing_request']): StoredRequest {
  return {
    id: row.id,
    ticketHash: row.ticket_hash,
    code: row.code,
    publicKey: row.public_key,
    commitment: row.commitment,
    cmsNonce: row.cms_nonce,
    playerNonce: row.player_nonce,
    software: row.software,
    screen: row.screen === null ? null : Screen.parse(JSON.parse(row.screen)),
    state: State.parse(row.state),
    displayId: row.display_id,
    expiresAt: row.expires_at,
  }
}

export function pairingStore(db: MainDatabase) {
  return {
    /** False when the code is in use already. */
    insert: async (request: StoredRequest): Promise<boolean> => {
      const done = await db
        .insertInto('pairing_request')
        .values({
          id: request.id,
          ticket_hash: request.ticketHash,
          code: request.code,
          public_key: request.publicKey,
          commitment: request.commitment,
          cms_nonce: request.cmsNonce,
          player_nonce: null,
          software: request.software,
          screen: request.screen === null ? null : JSON.stringify(request.screen),
          state: request.state,
          display_id: null,
          expires_at: request.expiresAt,
        })
        .onConflict((c) => c.column('code').doNothing())
        .executeTakeFirst()
      return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
    },
    byId: async (id: string): Promise<StoredRequest | null> => {
      const row = await db.selectFrom('pairing_request').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : stored(row)
    },
    byCode: async (code: string): Promise<StoredRequest | null> => {
      const row = await db.selectFrom('pairing_request').selectAll().where('code', '=', code).executeTakeFirst()
      return row === undefined ? null : stored(row)
    },
    reveal: async (id: string, playerNonce: string): Promise<boolean> => {
      const done = await db
        .updateTable('pairing_request')
        .set({ player_nonce: playerNonce })
        .where('id', '=', id)
        .where('player_nonce', 'is', null)
        .executeTakeFirst()
      return Number(done.numUpdatedRows) === 1
    },
    /** Moves on only from the expected state: two confirmations of one request cannot both win. */
    move: async (
      id: string,
      from: StoredRequest['state'],
      to: StoredRequest['state'],
      displayId: string | null,
    ): Promise<boolean> => {
      const done = await db
        .updateTable('pairing_request')
        .set({ state: to, display_id: displayId })
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst()
      return Number(done.numUpdatedRows) === 1
    },
    count: async (): Promise<number> => {
      const row = await db
        .selectFrom('pairing_request')
        .select((e) => e.fn.countAll().as('n'))
        .executeTakeFirst()
      return Number(row?.n ?? 0)
    },
    removeExpired: async (before: string): Promise<void> => {
      await db.deleteFrom('pairing_request').where('expires_at', '<', before).execute()
    },
  }
}
