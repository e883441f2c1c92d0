import { Programme, TakeoverView, type WaySending } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { onEachDatabase, type OpenDatabases } from '../../db/testing.ts'
import { KIOSK, startVenueRig } from '../testing/venue-rig.ts'

const HALL = 'a88c2209-f973-59b2-a36c-4b0052b11215'

/** A published building with a display in it, and one elsewhere. */
async function lobby(open: OpenDatabases) {
  const rig = await startVenueRig(open)
  await rig.standing('lobby', KIOSK)
  await rig.standing('elsewhere', null)
  const { id } = await rig.imported()
  await rig.publish(id)
  const send = (changes: Partial<WaySending> = {}, options: Parameters<typeof rig.request>[2] = {}) => {
    const way = { displayId: 'lobby', placeId: HALL, profile: 'staff', language: 'en', minutes: 5 } as const
    return rig.request('POST', `/api/venues/${id}/ways`, { body: { ...way, ...changes }, ...options })
  }
  const shown = async (displayId = 'lobby') => {
    const { playlists, takeovers = [], revision } = await rig.programme(displayId)
    const scenes = takeovers.map(({ playlistId, endsAt }) => {
      return { endsAt, scene: playlists.find((playlist) => playlist.id === playlistId)?.items[0]?.scene }
    })
    return { revision, scenes }
  }
  return { rig, id, send, shown }
}

onEachDatabase((open) => {
  describe('a way that a guide sends to a display', () => {
    it('is in its programme at once, signed in by who sent it, ends by itself, and can be taken back', async () => {
      const { rig, id, send, shown } = await lobby(open)
      const before = await shown()
      const sent = TakeoverView.parse((await send()).body)
      const way = { title: { ja: '多目的ホール' }, placeId: HALL, profile: 'staff', language: 'en' }
      expect(sent).toMatchObject({ state: 'running', startedBy: 'user:editor', way })
      const during = await shown()
      expect(during.revision).toBeGreaterThan(before.revision)
      expect(during.scenes).toMatchObject([{ endsAt: '2026-11-22T00:05:00.000Z', scene: { kind: 'way', ...way } }])
      expect(await shown('elsewhere')).toMatchObject({ scenes: [] })
      expect(rig.state.audited.at(-1)).toBe('takeover.start')
      expect(rig.state.auditDetails.at(-1)).toMatchObject({ way: HALL, profile: 'staff' })
      const back = await rig.request('POST', `/api/venues/${id}/ways/${sent.id}/end`, { as: 'disaster' })
      expect(back.body).toMatchObject({ state: 'ended', endedBy: 'user:disaster' })
      expect((await shown()).scenes).toEqual([])
      expect(rig.state.audited.at(-1)).toBe('takeover.end')
    })

    it('takes the place of the one before, of that display alone', async () => {
      const { rig, send, shown } = await lobby(open)
      await send({ language: 'ja' })
      await send({ language: 'ko', minutes: 1 })
      expect((await shown()).scenes).toMatchObject([{ scene: { language: 'ko' } }])
      const all = z.array(TakeoverView).parse((await rig.request('GET', '/api/takeovers')).body)
      expect(all.map(({ state, endedBy }) => [state, endedBy])).toEqual([
        ['running', null],
        ['ended', 'user:editor'],
      ])
    })

    it('is refused with a sentence where the display stands elsewhere, shows an emergency, or nothing leads there', async () => {
      const { rig, send, shown } = await lobby(open)
      const refusal = async (changes: Partial<WaySending>) => {
        const { status, body } = await send(changes)
        return [status, z.object({ detail: z.string() }).parse(body).detail]
      }
      expect(await refusal({ displayId: 'elsewhere' })).toEqual([422, expect.stringContaining('ほかの端末')])
      expect(await refusal({ displayId: 'nowhere' })).toEqual([422, expect.stringContaining('ほかの端末')])
      expect(await refusal({ placeId: 'nowhere' })).toEqual([422, expect.stringContaining('行けません')])
      rig.state.emergencyOn.push('lobby')
      expect(await refusal({})).toEqual([422, expect.stringContaining('緊急の表示中')])
      expect((await shown()).scenes).toEqual([])
    })

    it('is sent by those who answer for the display, and no other takeover is ended by it', async () => {
      const { rig, id, send } = await lobby(open)
      expect((await send({}, { as: 'viewer' })).status).toBe(403)
      expect((await send({}, { groups: ['図書館'] })).body).toMatchObject({ code: 'not-yours' })
      const [playlist] = z.array(z.object({ id: z.string() })).parse((await rig.request('GET', '/api/playlists')).body)
      const targets = { displayIds: ['lobby'], groups: [] }
      const body = { name: '休館', playlistId: playlist?.id, targets, startsAt: null, endsAt: '2026-11-23T00:00:00Z' }
      const other = await rig.request('POST', '/api/takeovers', { body: { ...body, noticeSeconds: 0 }, as: 'approver' })
      const { id: otherId } = TakeoverView.parse(other.body)
      expect((await rig.request('POST', `/api/venues/${id}/ways/${otherId}/end`)).status).toBe(404)
      await send()
      const { takeovers } = Programme.parse((await rig.request('GET', '/api/displays/lobby/programme')).body)
      expect(takeovers).toHaveLength(2)
    })
  })
})
