import { DisplayView } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { onEachEngine, type RunningCms } from '../../testing/running-cms.ts'
import { LOBBY } from '../../testing/test-player.ts'
import { displaysStore } from './displays.store.ts'
import { Presence } from './presence.ts'

const HEALTHY = {
  at: '2026-11-22T00:00:00Z',
  software: 'test',
  screen: 'painting' as const,
  onGlass: null,
  programmeRevision: null,
  content: { state: 'complete' as const, filesMissing: 0, bytesMissing: 0 },
  clockOffsetMs: 0,
  faults: [],
}

async function list(cms: RunningCms): Promise<DisplayView[]> {
  return DisplayView.array().parse((await cms.call('GET', '/api/displays', { as: cms.local })).body)
}

onEachEngine((start) => {
  it('keeps a display’s record from its making to its removal', async () => {
    const cms = await start()
    const made = DisplayView.parse((await cms.call('POST', '/api/displays', { as: cms.local, body: LOBBY })).body)
    expect(made).toMatchObject({ status: 'unpaired', groups: [], lastSeenAt: null, health: null })
    const body = { profile: { name: '2階ロビー' }, groups: ['窓口'] }
    await cms.call('PATCH', `/api/displays/${made.id}`, { as: cms.local, body })
    expect(await list(cms)).toMatchObject([
      { id: made.id, groups: ['窓口'], profile: { name: '2階ロビー', touch: true } },
    ])
    expect((await cms.call('DELETE', `/api/displays/${made.id}`, { as: cms.local })).status).toBe(204)
    expect(await list(cms)).toEqual([])
    expect((await cms.call('DELETE', `/api/displays/${made.id}`, { as: cms.local })).status).toBe(404)
  })
})

onEachEngine((start) => {
  it('names the groups of a display in its profile, too, whichever of the two they were given in', async () => {
    const cms = await start()
    const profile = { ...LOBBY.profile, groups: ['ロビー'] }
    const made = DisplayView.parse((await cms.call('POST', '/api/displays', { as: cms.local, body: { profile } })).body)
    expect(made).toMatchObject({ groups: ['ロビー'], profile: { groups: ['ロビー'] } })
    const change = async (body: object) => {
      await cms.call('PATCH', `/api/displays/${made.id}`, { as: cms.local, body })
      const [display] = await list(cms)
      return [display?.groups, display?.profile.groups]
    }
    expect(await change({ groups: ['窓口', '1階'] })).toEqual([
      ['窓口', '1階'],
      ['窓口', '1階'],
    ])
    expect(await change({ profile: { name: '2階', groups: ['屋外'] } })).toEqual([['屋外'], ['屋外']])
    // A form sends the profile as it was read, beside the groups that were changed in it.
    expect(await change({ profile: { groups: ['屋外'] }, groups: [] })).toEqual([[], undefined])
  })
})

onEachDatabase((open) => {
  it('keeps the latest word of a display, whichever server writes last, until it gets another player', async () => {
    const store = displaysStore((await open()).main)
    const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 0, 0, second)).toISOString()
    const record = {
      id: 'lobby',
      ...LOBBY,
      groups: [],
      tags: [],
      defaultPlaylistId: null,
      publicKey: null,
      pairedAt: null,
    }
    await store.insert({
      ...record,
      lastSeenAt: null,
      health: null,
      createdAt: at(0),
      canary: false,
      maintenance: null,
    })
    await store.setLastWords(new Map([['lobby', { at: at(20), health: HEALTHY }]]))
    await store.setLastWords(new Map([['lobby', { at: at(10), health: { ...HEALTHY, software: 'older' } }]]))
    expect(await store.byId('lobby')).toMatchObject({ lastSeenAt: at(20), health: HEALTHY })
    await store.setLastWords(new Map([['lobby', { at: at(30), health: null }]]))
    expect(await store.byId('lobby')).toMatchObject({ lastSeenAt: at(30), health: HEALTHY })
    await store.setPlayer('lobby', { publicKey: 'key', pairedAt: at(40) })
    expect(await store.byId('lobby')).toMatchObject({ publicKey: 'key', lastSeenAt: null, health: null })
  })
})

it('believes what another server heard for thirty seconds, and its own ears as long', () => {
  let now = new Date('2026-11-22T00:00:00Z')
  const presence = new Presence(() => now)
  const statusAfter = (seconds: number, stored: { at: string; health: typeof HEALTHY | null } | null) => {
    now = new Date(Date.UTC(2026, 10, 22, 0, 0, seconds))
    return presence.statusOf(presence.lastWord('lobby', stored), true)
  }
  const elsewhere = { at: '2026-11-22T00:00:00.000Z', health: HEALTHY }
  expect(statusAfter(0, null)).toBe('offline')
  expect(statusAfter(30, elsewhere)).toBe('online')
  expect(statusAfter(31, elsewhere)).toBe('offline')
  // Just connected here, not yet reported: what the other server heard a moment ago still holds.
  now = new Date('2026-11-22T00:00:05Z')
  presence.reported('lobby', null)
  expect(statusAfter(6, elsewhere)).toBe('online')
  expect(statusAfter(6, null)).toBe('trouble')
  expect(statusAfter(36, elsewhere)).toBe('offline')
  expect(presence.lastWord('lobby', elsewhere)?.health).toBeNull()
})

it('gives the database each word once', () => {
  const presence = new Presence(() => new Date('2026-11-22T00:00:00Z'))
  presence.reported('lobby', HEALTHY)
  const words = presence.unsaved()
  expect([...words]).toEqual([['lobby', { at: '2026-11-22T00:00:00.000Z', health: HEALTHY }]])
  presence.saved(words)
  expect(presence.unsaved().size).toBe(0)
})
