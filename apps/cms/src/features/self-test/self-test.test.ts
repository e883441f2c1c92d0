import { AlertDesk, SelfTestBoard, SelfTestRun } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachEngine, type RunningCms, startCms } from '../../testing/running-cms.ts'
import { connectPlayer, pairedPlayer, type TestPlayer } from '../../testing/test-player.ts'

const soon = { timeout: 8000, interval: 50 }

async function canaryOf(cms: RunningCms): Promise<TestPlayer> {
  const player = await pairedPlayer(cms)
  await cms.call('PATCH', `/api/displays/${player.displayId}`, { body: { canary: true }, as: cms.local })
  return player
}

async function board(cms: RunningCms): Promise<SelfTestBoard> {
  return SelfTestBoard.parse((await cms.call('GET', '/api/self-test', { as: cms.local })).body)
}

/** Answers to every state of the drill channel as an agent and its screen do. */
async function answering(cms: RunningCms, player: TestPlayer, kinds: readonly ('received' | 'shown')[]) {
  const link = await connectPlayer(cms, player)
  link.socket.on('alert.state', () => {
    const state = link.states.at(-1)
    if (state?.channel !== 'drill') return
    const { channel, epoch, revision } = state
    const at = new Date().toISOString()
    for (const kind of kinds) {
      const ack = kind === 'received' ? { kind, saved: true } : { kind }
      link.socket.emit('alert.acknowledged', { ...ack, channel, epoch, revision, at }, () => undefined)
    }
  })
  return link
}

onEachEngine((start) => {
  it('takes a test message to the hidden display alone and measures each stage', async () => {
    const cms = await start()
    const [lobby, canary] = [await pairedPlayer(cms), await canaryOf(cms)]
    const link = await answering(cms, canary, ['received', 'shown'])
    const answer = await cms.call('POST', '/api/self-test/run', { as: cms.local })
    const run = SelfTestRun.parse(answer.body)
    expect(run).toMatchObject({ outcome: 'passed', cause: 'byHand', displayId: canary.displayId, reason: null })
    expect(run.broadcastMs).toBeLessThanOrEqual(run.shownMs ?? -1)
    expect(run.shownMs).toBeLessThan(5000)
    const sent = link.states.find(({ channel, alerts }) => channel === 'drill' && alerts.length === 1)
    expect(sent?.alerts[0]?.target).toEqual({ kind: 'displays', displayIds: [canary.displayId] })
    expect(link.states.filter(({ channel }) => channel === 'live').flatMap(({ alerts }) => alerts)).toEqual([])
    expect(await board(cms)).toMatchObject({ canary: { displayId: canary.displayId }, alarm: null, runs: [run] })
    const metrics = String((await cms.call('GET', '/metrics', { as: cms.local })).body)
    expect(metrics).toContain('akari_self_test_runs_total{outcome="passed"} 1')
    const desk = AlertDesk.parse((await cms.call('GET', '/api/alerts/desk', { as: cms.local })).body)
    expect(desk.live.deliveries.map(({ displayId }) => displayId)).toEqual([lobby.displayId])
  })

  it('runs by itself once a night at the hour it is set to', async () => {
    let now = new Date('2026-11-22T03:29:30+09:00')
    const cms = await start({ now: () => now })
    await answering(cms, await canaryOf(cms), ['received', 'shown'])
    const settings = { nightlyAt: '03:30', everyFiveMinutes: false }
    expect((await cms.call('PUT', '/api/self-test/settings', { body: settings, as: cms.local })).body).toEqual(settings)
    expect((await board(cms)).settings).toEqual(settings)
    now = new Date('2026-11-22T03:30:05+09:00')
    await expect.poll(async () => (await board(cms)).runs.length, { timeout: 15_000, interval: 200 }).toBe(1)
    await expect
      .poll(async () => (await board(cms)).runs[0], soon)
      .toMatchObject({ cause: 'nightly', outcome: 'passed' })
  })

  it('asks for a hidden display where there is none', async () => {
    const cms = await start()
    await pairedPlayer(cms)
    expect((await board(cms)).canary).toBeNull()
    const answer = await cms.call('POST', '/api/self-test/run', { as: cms.local })
    expect(answer).toMatchObject({ status: 422, body: { code: 'drill-refused' } })
  })
})

it('fails with its reason when the message arrives but is not shown, and alarms', async () => {
  const cms = await startCms()
  await answering(cms, await canaryOf(cms), ['received'])
  const run = SelfTestRun.parse((await cms.call('POST', '/api/self-test/run', { as: cms.local })).body)
  expect(run).toMatchObject({ outcome: 'failed', reason: 'not-shown', shownMs: null })
  expect((await board(cms)).alarm).toMatchObject({ kind: 'failed', reason: 'not-shown' })
})
