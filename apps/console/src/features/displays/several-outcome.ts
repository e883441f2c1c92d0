import type { OrderView } from '@akari/protocol'

export type Outcome = { order: OrderView; rank: 'failed' | 'open' | 'done' }

/**
 * What became of each of the orders that were asked together, by what was heard of them since: first what went wrong, then who
 * has not answered, then what is done. An order nobody answered in time has gone wrong, whatever the server has said by then.
 */
export function outcomes(asked: readonly OrderView[], heard: readonly OrderView[], nowMs: number): Outcome[] {
  const newest = new Map(heard.map((order) => [order.id, order]))
  return asked
    .map(({ id, ...rest }) => newest.get(id) ?? { id, ...rest })
    .map((order): Outcome => ({ order, rank: rankOf(order, nowMs) }))
    .toSorted((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank))
}

const RANKS: readonly Outcome['rank'][] = ['failed', 'open', 'done']

function rankOf({ state, expiresAt }: OrderView, nowMs: number): Outcome['rank'] {
  switch (state) {
    case 'done':
      return 'done'
    case 'open':
      return Date.parse(expiresAt) < nowMs ? 'failed' : 'open'
    case 'failed':
    case 'unsupported':
    case 'expired':
      return 'failed'
  }
}
