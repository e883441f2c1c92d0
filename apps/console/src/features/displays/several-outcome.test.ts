import type { OrderView } from '@akari/protocol'
import { expect, it } from 'vitest'
import { outcomes } from './several-outcome.ts'

const NOON = Date.parse('2026-11-20T03:00:00Z')
const order = (id: string, state: OrderView['state']): OrderView => ({
  id,
  displayId: `display-${id}`,
  kind: 'reload',
  askedBy: 'user:sato',
  askedAt: new Date(NOON).toISOString(),
  expiresAt: new Date(NOON + 120_000).toISOString(),
  state,
  answeredAt: null,
  detail: '',
})
const asked = ['a', 'b', 'c', 'd'].map((id) => order(id, 'open'))

it('tells what went wrong first, then who has not answered, then what is done', () => {
  const heard = [order('c', 'unsupported'), order('a', 'done'), order('other', 'failed')]
  const ranks = outcomes(asked, heard, NOON + 1000).map(({ order: { id }, rank }) => `${id} ${rank}`)
  expect(ranks).toEqual(['c failed', 'b open', 'd open', 'a done'])
})

it('waits for nobody longer than an order is good for, also when the server is not heard any more', () => {
  const ranks = outcomes(asked, [order('a', 'done')], NOON + 120_001).map(({ rank }) => rank)
  expect(ranks).toEqual(['failed', 'failed', 'failed', 'done'])
})
