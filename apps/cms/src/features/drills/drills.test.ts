import { DrillBoard, type DrillInput, DrillPlan, DrillRun, DryRun, Practice } from '@akari/protocol'
import { expect, it } from 'vitest'
import { type Caller, onEachEngine, type RunningCms, startCms } from '../../testing/running-cms.ts'
import { freshPostgres, postgresServer } from '../../db/testing.ts'
import { connectPlayer, pairedPlayer } from '../../testing/test-player.ts'
import { staffOf } from '../testing/staff.ts'

const MONDAY = '2026-11-30T10:00:00+09:00'
const minutesBefore = (minutes: number) => new Date(Date.parse(MONDAY) - minutes * 60_000)
const soon = { timeout: 8000, interval: 50 }

const PLAN: DrillInput = {
  name: '毎月の訓練',
  steps: [
    {
      afterSeconds: 0,
      matter: { kind: 'telegram', telegram: 'vxse43-warning.xml' },
      endAfterSeconds: 20,
    },
    { afterSeconds: 30, matter: { kind: 'template', templateId: 'building-evacuation' }, endAfterSeconds: null },
  ],
  target: { kind: 'all' },
  when: { kind: 'once', at: '2026-11-30T10:00' },
  autoEndMinutes: 2,
  note: '',
  version: 0,
}

async function write(cms: RunningCms, as: Caller, plan: Partial<DrillInput> = {}): Promise<DrillPlan> {
  const answer = await cms.call('POST', '/api/drills', { body: { ...PLAN, ...plan }, as })
  return DrillPlan.parse(answer.body)
}

async function check(cms: RunningCms, as: Caller, plan: DrillPlan): Promise<DrillPlan> {
  const body = { version: plan.version }
  return DrillPlan.parse((await cms.call('POST', `/api/drills/${plan.id}/check`, { body, as })).body)
}

async function board(cms: RunningCms): Promise<DrillBoard> {
  return DrillBoard.parse((await cms.call('GET', '/api/drills', { as: cms.local })).body)
}

async function result(cms: RunningCms, runId: string | undefined): Promise<DrillRun> {
  return DrillRun.parse((await cms.call('GET', `/api/drills/runs/${runId}`, { as: cms.local })).body)
}

