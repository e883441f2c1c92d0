import { type PlaylistItem, Programme, SavedSitting, type SittingInput, SittingView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { onEachDatabase, openFreshSqlite } from '../../db/testing.ts'
import { council, PLAN } from './testing/council.ts'

const EDITED = [{ id: 'a1', title: { ja: '会期の決定' } }]

onEachDatabase((open) => {
  describe('the plan of a sitting', () => {
    it('is written with its transcript, which is called as it is', async () => {
      const { rig, planned } = await council(open)
      const { id, captionsId } = await planned()
      expect(rig.state.transcripts).toEqual([
        { id: captionsId, sittingId: id, title: PLAN.title.ja, startsAt: PLAN.startsAt },
      ])
      const body = { ...PLAN, title: { ja: '臨時会' }, version: 1 }
      expect((await rig.request('PUT', `/api/sittings/${id}`, { as: 'approver', body })).status).toBe(200)
      expect(rig.state.transcripts).toMatchObject([{ id: captionsId, title: '臨時会' }])
    })
  })
})

describe('a planned sitting', () => {
  it('has its texts written by an editor, and nothing else', async () => {
    const { rig, planned } = await council(openFreshSqlite)
    const { id } = await planned()
    const put = (changes: Partial<SittingInput>, as: 'editor' | 'approver' = 'editor') =>
      rig.request('PUT', `/api/sittings/${id}`, { as, body: { ...PLAN, version: 1, ...changes } })
    expect(await put({ afterMinutes: 30 })).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect((await put({ targets: { displayIds: ['library'], groups: [] } })).status).toBe(403)
    expect((await put({ recordingUrl: null })).status).toBe(403)
    const written = SittingView.parse((await put({ title: { ja: '第4回定例会' }, agenda: EDITED })).body)
    expect(written).toMatchObject({ version: 2, title: { ja: '第4回定例会' }, agenda: EDITED })
    expect((await rig.request('DELETE', `/api/sittings/${id}`, { as: 'editor' })).status).toBe(403)
  })

  it('that overlaps another on the same displays is saved, and the answer names that one and from when until when', async () => {
    const { rig, planned } = await council(openFreshSqlite)
    const first = await planned()
    const save = async (changes: Partial<SittingInput>) => {
      const body = { ...PLAN, title: { ja: '委員会' }, ...changes }
      return SavedSitting.parse((await rig.request('POST', '/api/sittings', { as: 'approver', body })).body)
    }
    const startsAt = '2026-11-22T11:00:00+09:00'
    const second = await save({ startsAt, countdownMinutes: 0 })
    expect(second.overlaps).toEqual([
      {
        sittingId: first.id,
        title: PLAN.title,
        startsAt: '2026-11-22T02:00:00.000Z',
        endsAt: '2026-11-22T03:10:00.000Z',
        displayIds: ['lobby'],
      },
    ])
    expect((await save({ startsAt, targets: { displayIds: ['library'], groups: [] } })).overlaps).toEqual([])
    const body = { ...PLAN, version: 1 }
    const again = await rig.request('PUT', `/api/sittings/${first.id}`, { as: 'approver', body })
    expect(SavedSitting.parse(again.body).overlaps.map(({ sittingId }) => sittingId)).toEqual([second.id])
  })

  it('that somebody took off its displays says who, and is shown again by whoever leads it', async () => {
    const { rig, at, planned, view, takeovers, tick } = await council(openFreshSqlite)
    const { id, takenOffBy } = await planned()
    expect(takenOffBy).toBeNull()
    at('09:40')
    await rig.request('POST', `/api/takeovers/${id}/end`, { as: 'approver' })
    expect((await view(id)).takenOffBy).toBe('user:approver')
    const body = { ...PLAN, agenda: EDITED, version: 1 }
    await rig.request('PUT', `/api/sittings/${id}`, { as: 'editor', body })
    await tick()
    expect(await takeovers()).toEqual([])
    expect((await rig.request('POST', `/api/sittings/${id}/show`, { as: 'viewer' })).status).toBe(403)
    const shown = SittingView.parse((await rig.request('POST', `/api/sittings/${id}/show`)).body)
    expect(shown.takenOffBy).toBeNull()
    expect(await takeovers()).toHaveLength(1)
  })

  it('is never heard where its plan says so', async () => {
    const { rig, planned } = await council(openFreshSqlite)
    const itemOf = async (id: string): Promise<PlaylistItem | undefined> => {
      const programme = Programme.parse((await rig.request('GET', '/api/displays/lobby/programme')).body)
      return programme.playlists.find((playlist) => playlist.id === `takeover:${id}`)?.items[0]
    }
    expect(await itemOf((await planned()).id)).not.toHaveProperty('silent')
    expect(await itemOf((await planned({ silent: true })).id)).toMatchObject({ silent: true })
  })

  it('is shown by a playlist as it is planned now, and is not deleted while one names it', async () => {
    const { rig, planned } = await council(openFreshSqlite)
    const sitting = await planned({ targets: { displayIds: [], groups: [] } })
    const { id, captionsId } = sitting
    const scene = { kind: 'sitting', title: sitting.title, sittingId: id, streamId: null, captionsId }
    const items = [{ id: 'i', seconds: 600, scene, validFrom: null, validUntil: null }]
    const list = await rig.request('POST', '/api/playlists', { body: { name: '議会の日', items, version: 0 } })
    const playlistId = z.object({ id: z.string() }).parse(list.body).id
    rig.state.displays = rig.state.displays.map((each) => ({ ...each, defaultPlaylistId: playlistId }))
    const body = { ...PLAN, targets: sitting.targets, title: { ja: '臨時会' }, version: 1 }
    await rig.request('PUT', `/api/sittings/${id}`, { as: 'approver', body })
    await rig.request('POST', '/api/programme/publish?wait=60', { as: 'admin' })
    const programme = Programme.parse((await rig.request('GET', '/api/displays/lobby/programme')).body)
    expect(programme).toMatchObject({
      playlists: [{ items: [{ scene: { kind: 'sitting', title: { ja: '臨時会' }, sittingId: id, captionsId } }] }],
    })
    expect(programme.feeds?.map(({ feedId }) => feedId)).toEqual([id, captionsId].toSorted())
    const refused = await rig.request('DELETE', `/api/sittings/${id}`, { as: 'approver' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'in-use' } })
    expect(JSON.stringify(refused.body)).toContain('議会の日')
    rig.state.displays = rig.state.displays.map((each) => ({ ...each, defaultPlaylistId: null }))
    await rig.request('DELETE', `/api/playlists/${playlistId}`)
    expect((await rig.request('DELETE', `/api/sittings/${id}`, { as: 'approver' })).status).toBe(204)
  })
})
