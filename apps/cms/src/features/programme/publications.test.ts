import { rm } from 'node:fs/promises'
import {
  AssetView,
  PlaylistView,
  Programme,
  Publication,
  PublicationChanges,
  PublishJob,
  Review,
} from '@akari/protocol'
import { sql } from 'kysely'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, openFreshSqlite } from '../../db/testing.ts'
import { type ContentRig, startContentRig } from '../testing/content-rig.ts'
import { display, item, notice } from '../testing/content-samples.ts'
import { upload } from '../testing/upload.ts'

const MINUTE_MS = 60_000

async function threeDisplays(rig: ContentRig): Promise<PlaylistView> {
  const body = { name: 'ロビー', items: [item('1', notice('開庁'))], version: 0 }
  const playlist = PlaylistView.parse((await rig.request('POST', '/api/playlists', { body })).body)
  rig.state.displays = ['a', 'b', 'c'].map((id) =>
    display(id, { groups: [id], defaultPlaylistId: id === 'c' ? null : playlist.id }),
  )
  return playlist
}

async function changed(rig: ContentRig, playlist: PlaylistView, words: string): Promise<PlaylistView> {
  rig.state.now = new Date(rig.state.now.getTime() + MINUTE_MS)
  const body = { ...playlist, items: [item('1', notice(words))] }
  return PlaylistView.parse((await rig.request('PUT', `/api/playlists/${playlist.id}`, { body })).body)
}

const review = async (rig: ContentRig) => Review.parse((await rig.request('GET', '/api/programme/review')).body)
const publish = (rig: ContentRig, body: object = {}) => rig.request('POST', '/api/programme/publish?wait=60', { body })
const list = async (rig: ContentRig) =>
  Publication.array().parse((await rig.request('GET', '/api/programme/publications')).body)
const against = async (rig: ContentRig, sequence: number, what: 'before' | 'now') =>
  PublicationChanges.parse((await rig.request('GET', `/api/programme/publications/${sequence}?against=${what}`)).body)
const restore = (rig: ContentRig, sequence: number, seen: string | null) =>
  rig.request('POST', `/api/programme/publications/${sequence}/restore?wait=60`, { body: { seen, comment: '誤字' } })
const shownOn = async (rig: ContentRig, id: string) =>
  Programme.parse((await rig.request('GET', `/api/displays/${id}/programme`)).body)

