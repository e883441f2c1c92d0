import { type PosterInput, PosterView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { inEveryLanguage, item } from '../testing/content-samples.ts'

const CLOSURE: PosterInput = {
  title: inEveryLanguage('年末年始はお休みです'),
  poster: { template: 'closure', days: { from: '2026-12-29', to: '2027-01-03' }, reopens: '2027-01-04' },
  pictureId: null,
  version: 0,
}

async function created(rig: ContentRig): Promise<PosterView> {
  return PosterView.parse((await rig.request('POST', '/api/posters', { body: CLOSURE })).body)
}

onEachDatabase((open) => {
  describe('posters', () => {
    it('are created, listed, changed and deleted by editors', async () => {
      const rig = await startContentRig(open)
      const poster = await created(rig)
      expect(poster).toMatchObject({ ...CLOSURE, version: 1, usedIn: [] })
      const title = inEveryLanguage('お盆はお休みです')
      const changed = await rig.request('PUT', `/api/posters/${poster.id}`, { body: { ...poster, title } })
      expect(changed.body).toMatchObject({ title, version: 2, poster: CLOSURE.poster })
      expect((await rig.request('GET', '/api/posters', { as: 'viewer' })).body).toEqual([changed.body])
      expect((await rig.request('DELETE', `/api/posters/${poster.id}`)).status).toBe(204)
      expect((await rig.request('GET', '/api/posters')).body).toEqual([])
      expect(rig.state.audited).toEqual(['poster.create', 'poster.change', 'poster.delete'])
      expect(rig.state.announced).toEqual(['playlists', 'playlists', 'playlists'])
    })

    it('refuse the second of two people who started from the same version, and say when one is gone', async () => {
      const rig = await startContentRig(open)
      const { id } = await created(rig)
      const body = { ...CLOSURE, version: 1 }
      expect((await rig.request('PUT', `/api/posters/${id}`, { body })).status).toBe(200)
      const second = await rig.request('PUT', `/api/posters/${id}`, { body })
      expect(second).toMatchObject({ status: 409, body: { code: 'conflict' } })
      expect((await rig.request('PUT', '/api/posters/none', { body })).status).toBe(404)
      expect((await rig.request('DELETE', '/api/posters/none')).status).toBe(404)
    })

    it('say where they are shown, and stay while they are', async () => {
      const rig = await startContentRig(open)
      const { id } = await created(rig)
      const items = [item('1', { kind: 'poster', posterId: id }), item('2', { kind: 'poster', posterId: id })]
      await rig.request('POST', '/api/playlists', { body: { name: 'ロビー', items, version: 0 } })
      const [listed] = PosterView.array().parse((await rig.request('GET', '/api/posters')).body)
      expect(listed?.usedIn.map(({ name }) => name)).toEqual(['ロビー'])
      const refused = await rig.request('DELETE', `/api/posters/${id}`)
      expect(refused).toMatchObject({ status: 409, body: { code: 'in-use' } })
      expect(refused.body).toHaveProperty('detail', expect.stringContaining('ロビー'))
    })

    it.each([
      ['days that end before they begin', { days: { from: '2026-12-29', to: '2026-12-28' } }, 'poster.days.to'],
      ['a day of reopening within the closed days', { reopens: '2027-01-03' }, 'poster.reopens'],
    ])('are refused with %s', async (_what, part, path) => {
      const rig = await startContentRig(open)
      const body = { ...CLOSURE, poster: { ...CLOSURE.poster, ...part } }
      const answer = await rig.request('POST', '/api/posters', { body })
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } })
    })

    it('are refused with a picture that is not there, and by whoever may not write', async () => {
      const rig = await startContentRig(open)
      const answer = await rig.request('POST', '/api/posters', { body: { ...CLOSURE, pictureId: 'asset-gone' } })
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'pictureId' }] } })
      expect((await rig.request('POST', '/api/posters', { as: 'viewer', body: CLOSURE })).status).toBe(403)
    })
  })
})
