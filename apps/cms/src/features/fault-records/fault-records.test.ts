import { FaultRecord } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { onEachEngine } from '../../testing/running-cms.ts'
import { pairedPlayer } from '../../testing/test-player.ts'
import { faultRecordStore } from './fault-records.store.ts'

const some = (id: string, changes: Partial<FaultRecord> = {}): FaultRecord => ({
  id,
  code: 'disk-full',
  detail: 'ENOSPC',
  firstAt: '2026-11-28T03:00:00.000Z',
  lastAt: '2026-11-28T03:00:00.000Z',
  times: 1,
  over: false,
  ...changes,
})
const OVER = { lastAt: '2026-11-28T03:20:00.000Z', times: 9, over: true }

onEachEngine((start) => {
  describe('what went wrong at a display', () => {
    it('is on record once, however often and in which order it is told, and of that display alone', async () => {
      const cms = await start()
      const [lobby, other] = [await pairedPlayer(cms), await pairedPlayer(cms)]
      const tell = (...faults: FaultRecord[]) =>
        cms.call('POST', '/api/player/faults', { body: { faults }, as: { bearer: lobby.token } })
      const told = async (id: string) =>
        FaultRecord.array().parse((await cms.call('GET', `/api/displays/${id}/faults`, { as: cms.local })).body)
      const later = some('b', { code: 'link-silent', firstAt: '2026-11-28T04:00:00.000Z' })
      expect((await tell(some('a'), later, some('a', OVER))).status).toBe(204)
      expect(await told(lobby.displayId)).toEqual([later, some('a', OVER)])
      expect((await tell(some('a'))).status).toBe(204)
      expect(await told(lobby.displayId)).toEqual([later, some('a', OVER)])
      expect(await told(other.displayId)).toEqual([])
    })

    it('is taken from displays alone, and whole', async () => {
      const cms = await start()
      const player = await pairedPlayer(cms)
      const body = { faults: [some('a')] }
      expect((await cms.call('POST', '/api/player/faults', { body })).status).toBe(401)
      const strange = { faults: [{ ...some('a'), times: 0 }] }
      const refused = await cms.call('POST', '/api/player/faults', { body: strange, as: { bearer: player.token } })
      expect(refused.status).toBe(400)
    })
  })
})

onEachDatabase((open) => {
  it('forgets what has not been met for long', async () => {
    const { main } = await open()
    const store = faultRecordStore(main)
    await store.add('lobby', [some('old'), some('new', OVER)])
    await store.forget(Date.parse('2026-11-28T03:10:00Z'))
    expect((await store.of('lobby', 10)).map(({ id }) => id)).toEqual(['new'])
  })
})
