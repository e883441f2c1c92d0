import { AuditEntry, Programme } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachEngine, type RunningCms } from '../../testing/running-cms.ts'
import { connectPlayer, pairedPlayer } from '../../testing/test-player.ts'

const programmeOf = async (cms: RunningCms, token: string) =>
  Programme.parse((await cms.call('GET', '/api/player/programme', { as: { bearer: token } })).body)

onEachEngine((start) => {
  describe('a server that was put back to an earlier day', () => {
    it('gives what it calls published a number above the one a display holds, and changes nothing else', async () => {
      const cms = await start()
      const player = await pairedPlayer(cms)
      await cms.call('POST', '/api/programme/publish?wait=60', { as: cms.local, body: {} })
      const before = await programmeOf(cms, player.token)
      const { socket } = await connectPlayer(cms, player)
      const told: number[] = []
      socket.on('programme.changed', ({ revision }) => told.push(revision))
      const hello = (programmeRevision: number) =>
        new Promise((resolve) =>
          socket.emit('hello', { protocol: 1, software: 'test', programmeRevision, alerts: [] }, resolve),
        )
      const held = before.revision + 10_000_000
      await hello(held)
      await expect.poll(() => told.at(-1), { timeout: 10_000 }).toBeGreaterThan(held)
      const after = await programmeOf(cms, player.token)
      expect(after).toEqual({ ...before, revision: after.revision })
      expect(after.revision).toBe(told.at(-1))
      const log = AuditEntry.array().parse((await cms.call('GET', '/api/audit', { as: cms.local })).body)
      expect(log.some(({ action }) => action === 'programme.renumber')).toBe(true)

      await hello(after.revision)
      await hello(before.revision)
      await hello(Number.MAX_SAFE_INTEGER)
      expect((await programmeOf(cms, player.token)).revision).toBe(after.revision)
    })
  })
})
