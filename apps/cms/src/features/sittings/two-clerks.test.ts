import { expect, it } from 'vitest'
import { z } from 'zod'
import { onEachDatabase } from '../../db/testing.ts'
import { council } from './testing/council.ts'

onEachDatabase((open) => {
  it('says to the second of two clerks what the first one did, and takes the same step of both as one', async () => {
    const { rig, at, planned, send, view } = await council(open)
    const { id } = await planned()
    rig.state.names.set('disaster', '防災 太郎')
    at('10:00')
    expect((await send(id, { kind: 'open' }, 0)).status).toBe(200)
    // The same from another hand, and sent again by the first.
    expect((await send(id, { kind: 'open' }, 0, { as: 'admin' })).status).toBe(200)
    expect((await send(id, { kind: 'open' }, 0)).status).toBe(200)
    expect((await view(id)).live).toMatchObject({ version: 1, last: { by: 'user:editor', step: { kind: 'open' } } })
    await send(id, { kind: 'adjourn' }, 1, { as: 'disaster' })
    const late = await send(id, { kind: 'recess', resumesAt: null }, 1)
    expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } })
    const { detail } = z.object({ detail: z.string() }).parse(late.body)
    expect(detail).toContain('10:00:00に、「防災 太郎」が先に「閉会」')
    expect(detail).toContain('防災 太郎 was first at 10:00:00: adjourned')
    expect((await view(id)).live.standing.phase).toBe('adjourned')
  })

  it('names who was first as they signed in, where their account is gone', async () => {
    const { at, planned, send } = await council(open)
    const { id } = await planned()
    at('10:00')
    await send(id, { kind: 'open' }, 0)
    await send(id, { kind: 'adjourn' }, 1, { as: 'disaster' })
    const late = await send(id, { kind: 'recess', resumesAt: null }, 1)
    expect(z.object({ detail: z.string() }).parse(late.body).detail).toContain('「disaster」が先に「閉会」')
  })

  it('takes of two different steps at once one, and nothing of the other', async () => {
    const { at, planned, send, view } = await council(open)
    const { id } = await planned()
    at('10:00')
    await send(id, { kind: 'open' }, 0)
    const answers = await Promise.all([
      send(id, { kind: 'item', itemId: 'a1' }, 1),
      send(id, { kind: 'item', itemId: 'a2' }, 1, { as: 'admin' }),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const won = answers[0]?.status === 200 ? 'a1' : 'a2'
    expect((await view(id)).live).toMatchObject({ version: 2, standing: { itemId: won } })
  })
})
