import {
  AuditEntry,
  DisplayEvidence,
  type DisplayHealth,
  DisplayWishes,
  type OnGlass,
  OrderView,
  Problem,
  UserWithPassword,
} from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { type Caller, onEachEngine, type RunningCms } from '../../testing/running-cms.ts'
import { signedIn } from '../../testing/staff.ts'
import { connectPlayer, pairedPlayer, signInPlayer } from '../../testing/test-player.ts'

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64')

async function asked(cms: RunningCms, kind: string, displayIds: readonly string[], as: Caller = cms.local) {
  return cms.call('POST', '/api/orders', { as, body: { kind, displayIds } })
}

function showing(layer: OnGlass['layer']): DisplayHealth {
  const at = new Date().toISOString()
  return {
    at,
    software: 'test',
    screen: 'painting',
    onGlass: { layer, kind: 'image', title: null, playlistName: null, since: at },
    programmeRevision: null,
    content: { state: 'complete', filesMissing: 0, bytesMissing: 0 },
    clockOffsetMs: 0,
    faults: [],
  }
}

async function wishesOf(cms: RunningCms, token: string): Promise<DisplayWishes> {
  return DisplayWishes.parse((await cms.call('GET', '/api/player/wishes', { as: { bearer: token } })).body)
}

async function ordersOf(cms: RunningCms, id: string): Promise<OrderView[]> {
  return OrderView.array().parse((await cms.call('GET', `/api/displays/${id}/orders`, { as: cms.local })).body)
}

