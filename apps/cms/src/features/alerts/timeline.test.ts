import { AlertTimeline, ResendResult } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachEngine, type RunningCms } from '../../testing/running-cms.ts'
import { connectPlayer, pairedPlayer } from '../../testing/test-player.ts'

type Link = Awaited<ReturnType<typeof connectPlayer>>

async function raise(cms: RunningCms, requestId: string): Promise<void> {
  const body = { channel: 'live', templateId: 'building-fire', target: { kind: 'all' }, minutes: null, requestId }
  expect((await cms.call('POST', '/api/alerts', { body, as: cms.local })).status).toBe(201)
}

const answer = (
  link: Link,
  kind: 'received' | 'shown' | 'seen',
  at: { epoch: number; revision: number },
  when: string,
) => {
  const { epoch, revision } = at
  const common = { channel: 'live', epoch, revision, at: when } as const
  const ack = kind === 'received' ? { ...common, kind, saved: true } : { ...common, kind }
  return new Promise<void>((resolve) => link.socket.emit('alert.acknowledged', ack, resolve))
}

async function timeline(cms: RunningCms, id: string): Promise<AlertTimeline> {
  return AlertTimeline.parse((await cms.call('GET', `/api/alerts/${id}/timeline`, { as: cms.local })).body)
}

onEachEngine((start) => {
  it('tells who raised and ended an alert, when displays showed it, and which never did', async () => {
    const cms = await start()
    const [quick, mute] = [await pairedPlayer(cms), await pairedPlayer(cms)]
    const link = await connectPlayer(cms, quick)
    await raise(cms, 'fire-1')
    const first = await link.until((s) => s.channel === 'live' && s.alerts.length === 1)
    await answer(link, 'received', first, '2026-11-22T00:00:01.000Z')
    await raise(cms, 'fire-2')
    const second = await link.until((s) => s.channel === 'live' && s.alerts.length === 2)
    // Painted together with the other alert only: that is shown, too.
    await answer(link, 'shown', second, '2026-11-22T09:00:02.000+09:00')
    await answer(link, 'seen', second, '2026-11-22T00:00:02.600Z')
    const end = { channel: 'live', as: 'cleared' }
    await cms.call('POST', '/api/alerts/operator:fire-1/end', { body: end, as: cms.local })
    const { alertId, channel, events } = await timeline(cms, 'operator:fire-1')
    expect({ alertId, channel }).toEqual({ alertId: 'operator:fire-1', channel: 'live' })
    expect(events.map(({ kind, actor, shown }) => ({ kind, actor, shown }))).toEqual([
      { kind: 'raised', actor: 'local:cli', shown: 1 },
      { kind: 'cleared', actor: 'local:cli', shown: 0 },
    ])
    expect(events[0]).toMatchObject({
      revision: first.revision,
      cause: 'template building-fire',
      approval: null,
      displays: 2,
      firstReceivedAt: '2026-11-22T00:00:01.000Z',
      lastShownAt: '2026-11-22T09:00:02.000+09:00',
      seen: 1,
      lastSeenAt: '2026-11-22T00:00:02.600Z',
      never: [{ displayId: mute.displayId }],
    })
    expect(events[1]?.never).toHaveLength(2)
  })

  it('knows nothing of an alert that never was', async () => {
    const cms = await start()
    const answered = await cms.call('GET', '/api/alerts/operator:never/timeline', { as: cms.local })
    expect(answered.status).toBe(404)
  })

  it('sends the newest state again to displays that have not shown it, and names who is out of reach', async () => {
    const cms = await start()
    const [silent, done, away] = [await pairedPlayer(cms), await pairedPlayer(cms), await pairedPlayer(cms)]
    const [a, b] = [await connectPlayer(cms, silent), await connectPlayer(cms, done)]
    await raise(cms, 'fire-3')
    const state = await a.until((s) => s.channel === 'live' && s.alerts.length === 1)
    await b.until((s) => s.revision === state.revision)
    await answer(b, 'shown', state, new Date().toISOString())
    const seen = (link: Link) => link.states.filter(({ revision }) => revision === state.revision).length
    const before = { a: seen(a), b: seen(b) }
    const sent = await cms.call('POST', '/api/alerts/resend', { body: { channel: 'live' }, as: cms.local })
    const { sentTo, outOfReach, revision } = ResendResult.parse(sent.body)
    expect(revision).toBe(state.revision)
    expect(sentTo.map(({ displayId }) => displayId)).toEqual([silent.displayId])
    expect(outOfReach.map(({ displayId }) => displayId)).toEqual([away.displayId])
    await expect.poll(() => seen(a)).toBe(before.a + 1)
    expect(seen(b)).toBe(before.b)
  })
})
