import { reaches } from '@akari/programme'
import { GUIDE_STEPS, GuideView, type OnGlass, type Playlist } from '@akari/protocol'
import express from 'express'
import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { onEachDatabase, type OpenDatabases } from '../../db/testing.ts'
import type { Actor } from '../../http/actor.ts'
import { Api } from '../../http/api.ts'
import { auditStore } from '../audit/audit.store.ts'
import type { Facts, GuideDisplay } from './guide-steps.ts'
import { addGuideRoutes } from './guide.routes.ts'
import { guideService } from './guide.service.ts'
import { keptAnswers } from '../interfaces/kept-answers.store.ts'
import { guideStore } from './guide.store.ts'

const HANAKO: Actor = {
  kind: 'user',
  id: 'u1',
  username: 'hanako',
  role: 'editor',
  groups: null,
  mustChangePassword: false,
  ip: '127.0.0.1',
}
const SCENE = { kind: 'notice', title: { ja: 'お祭り' }, body: { ja: '' } } as const
const asset = (assetId: string) => ({ kind: 'asset', assetId })
const ON_AIR: Playlist[] = [
  { id: 'p', name: 'ロビー', items: [{ id: 'i', seconds: 10, scene: SCENE, validFrom: null, validUntil: null }] },
]
const LOBBY: GuideDisplay = {
  id: 'lobby',
  name: '1階ロビー',
  groups: ['ロビー'],
  tags: [],
  defaultPlaylistId: null,
  onGlass: null,
}

/** A city hall in which everything is there by somebody else; tests add what 花子 does. */
async function rig(open: OpenDatabases) {
  const { main } = await open()
  const audit = auditStore(main)
  const state = {
    materials: [{ id: 'theirs', name: '広報の絵' }] as Facts['materials'],
    playlists: [{ id: 'q', name: '広報', items: [{ id: 'x', scene: asset('theirs') }] }] as Facts['playlists'],
    entries: [] as Facts['entries'],
    displays: [LOBBY],
    published: [] as Playlist[],
    by: HANAKO,
  }
  const guide = guideService({
    store: guideStore(main),
    subjectsOf: audit.subjectsOf,
    materials: () => Promise.resolve(state.materials),
    playlists: () => Promise.resolve(state.playlists),
    entries: () => Promise.resolve(state.entries),
    displays: () => Promise.resolve(state.displays),
    published: () => Promise.resolve(state.published),
    plays: () => Promise.resolve([]),
    reaches,
    now: () => new Date('2026-11-28T00:00:00Z'),
  })
  const api = new Api(
    () => Promise.resolve(state.by),
    keptAnswers(main, () => new Date('2026-11-28T00:00:00Z')),
  )
  addGuideRoutes(api, guide)
  const server = createServer(express().use(express.json()).use(api.router))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/guide`
  const ask = async (init: RequestInit = {}): Promise<GuideView> =>
    GuideView.parse(await (await fetch(url, init)).json())
  const done = async () => (await ask()).steps.filter((step) => step.done).map(({ step }) => step)
  const did = (action: string, subject: string) =>
    audit.append({ at: '2026-11-28T00:00:00.000Z', actor: 'user:hanako', action, subject, detail: {} })
  const put = (putAway: boolean) =>
    ask({ method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ putAway }) })
  return { state, ask, done, did, put }
}

const glass = (title: string): OnGlass => {
  return {
    layer: 'scheduled',
    kind: 'image',
    title: { ja: title },
    playlistName: 'ロビー',
    since: '2026-11-28T00:00:00Z',
  }
}

onEachDatabase((open) => {
  describe('the first-run guide', () => {
    it('ticks a step off by what really happened with what this person added, and in order', async () => {
      const { state, ask, done, did } = await rig(open)
      expect(await done()).toEqual([])
      await did('asset.create', 'mine')
      expect(await done()).toEqual([])
      state.materials = [...state.materials, { id: 'mine', name: 'お祭り' }]
      expect(await done()).toEqual(['material'])
      const items = [{ id: 'i', scene: asset('mine') }]
      state.playlists = [...state.playlists, { id: 'p', name: 'ロビー', items }]
      expect(await done()).toEqual(['material', 'playlist'])
      state.entries = [{ id: 'e', name: 'お祭り', playlistId: 'p', targets: { displayIds: [], groups: ['屋外'] } }]
      expect(await done()).toEqual(['material', 'playlist'])
      state.entries = [{ id: 'e', name: 'お祭り', playlistId: 'p', targets: { displayIds: [], groups: ['ロビー'] } }]
      expect(await done()).toEqual(['material', 'playlist', 'schedule'])
      state.published = ON_AIR
      expect((await ask()).steps[3]).toEqual({
        step: 'publish',
        done: true,
        subject: { id: 'lobby', name: '1階ロビー' },
      })
      state.displays = [{ ...LOBBY, onGlass: glass('ほかの絵') }]
      expect(await done()).toHaveLength(4)
      state.displays = [{ ...LOBBY, onGlass: glass('お祭り') }]
      expect(await done()).toEqual([...GUIDE_STEPS])
      state.materials = []
      expect(await done()).toEqual([...GUIDE_STEPS])
    })

    it('counts a notice written in one’s own playlist, and the everyday playlist of a display', async () => {
      const { state, done, did } = await rig(open)
      state.playlists = [{ id: 'p', name: 'ロビー', items: [{ id: 'i', scene: SCENE }] }]
      state.displays = [{ ...LOBBY, defaultPlaylistId: 'p' }]
      expect(await done()).toEqual([])
      await did('playlist.create', 'p')
      expect(await done()).toEqual(['material', 'playlist', 'schedule'])
    })

    it('is put away and brought back by each person for themselves', async () => {
      const { state, ask, put } = await rig(open)
      expect(await put(true)).toEqual({ putAway: true, steps: [] })
      expect(await ask()).toEqual({ putAway: true, steps: [] })
      state.by = { ...HANAKO, id: 'u2', username: 'taro' }
      expect((await ask()).putAway).toBe(false)
      state.by = HANAKO
      expect((await put(false)).steps.map(({ step }) => step)).toEqual([...GUIDE_STEPS])
    })
  })
})
