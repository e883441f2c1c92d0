import { expect, it } from 'vitest'
import { inTurn } from './in-turn.ts'

it('does one thing after the other, also after one that failed, and gives each its own end', async () => {
  const turn = inTurn()
  const seen = new Array<string>()
  const first = Promise.withResolvers<void>()
  const done = [
    turn(async () => {
      await first.promise
      seen.push('first')
      return 1
    }),
    turn(async () => {
      seen.push('second')
      await Promise.reject(new Error('no'))
    }),
    turn(() => Promise.resolve(seen.push('third'))),
  ]
  await Promise.resolve()
  expect(seen).toEqual([])
  first.resolve()
  expect(await Promise.allSettled(done)).toEqual([
    { status: 'fulfilled', value: 1 },
    { status: 'rejected', reason: new Error('no') },
    { status: 'fulfilled', value: 3 },
  ])
  expect(seen).toEqual(['first', 'second', 'third'])
})