onEachEngine((start) => {
  describe('an order', () => {
    it('reaches only its display, is answered once, and is written down with who asked', async () => {
      const cms = await start()
      const [lobby, other] = [await pairedPlayer(cms), await pairedPlayer(cms)]
      const { socket } = await connectPlayer(cms, lobby)
      const told = new Promise<void>((resolve) => socket.once('wishes.changed', resolve))
      const made = await asked(cms, 'reload', [lobby.displayId])
      expect(made.status).toBe(201)
      await told
      const [order] = (await wishesOf(cms, lobby.token)).orders
      expect(order).toMatchObject({ kind: 'reload' })
      expect(order?.expiresInMs).toBeLessThanOrEqual(120_000)
      expect((await wishesOf(cms, other.token)).orders).toEqual([])

      const answer = (token: string, state: string) =>
        cms.call('POST', `/api/player/orders/${order?.id}/outcome`, {
          as: { bearer: token },
          body: { state, detail: '' },
        })
      await answer(other.token, 'failed')
      expect(await ordersOf(cms, lobby.displayId)).toMatchObject([{ state: 'open' }])
      await answer(lobby.token, 'done')
      await answer(lobby.token, 'failed')
      expect(await ordersOf(cms, lobby.displayId)).toMatchObject([{ state: 'done', askedBy: 'local:cli' }])
      expect((await wishesOf(cms, lobby.token)).orders).toEqual([])

      const log = await cms.call('GET', '/api/audit?limit=20', { as: cms.local })
      const entries = AuditEntry.array().parse(log.body)
      const about = entries
        .filter(({ subject }) => subject === lobby.displayId)
        .map(({ action, actor }) => [action, actor])
      expect(about).toContainEqual(['display.ordered', 'local:cli'])
      expect(about).toContainEqual(['display.order-answered', `display:${lobby.displayId}`])
    })

    it('is no free text, is for staff, and for displays one answers for', async () => {
      const cms = await start()
      const { displayId, token } = await pairedPlayer(cms)
      await cms.call('PATCH', `/api/displays/${displayId}`, { as: cms.local, body: { groups: ['ロビー'] } })
      expect((await asked(cms, 'rm -rf /', [displayId])).status).toBe(400)
      expect((await asked(cms, 'reload', ['nobody'])).status).toBe(404)
      expect((await asked(cms, 'reload', [displayId], { bearer: token })).status).toBe(401)
      expect((await asked(cms, 'reload', [displayId], await signedIn(cms, 'viewer', 'viewer'))).status).toBe(403)
      const editor = await signedIn(cms, 'outdoors', 'editor')
      const people = await cms.call('GET', '/api/users', { as: cms.local })
      const { id } = UserWithPassword.shape.user
        .array()
        .parse(people.body)
        .find(({ username }) => username === 'outdoors') ?? { id: '' }
      await cms.call('PATCH', `/api/users/${id}`, { as: cms.local, body: { groups: ['屋外'] } })
      const refused = await asked(cms, 'reload', [displayId], editor)
      expect(Problem.parse(refused.body)).toMatchObject({ status: 403, code: 'not-yours' })
      await cms.call('PATCH', `/api/users/${id}`, { as: cms.local, body: { groups: ['ロビー'] } })
      expect((await asked(cms, 'reload', [displayId], editor)).status).toBe(201)
    })

    it('that is still open is the answer for its display, and the others get theirs', async () => {
      const cms = await start()
      const [lobby, hall] = [(await pairedPlayer(cms)).displayId, (await pairedPlayer(cms)).displayId]
      const [first] = OrderView.array().parse((await asked(cms, 'reload', [lobby])).body)
      const both = await asked(cms, 'reload', [lobby, hall])
      expect(both.status).toBe(201)
      const [again, other] = OrderView.array().parse(both.body)
      expect(again).toEqual(first)
      expect(other).toMatchObject({ displayId: hall, kind: 'reload', state: 'open' })
      expect(await ordersOf(cms, lobby)).toEqual([first])
      expect(await ordersOf(cms, hall)).toEqual([other])
    })

    it('restarts no display while it shows an emergency, and says so; one that does not show it may be restarted', async () => {
      const cms = await start()
      const [lobby, hall] = [await pairedPlayer(cms), await pairedPlayer(cms)]
      const body = {
        channel: 'live',
        templateId: 'building-fire',
        target: { kind: 'all' },
        minutes: 30,
        requestId: 'f',
      }
      await cms.call('POST', '/api/alerts', { body, as: cms.local })
      await cms.call('POST', '/api/player/health', { as: { bearer: lobby.token }, body: showing('emergency') })
      await cms.call('POST', '/api/player/health', { as: { bearer: hall.token }, body: showing('default') })
      for (const kind of ['reboot', 'restart']) {
        const refused = Problem.parse((await asked(cms, kind, [lobby.displayId, hall.displayId])).body)
        expect(refused).toMatchObject({ code: 'order-refused' })
        expect(refused.detail).toContain('「1階ロビー」には緊急表示が出ています')
      }
      expect(await ordersOf(cms, hall.displayId)).toEqual([])
      expect((await asked(cms, 'reboot', [hall.displayId])).status).toBe(201)
      expect((await asked(cms, 'reload', [lobby.displayId])).status).toBe(201)
      const end = { channel: 'live', as: 'cleared' }
      expect((await cms.call('POST', '/api/alerts/operator:f/end', { body: end, as: cms.local })).status).toBe(200)
      expect((await asked(cms, 'reboot', [lobby.displayId])).status).toBe(201)
    })

    it('is among what was asked lately, of any display, from a moment on', async () => {
      let now = new Date('2026-11-20T01:00:00Z')
      const cms = await start({ now: () => now })
      const { displayId } = await pairedPlayer(cms)
      const lately = async (since: Record<string, string> = {}) => {
        const query = new URLSearchParams(since).toString()
        const answer = await cms.call('GET', `/api/orders?${query}`, { as: cms.local })
        return OrderView.array()
          .parse(answer.body)
          .map(({ kind }) => kind)
      }
      await asked(cms, 'reload', [displayId])
      now = new Date('2026-11-20T01:10:00Z')
      await asked(cms, 'identify', [displayId])
      expect(await lately()).toEqual(['identify', 'reload'])
      expect(await lately({ since: '2026-11-20T10:10:00+09:00' })).toEqual(['identify'])
      now = new Date('2026-11-20T01:16:00Z')
      expect(await lately({ since: '2026-11-20T00:00:00Z' })).toEqual(['identify'])
      expect((await cms.call('GET', '/api/orders?since=yesterday', { as: cms.local })).status).toBe(400)
    })

    it('lapses when the display does not fetch it in time, and nothing is asked of one without a player', async () => {
      let now = new Date('2026-11-20T01:00:00Z')
      const cms = await start({ now: () => now })
      const player = await pairedPlayer(cms)
      await asked(cms, 'reboot', [player.displayId])
      now = new Date(now.getTime() + 121_000)
      expect((await wishesOf(cms, player.token)).orders).toEqual([])
      await cms.call('POST', `/api/displays/${player.displayId}/unpair`, { as: cms.local })
      expect(Problem.parse((await asked(cms, 'reload', [player.displayId])).body)).toMatchObject({
        code: 'order-refused',
      })
    })
  })

  it('keeps the newest picture and log of a display, and takes nothing else for a picture', async () => {
    const cms = await start()
    const { displayId, token } = await pairedPlayer(cms)
    const takenAt = '2026-11-20T01:00:00Z'
    const send = (path: string, body: unknown) => cms.call('POST', path, { as: { bearer: token }, body })
    const html = Buffer.from('<script>').toString('base64')
    expect((await send('/api/player/picture', { takenAt, jpeg: html })).status).toBe(415)
    expect((await cms.call('GET', `/api/displays/${displayId}/picture`, { as: cms.local })).status).toBe(404)
    expect((await send('/api/player/picture', { takenAt, jpeg: JPEG })).status).toBe(204)
    expect((await send('/api/player/log', { takenAt, lines: ['{"msg":"agent listening"}'] })).status).toBe(204)
    const evidence = await cms.call('GET', `/api/displays/${displayId}/evidence`, { as: cms.local })
    expect(DisplayEvidence.parse(evidence.body)).toEqual({
      pictureAt: takenAt,
      log: { takenAt, lines: ['{"msg":"agent listening"}'] },
    })
    const picture = await cms.call('GET', `/api/displays/${displayId}/picture`, { as: cms.local })
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    expect((await cms.call('GET', `/api/displays/${displayId}/picture`)).status).toBe(401)
  })

  it('gives a record the device that replaces a broken one: same name, same groups, and the old one is shut out', async () => {
    const cms = await start()
    const broken = await pairedPlayer(cms)
    await cms.call('PATCH', `/api/displays/${broken.displayId}`, { as: cms.local, body: { groups: ['ロビー'] } })
    const spare = await pairedPlayer(cms, { attach: 'existing', displayId: broken.displayId })
    expect(spare.displayId).toBe(broken.displayId)
    expect((await cms.call('GET', '/api/player/wishes', { as: { bearer: broken.token } })).status).not.toBe(200)
    await expect(signInPlayer(cms, broken.displayId, broken.keys, broken.offer)).rejects.toThrow()
    await asked(cms, 'identify', [spare.displayId])
    expect((await wishesOf(cms, spare.token)).orders).toMatchObject([{ kind: 'identify' }])
  })
})
