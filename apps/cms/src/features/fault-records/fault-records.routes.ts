import { type FaultRecord, FaultRecord as FaultRecordSchema, FaultUpload, IdParam } from '@akari/protocol'
import { ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { playerOf } from '../../http/player-of.ts'
import type { FaultRecordStore } from './fault-records.store.ts'

/** So many of a display are listed. */
const LISTED = 200
const DAY_MS = 86_400_000

/** What displays tell of their own faults; kept for `keepDays` after the last time. */
export function faultRecords(deps: { api: Api; store: FaultRecordStore; keepDays: number; now: () => Date }) {
  const { api, store } = deps
  api.add(
    {
      method: 'post',
      path: '/player/faults',
      tag: 'player',
      summary: '不調の記録の報告 / Report what went wrong',
      access: { who: 'player' },
      body: FaultUpload,
    },
    async ({ actor, body }) => {
      await store.add(playerOf(actor).displayId, fullest(body.faults))
      return undefined
    },
  )
  api.add(
    {
      method: 'get',
      path: '/displays/:id/faults',
      tag: 'fleet',
      summary: '端末の不調の記録（つながらなかった間も） / What went wrong at a display, also while it was away',
      access: { who: 'staff', roles: ALL_ROLES },
      params: IdParam,
      response: FaultRecordSchema.array(),
    },
    ({ params }) => store.of(params.id, LISTED),
  )
  return { housekeep: () => store.forget(deps.now().getTime() - deps.keepDays * DAY_MS) }
}

/** Of what is told twice in one upload, that which says more: it comes later. */
function fullest(records: readonly FaultRecord[]): FaultRecord[] {
  return [...new Map(records.map((record) => [record.id, record])).values()]
}
