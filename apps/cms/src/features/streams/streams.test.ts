import { type DraftItem, PlaylistView, StreamView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { inEveryLanguage, item, notice } from '../testing/content-samples.ts'

const COUNCIL = { title: inEveryLanguage('市議会中継'), url: 'http://127.0.0.1:9000/live.m3u8' }

async function playlistOf(rig: ContentRig, name: string, only: DraftItem): Promise<string> {
  const body = { name, items: [only], version: 0 }
  return PlaylistView.parse((await rig.request('POST', '/api/playlists', { body })).body).id
}

onEachDatabase((open) => {
  describe('streams', () => {
    it('are added, changed and deleted', async () => {
      const rig = await startContentRig(open)
      const stream = StreamView.parse((await rig.request('POST', '/api/streams', { body: COUNCIL })).body)
      const moved = { ...COUNCIL, url: 'https://council.example/live.m3u8' }
      expect((await rig.request('PUT', `/api/streams/${stream.id}`, { body: moved })).status).toBe(200)
      expect((await rig.request('GET', '/api/streams')).body).toEqual([{ ...moved, id: stream.id, usedIn: [] }])
      expect((await rig.request('DELETE', `/api/streams/${stream.id}`)).status).toBe(204)
      expect((await rig.request('DELETE', `/api/streams/${stream.id}`)).status).toBe(404)
      expect((await rig.request('PUT', `/api/streams/${stream.id}`, { body: moved })).status).toBe(404)
    })

    it('stay while a playlist shows them', async () => {
      const rig = await startContentRig(open)
      const stream = StreamView.parse((await rig.request('POST', '/api/streams', { body: COUNCIL })).body)
      const items = [item('1', { kind: 'live', streamId: stream.id })]
      await rig.request('POST', '/api/playlists', { body: { name: '市議会', items, version: 0 } })
      expect((await rig.request('GET', '/api/streams')).body).toMatchObject([{ id: stream.id, usedIn: ['市議会'] }])
      const answer = await rig.request('DELETE', `/api/streams/${stream.id}`)
      expect(answer).toMatchObject({ status: 409, body: { code: 'in-use' } })
      expect(answer.body).toHaveProperty('detail', expect.stringContaining('市議会'))
    })

    it('stay while a playlist shows them in a zone of a layout alone, which is said by its name', async () => {
      const rig = await startContentRig(open)
      const stream = StreamView.parse((await rig.request('POST', '/api/streams', { body: COUNCIL })).body)
      const inZone = await playlistOf(rig, '中継の欄', item('1', { kind: 'live', streamId: stream.id }))
      const beside = await playlistOf(rig, 'お知らせの欄', item('1', notice('休館日')))
      const landscape = [
        { id: 'a', area: { x: 0, y: 0, w: 6, h: 12 }, playlistId: inZone },
        { id: 'b', area: { x: 6, y: 0, w: 6, h: 12 }, playlistId: beside },
      ]
      const made = await rig.request('POST', '/api/layouts', { body: { name: '二分割', landscape, version: 0 } })
      expect(made.status).toBe(201)
      const answer = await rig.request('DELETE', `/api/streams/${stream.id}`)
      expect(answer).toMatchObject({ status: 409, body: { code: 'in-use' } })
      expect(answer.body).toHaveProperty('detail', expect.stringContaining('中継の欄'))
    })

    it('are http or https and nothing else', async () => {
      const rig = await startContentRig(open)
      const answer = await rig.request('POST', '/api/streams', { body: { ...COUNCIL, url: 'file:///etc/passwd' } })
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'url' }] } })
    })

    it('have no password in their address, and one from before is told to nobody', async () => {
      const rig = await startContentRig(open)
      const body = { ...COUNCIL, url: 'http://clerk:geheim@127.0.0.1:9000/live.m3u8' }
      const stream = StreamView.parse((await rig.request('POST', '/api/streams', { body: COUNCIL })).body)
      const answers = [
        await rig.request('POST', '/api/streams', { body }),
        await rig.request('PUT', `/api/streams/${stream.id}`, { body }),
      ]
      for (const answer of answers) {
        expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining('パスワード') } })
      }
      await rig.databases.main.updateTable('stream').set({ url: body.url }).where('id', '=', stream.id).execute()
      const listed = await rig.request('GET', '/api/streams')
      expect(listed.body).toMatchObject([{ url: 'http://***@127.0.0.1:9000/live.m3u8' }])
      expect(JSON.stringify(answers) + JSON.stringify(listed)).not.toContain('geheim')
    })
  })
})