onEachEngine((start) => {
  it('runs a checked plan at its time, step by step, and knows who received and showed it', async () => {
    let now = minutesBefore(5)
    const cms = await start({ now: () => now })
    const [sato, tanaka] = [await staffOf(cms, 'sato', 'disaster'), await staffOf(cms, 'tanaka', 'disaster')]
    const player = await pairedPlayer(cms)
    const link = await connectPlayer(cms, player)
    const plan = await write(cms, sato)
    expect(plan).toMatchObject({ state: 'draft', version: 1, checked: null, nextAt: null })
    const own = await cms.call('POST', `/api/drills/${plan.id}/check`, { body: { version: 1 }, as: sato })
    expect(own).toMatchObject({ status: 422, body: { code: 'drill-refused' } })
    expect(await check(cms, tanaka, plan)).toMatchObject({
      state: 'scheduled',
      checked: { name: 'user:tanaka' },
      nextAt: '2026-11-30T01:00:00.000Z',
    })

    now = new Date(MONDAY)
    const eew = await link.until((s) => s.channel === 'drill' && s.alerts[0]?.hazard === 'earthquake-early-warning')
    expect(eew.alerts[0]).toMatchObject({ phase: 'inForce', target: { kind: 'all' } })
    const { epoch, revision } = eew
    const at = new Date(Date.parse(eew.issuedAt) + 140).toISOString()
    for (const ack of [
      { kind: 'received', channel: 'drill', epoch, revision, saved: true, at },
      { kind: 'shown', channel: 'drill', epoch, revision, at },
    ] as const) {
      await new Promise<void>((resolve) => link.socket.emit('alert.acknowledged', ack, resolve))
    }
    expect((await board(cms)).plans).toMatchObject([{ state: 'running' }])
    now = new Date(Date.parse(MONDAY) + 31_000)
    await link.until((s) => s.alerts.some((a) => a.phase === 'inForce' && a.hazard === 'evacuation'))
    now = new Date(Date.parse(MONDAY) + 121_000)
    await expect.poll(async () => (await board(cms)).plans[0]?.state, soon).toBe('done')
    const [run] = (await board(cms)).runs
    expect(run).toMatchObject({ cause: 'schedule', state: 'done', end: { because: 'over' }, displays: 1 })
    expect(await result(cms, run?.id)).toMatchObject({
      meant: [{ displayId: player.displayId }],
      steps: [
        { step: 0, revision, answers: [{ receivedAt: at, shownAt: at }] },
        { step: 1, answers: [{ shownAt: null }] },
      ],
    })
    expect(link.states.filter(({ channel }) => channel === 'live').flatMap(({ alerts }) => alerts)).toEqual([])
  })

  it('never runs an unchecked plan, also not one that was changed after its check', async () => {
    let now = minutesBefore(5)
    const cms = await start({ now: () => now })
    const [sato, tanaka] = [await staffOf(cms, 'sato', 'disaster'), await staffOf(cms, 'tanaka', 'disaster')]
    await pairedPlayer(cms)
    const unchecked = await write(cms, sato, { name: '確認前' })
    const changed = await check(cms, tanaka, await write(cms, sato))
    const body = { ...PLAN, note: '変更', version: changed.version }
    const after = DrillPlan.parse((await cms.call('PUT', `/api/drills/${changed.id}`, { body, as: sato })).body)
    expect(after).toMatchObject({ state: 'draft', checked: null, nextAt: null, version: 2 })
    const late = await cms.call('POST', `/api/drills/${changed.id}/check`, { body: { version: 1 }, as: tanaka })
    expect(late.body).toMatchObject({ code: 'conflict' })
    now = new Date(MONDAY)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect((await board(cms)).runs).toEqual([])
    for (const { id } of [unchecked, changed]) {
      expect((await cms.call('POST', `/api/drills/${id}/run`, { as: tanaka })).body).toMatchObject({
        code: 'drill-refused',
      })
    }
  })

  it('ends at once when a live alert takes the glass, and starts none while it has it', async () => {
    const cms = await start()
    const [sato, tanaka] = [await staffOf(cms, 'sato', 'disaster'), await staffOf(cms, 'tanaka', 'disaster')]
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    const plan = await check(cms, tanaka, await write(cms, sato, { when: { kind: 'byHand' } }))
    expect(plan.state).toBe('checked')
    const run = DrillRun.parse((await cms.call('POST', `/api/drills/${plan.id}/run`, { as: sato })).body)
    expect(run).toMatchObject({ state: 'running', by: 'user:sato', cause: 'byHand' })
    await link.until((s) => s.channel === 'drill' && s.alerts.some(({ phase }) => phase === 'inForce'))
    const fire = { channel: 'live', templateId: 'building-fire', target: { kind: 'all' }, minutes: null }
    await cms.call('POST', '/api/alerts', { body: { ...fire, requestId: 'real' }, as: cms.local })
    await expect.poll(async () => (await result(cms, run.id)).state, soon).toBe('aborted')
    expect(await result(cms, run.id)).toMatchObject({ end: { because: 'live-alert', alertId: 'operator:real' } })
    await link.until(
      (s) => s.channel === 'drill' && s.revision > (run.steps[0]?.revision ?? 0) && s.alerts[0]?.phase === 'cancelled',
    )
    expect((await board(cms)).blockedBy).toMatchObject({ alertId: 'operator:real' })
    const again = await cms.call('POST', `/api/drills/${plan.id}/run`, { as: sato })
    expect(again).toMatchObject({ status: 422, body: { code: 'drill-refused' } })
  })

  it('leaves out one occurrence on request, and can be stopped by hand', async () => {
    const now = minutesBefore(5)
    const cms = await start({ now: () => now })
    const [sato, tanaka] = [await staffOf(cms, 'sato', 'disaster'), await staffOf(cms, 'tanaka', 'disaster')]
    await pairedPlayer(cms)
    const when = { kind: 'monthly', nth: -1, weekday: 'MO', time: '10:00', skipClosedDays: true } as const
    const plan = await check(cms, tanaka, await write(cms, sato, { when }))
    const skip = (at: string | null) => cms.call('POST', `/api/drills/${plan.id}/skip`, { body: { at }, as: sato })
    expect((await skip(plan.nextAt)).body).toMatchObject({ state: 'scheduled', nextAt: '2026-12-28T01:00:00.000Z' })
    expect((await skip(plan.nextAt)).body).toMatchObject({ code: 'conflict' })
    const run = DrillRun.parse((await cms.call('POST', `/api/drills/${plan.id}/run`, { as: sato })).body)
    const stopped = await cms.call('POST', `/api/drills/runs/${run.id}/stop`, { as: tanaka })
    expect(stopped.body).toMatchObject({ state: 'aborted', end: { because: 'stopped', by: 'user:tanaka' } })
  })

  it('tells dry what would be signed for whom, and sends nothing', async () => {
    const cms = await start()
    const player = await pairedPlayer(cms)
    const link = await connectPlayer(cms, player)
    const before = await link.until((s) => s.channel === 'drill')
    const { version: _version, ...draft } = PLAN
    const answer = await cms.call('POST', '/api/drills/dry-run', { body: { draft, at: null }, as: cms.local })
    const dry = DryRun.parse(answer.body)
    expect(dry.displayIds).toEqual([player.displayId])
    const own = dry.frames.filter(({ what }) => what.every(({ kind }) => kind !== 'goesOn'))
    expect(own.map(({ afterSeconds }) => afterSeconds)).toEqual([0, 20, 30, 120])
    const [first, second, , last] = own
    expect(first?.state.channel).toBe('drill')
    // The policy speaks here, too: after the early warning it has the displays wait for the intensity.
    expect(first?.state.alerts[0]).toMatchObject({ phase: 'inForce', handling: { sound: { chime: 'none' } } })
    expect(second?.state.alerts[0]?.phase).toBe('cleared')
    expect(last?.state.alerts.every(({ phase }) => phase === 'cleared')).toBe(true)
    expect(link.states.filter(({ channel }) => channel === 'drill')).toEqual([before])
    // Displays that staff chose are those, whatever groups the policy names for such a warning.
    const chosen = { ...draft, target: { kind: 'displays', displayIds: [player.displayId] } }
    const some = await cms.call('POST', '/api/drills/dry-run', { body: { draft: chosen, at: null }, as: cms.local })
    expect(DryRun.parse(some.body).frames[0]?.state.alerts[0]?.target).toEqual(chosen.target)
  })

  it('needs two people: what was made on the server is gone through by one before another confirms it', async () => {
    const cms = await start()
    const [sato, tanaka] = [await staffOf(cms, 'sato', 'disaster'), await staffOf(cms, 'tanaka', 'disaster')]
    const plan = await write(cms, cms.local, { when: { kind: 'byHand' } })
    const alone = await cms.call('POST', `/api/drills/${plan.id}/check`, { body: { version: 1 }, as: sato })
    expect(alone.body).toMatchObject({ code: 'drill-refused' })
    const body = { ...PLAN, when: { kind: 'byHand' }, version: 1 }
    const saved = DrillPlan.parse((await cms.call('PUT', `/api/drills/${plan.id}`, { body, as: sato })).body)
    expect(await check(cms, tanaka, saved)).toMatchObject({ state: 'checked' })
  })

  it('refuses what makes no sense, and what other roles ask for', async () => {
    const cms = await start()
    const viewer = await staffOf(cms, 'viewer', 'viewer')
    const post = (body: object, as: Caller) => cms.call('POST', '/api/drills', { body: { ...PLAN, ...body }, as })
    expect((await post({}, viewer)).status).toBe(403)
    expect((await post({ when: { kind: 'once', at: '2020-01-01T10:00' } }, cms.local)).body).toMatchObject({
      code: 'rule-refused',
    })
    const step = { afterSeconds: 0, endAfterSeconds: null }
    const unknown = [{ ...step, matter: { kind: 'template', templateId: 'none' } }]
    const late = [{ ...step, afterSeconds: 600, matter: { kind: 'template', templateId: 'test-message' } }]
    for (const steps of [unknown, late]) {
      expect((await post({ steps, when: { kind: 'byHand' } }, cms.local)).body).toMatchObject({ code: 'drill-refused' })
    }
    expect((await post({ autoEndMinutes: 61 }, cms.local)).status).toBe(400)
  })

  it('counts a drill raised or a plan checked as practice', async () => {
    const cms = await start()
    const [sato, tanaka] = [await staffOf(cms, 'sato', 'disaster'), await staffOf(cms, 'tanaka', 'disaster')]
    await staffOf(cms, 'yamada', 'disaster')
    await pairedPlayer(cms)
    const plan = await check(cms, tanaka, await write(cms, sato, { when: { kind: 'byHand' } }))
    await cms.call('POST', `/api/drills/${plan.id}/run`, { as: sato })
    const practice = Practice.array().parse((await cms.call('GET', '/api/drills/practice', { as: sato })).body)
    const byName = Object.fromEntries(practice.map(({ name, last }) => [name, last?.what ?? null]))
    expect(byName).toEqual({ sato: 'raised', tanaka: 'checked', yamada: null })
  })
})

it('is held once by two servers on one database, and both know of it', async () => {
  let now = minutesBefore(5)
  const url = await freshPostgres(postgresServer())
  const one = await startCms(url, { now: () => now })
  const other = await startCms(url, { now: () => now, beside: one })
  const [sato, tanaka] = [await staffOf(one, 'sato', 'disaster'), await staffOf(other, 'tanaka', 'disaster')]
  const link = await connectPlayer(other, await pairedPlayer(one))
  const steps = [
    { afterSeconds: 0, matter: { kind: 'template' as const, templateId: 'building-fire' }, endAfterSeconds: null },
  ]
  await check(other, tanaka, await write(one, sato, { steps }))
  now = new Date(MONDAY)
  const shown = await link.until((s) => s.channel === 'drill' && s.alerts.length > 0)
  expect(shown.alerts).toHaveLength(1)
  await new Promise((resolve) => setTimeout(resolve, 2500))
  const [here, there] = [await board(one), await board(other)]
  expect(here.runs).toMatchObject([{ state: 'running', displays: 1 }])
  expect(there.runs).toEqual(here.runs)
  expect(link.states.filter(({ channel, alerts }) => channel === 'drill' && alerts.length > 0)).toHaveLength(1)
})