onEachDatabase((open) => {
  describe('before publishing', () => {
    it('displays that change alike are told together, and what is published is what was seen', async () => {
      const rig = await startContentRig(open)
      const playlist = await threeDisplays(rig)
      await publish(rig)
      await changed(rig, playlist, '休日の案内')
      const seen = await review(rig)
      expect(seen.groups).toMatchObject([
        {
          displays: [{ displayId: 'a' }, { displayId: 'b' }],
          changes: [{ kind: 'playlist', name: 'ロビー', items: [{ how: 'changed', fields: ['scene'] }] }],
        },
      ])
      expect(seen.approvers).toBeNull()
      const answer = await publish(rig, { seen: seen.seen, comment: '連休のため' })
      expect(PublishJob.parse(answer.body)).toMatchObject({ state: 'done', problem: null })
      expect(await list(rig)).toMatchObject([
        { sequence: 2, by: 'user:editor', cause: 'published', comment: '連休のため' },
        { sequence: 1, displays: [{ name: '端末 a' }, { name: '端末 b' }, { name: '端末 c' }] },
      ])
      expect((await review(rig)).groups).toEqual([])
    })

    it('a change that slips in after the look is not published', async () => {
      const rig = await startContentRig(open)
      const playlist = await threeDisplays(rig)
      await publish(rig)
      const first = await changed(rig, playlist, '見せたもの')
      const { seen } = await review(rig)
      await changed(rig, first, '見せなかったもの')
      const before = await shownOn(rig, 'a')
      expect(await publish(rig, { seen })).toMatchObject({ status: 409, body: { code: 'not-as-seen' } })
      expect(await shownOn(rig, 'a')).toEqual(before)
    })

    it('what an approver must see is not published by one person', async () => {
      const rig = await startContentRig(open)
      await threeDisplays(rig)
      rig.state.people = [{ id: 'kato', username: 'kato', name: '加藤', role: 'approver', groups: null }]
      expect((await review(rig)).approvers).toEqual(['加藤'])
      const refused = await publish(rig)
      expect(refused).toMatchObject({ status: 403, body: { code: 'approval-needed' } })
      expect(refused.body).toHaveProperty('detail', expect.stringContaining('「加藤」'))
      expect(await list(rig)).toEqual([])
    })
  })

  describe('a publication', () => {
    it('is brought back as a new one, and the drafts stay as they are', async () => {
      const rig = await startContentRig(open)
      const playlist = await threeDisplays(rig)
      await publish(rig)
      const original = await shownOn(rig, 'a')
      const mistaken = await changed(rig, playlist, '誤字のある案内')
      await publish(rig)
      const undo = await against(rig, 1, 'now')
      expect(undo).toMatchObject({ missing: [], groups: [{ displays: [{ displayId: 'a' }, { displayId: 'b' }] }] })
      rig.state.now = new Date(rig.state.now.getTime() + MINUTE_MS)
      rig.state.published = []
      expect((await restore(rig, 1, undo.seen)).status).toBe(200)
      const restored = await shownOn(rig, 'a')
      expect(restored.playlists).toEqual(original.playlists)
      expect(restored.revision).toBeGreaterThan(original.revision)
      expect(rig.state.published.map(([id]) => id)).toEqual(['a', 'b'])
      expect((await list(rig))[0]).toMatchObject({ sequence: 3, cause: 'restored', restores: 1, comment: '誤字' })
      expect(PlaylistView.array().parse((await rig.request('GET', '/api/playlists')).body)).toEqual([mistaken])
      expect(await restore(rig, 1, undo.seen)).toMatchObject({ status: 409, body: { code: 'not-as-seen' } })
    })

    it('tells what it changed, for a display that is no more as well', async () => {
      const rig = await startContentRig(open)
      const playlist = await threeDisplays(rig)
      await publish(rig)
      await changed(rig, playlist, '休日の案内')
      rig.state.displays = rig.state.displays.filter(({ id }) => id !== 'b')
      await publish(rig)
      const { groups } = await against(rig, 2, 'before')
      expect(groups).toMatchObject([{ displays: [{ displayId: 'a', name: '端末 a' }] }])
      rig.state.displays = rig.state.displays.filter(({ id }) => id !== 'a')
      expect((await against(rig, 2, 'before')).groups).toEqual(groups)
      expect((await against(rig, 1, 'now')).groups).toEqual([])
      expect((await rig.request('GET', '/api/programme/publications/9')).status).toBe(404)
    })

    it('comes back with the files of assets that were deleted, or says what is missing', async () => {
      const rig = await startContentRig(open)
      const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
        .png()
        .toBuffer()
      await upload(rig.url, png, { filename: 'fair.png' })
      const [asset] = AssetView.array().parse((await rig.request('GET', '/api/assets')).body)
      if (asset === undefined) throw new Error('the picture is not there')
      const items = [item('1', { kind: 'asset', assetId: asset.id })]
      const made = await rig.request('POST', '/api/playlists', { body: { name: '催し', items, version: 0 } })
      const playlist = PlaylistView.parse(made.body)
      rig.state.displays = [display('a', { defaultPlaylistId: playlist.id })]
      await publish(rig)
      await changed(rig, playlist, '催しは終わりました')
      await publish(rig)
      expect((await rig.request('DELETE', `/api/assets/${asset.id}`)).status).toBe(204)
      expect((await rig.programmes.publishedFiles()).has(asset.sha256)).toBe(true)
      const { seen, missing } = await against(rig, 1, 'now')
      expect(missing).toEqual([])
      const path = rig.media.files.pathOf(asset.sha256)
      await rm(path)
      expect((await against(rig, 1, 'now')).missing).toEqual(['端末 a'])
      const refused = await restore(rig, 1, seen)
      expect(refused).toMatchObject({ status: 409, body: { code: 'not-restorable' } })
      expect(refused.body).toHaveProperty('detail', expect.stringContaining('「端末 a」'))
      expect((await list(rig)).length).toBe(2)
    })

    it('keeps the size a display has today', async () => {
      const rig = await startContentRig(open)
      const playlist = await threeDisplays(rig)
      await publish(rig)
      await changed(rig, playlist, '休日の案内')
      await publish(rig)
      const turned = { ...display('a').profile, widthPx: 1080, heightPx: 1920 }
      rig.state.displays = [display('a', { defaultPlaylistId: playlist.id, profile: turned })]
      await restore(rig, 1, (await against(rig, 1, 'now')).seen)
      expect((await shownOn(rig, 'a')).display).toMatchObject({ widthPx: 1080, heightPx: 1920 })
    })

    it('is kept with the last fifty, and what only older ones named is forgotten', async () => {
      const rig = await startContentRig(open)
      const playlist = await threeDisplays(rig)
      let latest = playlist
      for (let n = 0; n < 52; n++) {
        latest = await changed(rig, latest, `案内 ${n}`)
        await rig.programmes.publish({ kind: 'local', ip: '' })
      }
      const kept = await list(rig)
      expect([kept.length, kept[0]?.sequence, kept.at(-1)?.sequence]).toEqual([50, 52, 3])
      rig.state.now = new Date(rig.state.now.getTime() + 120 * MINUTE_MS)
      await rig.publications.housekeep()
      const { rows } = await sql<{ n: number }>`select count(*) as n from programme_content`.execute(rig.databases.main)
      // Two displays in each of fifty publications, and the third, which never changed.
      expect(Number(rows[0]?.n)).toBe(101)
    })

    it('leaves an open takeover on the displays and keeps no copy of it', async () => {
      const rig = await startContentRig(open)
      const playlist = await threeDisplays(rig)
      await publish(rig)
      rig.state.takeovers = [
        {
          id: 't1',
          name: '臨時議会',
          targets: { displayIds: ['a'], groups: [] },
          startsAt: '2026-11-22T00:00:00Z',
          endsAt: '2026-11-22T05:00:00Z',
          noticeSeconds: 10,
          playlist: { id: 'council', name: '議会', items: [item('1', notice('臨時議会'))] },
        },
      ]
      await rig.programmes.relayLayers()
      expect((await shownOn(rig, 'a')).takeovers).toMatchObject([{ id: 't1' }])
      expect((await review(rig)).groups).toEqual([])
      await changed(rig, playlist, '休日の案内')
      await publish(rig)
      expect((await shownOn(rig, 'a')).takeovers).toMatchObject([{ id: 't1' }])
      const { revision } = await shownOn(rig, 'a')
      rig.state.takeovers = []
      await rig.programmes.relayLayers()
      const after = await shownOn(rig, 'a')
      expect(after.takeovers).toBeUndefined()
      expect(after.revision).toBeGreaterThan(revision)
      expect((await against(rig, 2, 'now')).groups).toEqual([])
    })

    it('of before records were kept can be brought back, too', async () => {
      const rig = await startContentRig(open)
      const playlist = await threeDisplays(rig)
      await publish(rig)
      // As a database looks that was published to by an earlier version.
      await rig.databases.main.deleteFrom('publication').execute()
      await rig.databases.main.deleteFrom('programme_content').execute()
      await rig.databases.main.updateTable('publish_lock').set({ sequence: 0 }).execute()
      await changed(rig, playlist, '休日の案内')
      await publish(rig)
      expect(await list(rig)).toMatchObject([{ sequence: 2 }, { sequence: 1, cause: 'earlier' }])
      expect((await restore(rig, 1, (await against(rig, 1, 'now')).seen)).status).toBe(200)
    })
  })

  describe('a job', () => {
    it('is answered for by any server, and one that was cut off is said to have failed', async () => {
      const rig = await startContentRig(open)
      await threeDisplays(rig)
      const done = PublishJob.parse((await publish(rig)).body)
      expect((await rig.request('GET', `/api/programme/jobs/${done.id}`)).body).toEqual(done)
      const row = { state: 'running', body: JSON.stringify({ ...done, state: 'running', result: null }) }
      await rig.databases.main.updateTable('publish_job').set(row).execute()
      expect((await rig.request('GET', `/api/programme/jobs/${done.id}`)).body).toMatchObject({ state: 'running' })
      rig.state.now = new Date(rig.state.now.getTime() + 5 * MINUTE_MS)
      expect((await rig.request('GET', `/api/programme/jobs/${done.id}`)).body).toMatchObject({
        state: 'failed',
        problem: { code: 'publishing-cut-off' },
      })
    })
  })
})

it('a full disk leaves what is published as it was, and says so', async () => {
  const rig = await startContentRig(openFreshSqlite)
  const playlist = await threeDisplays(rig)
  await publish(rig)
  const before = await shownOn(rig, 'a')
  const items = Array.from({ length: 300 }, (_, n) => item(`${n}`, notice('長い案内'.repeat(50))))
  await rig.request('PUT', `/api/playlists/${playlist.id}`, { body: { ...playlist, items } })
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(rig.databases.main)
  await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 1)}`.execute(rig.databases.main)
  expect(await publish(rig)).toMatchObject({ status: 507, body: { code: 'storage-full' } })
  expect(await shownOn(rig, 'a')).toEqual(before)
  await sql`pragma max_page_count = 1000000`.execute(rig.databases.main)
  expect((await publish(rig)).status).toBe(200)
  expect((await shownOn(rig, 'a')).playlists[0]?.items).toHaveLength(300)
})
