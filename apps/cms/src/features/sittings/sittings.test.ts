import { type AgendaItem, type SittingInput, type SittingStep, SittingView, TakeoverView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { onEachDatabase, openFreshSqlite } from '../../db/testing.ts'
import { council, PLAN, UTC } from './testing/council.ts'

onEachDatabase((open) => {
  describe('a sitting', () => {
    it('is in the programmes of its displays from the day before, with its feeds, and in no others', async () => {
      const { rig, planned, takeovers, told } = await council(open)
      const sitting = await planned()
      const { title, startsAt } = PLAN
      expect(rig.state.transcripts).toEqual([
        { id: sitting.captionsId, sittingId: sitting.id, title: title.ja, startsAt },
      ])
      expect(await takeovers()).toEqual([
        {
          startsAt: UTC('09:30'),
          endsAt: UTC('12:00'),
          scene: {
            kind: 'sitting',
            title: PLAN.title,
            sittingId: sitting.id,
            streamId: null,
            captionsId: sitting.captionsId,
          },
          feeds: [sitting.id, sitting.captionsId].toSorted(),
        },
      ])
      expect(await takeovers('library')).toEqual([])
      expect(await told()).toMatchObject({
        phase: 'planned',
        startsAt: PLAN.startsAt,
        title: PLAN.title,
        agenda: {
          first: [
            { number: '日程第1', title: { ja: '会議録署名議員の指名' } },
            { number: '議案第12号', title: { ja: '補正予算', en: 'Supplementary budget' } },
          ],
          count: 2,
        },
      })
    })

    it('goes from opening through recess to closing, and displays are told each step', async () => {
      const { rig, at, planned, step, takeovers, told } = await council(open)
      const { id } = await planned()
      at('10:01')
      await step(id, { kind: 'open' }, { kind: 'item', itemId: 'a2' }, { kind: 'speaker', speakerId: 's1' })
      const budget: AgendaItem = { number: '議案第12号', title: { ja: '補正予算', en: 'Supplementary budget' } }
      expect(await told()).toMatchObject({
        phase: 'inSession',
        item: budget,
        speaker: { name: { ja: '山田 花子' }, party: { ja: 'みどりの会' } },
      })
      expect(await told()).not.toHaveProperty('agenda')
      await step(id, { kind: 'recess', resumesAt: '2026-11-22T11:00:00+09:00' })
      expect(await told()).toMatchObject({
        phase: 'recess',
        resumesAt: '2026-11-22T11:00:00+09:00',
        item: budget,
        speaker: null,
      })
      at('11:02')
      await step(id, { kind: 'resume' })
      expect(await told()).toMatchObject({ phase: 'inSession', resumesAt: null, item: budget })
      at('11:20')
      const closed = await step(id, { kind: 'adjourn' })
      expect(closed).toMatchObject({ isOver: true, shown: { endsAt: UTC('11:30') } })
      expect(await told()).toMatchObject({ phase: 'adjourned', item: null, recordingUrl: PLAN.recordingUrl })
      expect(await takeovers()).toMatchObject([
        { startsAt: UTC('09:30'), endsAt: UTC('11:30'), adjournedAt: UTC('11:20') },
      ])
      expect(rig.state.audited.filter((action) => action.startsWith('sitting.'))).toEqual([
        'sitting.create',
        'sitting.open',
        'sitting.item',
        'sitting.speaker',
        'sitting.recess',
        'sitting.resume',
        'sitting.adjourn',
      ])
      expect(rig.state.announced).toContain('sittings')
    })

    it('goes back step by step, also from its closing, and then its displays have it again', async () => {
      const { rig, at, planned, step, takeovers, tick, view } = await council(open)
      const { id } = await planned({ closing: 'time' })
      at('10:00')
      await step(id, { kind: 'open' }, { kind: 'item', itemId: 'a1' }, { kind: 'item', itemId: 'a2' })
      const back = await step(id, { kind: 'undo' })
      expect(back.live).toMatchObject({ standing: { itemId: 'a1' }, undoes: { kind: 'item', itemId: 'a1' } })
      expect((await step(id, { kind: 'undo' })).live.standing).toMatchObject({ itemId: null, phase: 'inSession' })
      at('12:00')
      await tick()
      expect((await view(id)).live.standing.phase).toBe('adjourned')
      at('12:11')
      await rig.takeovers.housekeep()
      expect(await takeovers()).toEqual([])
      const again = await step(id, { kind: 'undo' })
      expect(again.live.standing).toMatchObject({ phase: 'inSession', byHand: true })
      await tick()
      expect(await takeovers()).toMatchObject([{ endsAt: UTC('15:00'), adjournedAt: undefined }])
      expect((await view(id)).live.standing.phase).toBe('inSession')
    })

    it('is deleted with its takeover, but not in session', async () => {
      const { rig, at, planned, step, takeovers } = await council(open)
      const first = await planned()
      const second = await planned()
      at('10:00')
      await step(first.id, { kind: 'open' })
      const refused = await rig.request('DELETE', `/api/sittings/${first.id}`, { as: 'approver' })
      expect(refused).toMatchObject({ status: 409, body: { code: 'in-use' } })
      expect((await rig.request('DELETE', `/api/sittings/${second.id}`, { as: 'approver' })).status).toBe(204)
      expect(await takeovers()).toHaveLength(1)
      expect((await rig.request('GET', `/api/sittings/${second.id}`)).status).toBe(404)
      expect(rig.state.transcripts).toMatchObject([{ sittingId: first.id }])
    })
  })
})

describe('a sitting, beside what it writes', () => {
  it('of next week waits until the day before', async () => {
    const { rig, planned, takeovers, tick } = await council(openFreshSqlite)
    await planned({ startsAt: '2026-11-29T10:00:00+09:00', endsAt: '2026-11-29T12:00:00+09:00' })
    expect(await takeovers()).toEqual([])
    rig.state.now = new Date('2026-11-28T09:31:00+09:00')
    await tick()
    expect(await takeovers()).toHaveLength(1)
    const before = rig.state.published.length
    await tick()
    expect(rig.state.published).toHaveLength(before)
  })

  it('gives its displays back to the schedule some minutes after its closing', async () => {
    const { rig, at, planned, step, takeovers, tick } = await council(openFreshSqlite)
    const { id } = await planned()
    at('10:00')
    await step(id, { kind: 'open' }, { kind: 'adjourn' })
    at('10:11')
    await rig.takeovers.housekeep()
    await tick()
    expect(await takeovers()).toEqual([])
    expect(await takeovers('library')).toEqual([])
  })

  it('keeps its displays while it takes longer than planned', async () => {
    const { at, planned, step, takeovers, tick } = await council(openFreshSqlite)
    const { id } = await planned()
    at('10:00')
    await step(id, { kind: 'open' })
    at('14:40')
    await tick()
    expect(await takeovers()).toMatchObject([{ endsAt: UTC('17:00') }])
  })

  it('refuses steps that do not follow from where it stands, in a sentence', async () => {
    const { planned, send } = await council(openFreshSqlite)
    const { id } = await planned()
    const refusal = async (step: SittingStep) => {
      const { status, body } = await send(id, step, 0)
      return [status, z.object({ detail: z.string() }).parse(body).detail]
    }
    expect(await refusal({ kind: 'recess', resumesAt: null })).toEqual([409, expect.stringContaining('まだ開会')])
    expect(await refusal({ kind: 'adjourn' })).toEqual([409, expect.stringContaining('まだ開会')])
    expect(await refusal({ kind: 'item', itemId: 'none' })).toEqual([409, expect.stringContaining('予定にありません')])
    expect(await refusal({ kind: 'undo' })).toEqual([409, expect.stringContaining('取り消せる')])
    expect((await send('none', { kind: 'open' }, 0)).status).toBe(404)
  })

  it('opens by time, and is opened once whoever looks', async () => {
    const { rig, at, planned, tick, view } = await council(openFreshSqlite)
    const { id } = await planned({ opening: 'time' })
    at('09:59')
    await tick()
    expect((await view(id)).live.version).toBe(0)
    at('10:00')
    await Promise.all([tick(), tick()])
    expect((await view(id)).live).toMatchObject({ version: 1, last: { by: 'source:sitting-time' } })
    expect(rig.state.audited.filter((action) => action === 'sitting.open')).toHaveLength(1)
  })

  it('opens and closes with its stream', async () => {
    const { rig, at, planned, tick, view } = await council(openFreshSqlite)
    const stream = await rig.request('POST', '/api/streams', {
      body: { title: { ja: '議会中継' }, url: 'https://stream.example.jp/live.m3u8' },
    })
    const { id: streamId } = z.object({ id: z.string() }).parse(stream.body)
    const { id } = await planned({ streamId, opening: 'stream', closing: 'stream' })
    const refused = await rig.request('DELETE', `/api/streams/${streamId}`)
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'in-use', detail: expect.stringContaining('定例会') },
    })
    at('10:03')
    rig.state.streams.set(streamId, { state: 'live', sinceMs: rig.state.now.getTime() - 1000 })
    await tick()
    expect((await view(id)).live.last).toMatchObject({ by: 'source:sitting-stream', step: { kind: 'open' } })
    at('11:30')
    rig.state.streams.set(streamId, { state: 'ended', sinceMs: rig.state.now.getTime() - 1000 })
    await tick()
    expect((await view(id)).live.standing).toMatchObject({ phase: 'adjourned', adjournedAt: UTC('11:30') })
  })

  it('stays off displays where a person ended its takeover, until a person opens it', async () => {
    const { rig, at, planned, step, takeovers, tick } = await council(openFreshSqlite)
    const { id } = await planned()
    at('09:40')
    const ended = await rig.request('POST', `/api/takeovers/${id}/end`, { as: 'approver' })
    expect(TakeoverView.parse(ended.body).state).toBe('ended')
    await tick()
    expect(await takeovers()).toEqual([])
    at('10:00')
    await step(id, { kind: 'open' })
    expect(await takeovers()).toHaveLength(1)
  })

  it('alone says when its takeover ends', async () => {
    const { rig, planned } = await council(openFreshSqlite)
    const { id } = await planned()
    const body = { endsAt: '2026-11-22T20:00:00+09:00', version: 1 }
    const moved = await rig.request('PATCH', `/api/takeovers/${id}`, { as: 'approver', body })
    expect(moved).toMatchObject({ status: 400, body: { errors: [{ path: 'endsAt' }] } })
  })

  it('is changed while it goes on, at once on its displays, and keeps what is on them', async () => {
    const { rig, at, planned, step, told } = await council(openFreshSqlite)
    const { id } = await planned()
    at('10:00')
    const open1 = await step(id, { kind: 'open' }, { kind: 'item', itemId: 'a2' })
    const put = (changes: Partial<SittingInput>) =>
      rig.request('PUT', `/api/sittings/${id}`, { as: 'approver', body: { ...PLAN, version: 1, ...changes } })
    expect(await put({ agenda: PLAN.agenda.slice(0, 1) })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'agenda' }] },
    })
    const agenda = PLAN.agenda.map((each) =>
      each.id === 'a2' ? { ...each, title: { ja: '補正予算（第3号）' } } : each,
    )
    const changed = SittingView.parse((await put({ agenda })).body)
    expect(changed).toMatchObject({ version: 2, live: open1.live })
    expect(await told()).toMatchObject({ item: { title: { ja: '補正予算（第3号）' } } })
    expect((await put({ agenda })).body).toMatchObject({ code: 'conflict' })
  })

  it('is refused with the field that cannot be', async () => {
    const { rig } = await council(openFreshSqlite)
    const pathOf = async (changes: Partial<SittingInput>) => {
      const { status, body } = await rig.request('POST', '/api/sittings', {
        as: 'approver',
        body: { ...PLAN, ...changes },
      })
      return [status, z.object({ errors: z.array(z.object({ path: z.string() })) }).parse(body).errors[0]?.path]
    }
    expect(await pathOf({ endsAt: PLAN.startsAt })).toEqual([400, 'endsAt'])
    expect(await pathOf({ streamId: 'none' })).toEqual([400, 'streamId'])
    expect(await pathOf({ opening: 'stream' })).toEqual([400, 'streamId'])
    expect(await pathOf({ agenda: [...PLAN.agenda, ...PLAN.agenda] })).toEqual([400, 'agenda.2'])
    expect(await pathOf({ targets: { displayIds: ['nowhere'], groups: [] } })).toEqual([400, 'targets'])
    expect((await rig.request('GET', '/api/sittings')).body).toEqual([])
  })

  it('is planned by those who may take displays over, and led by whoever composes, each for their own displays', async () => {
    const { rig, at, planned, send } = await council(openFreshSqlite)
    expect((await rig.request('POST', '/api/sittings', { as: 'editor', body: PLAN })).status).toBe(403)
    const others = await rig.request('POST', '/api/sittings', { as: 'approver', groups: ['図書館'], body: PLAN })
    expect(others.body).toMatchObject({ code: 'not-yours' })
    const { id } = await planned()
    at('10:00')
    expect((await send(id, { kind: 'open' }, 0, { as: 'viewer' })).status).toBe(403)
    expect((await send(id, { kind: 'open' }, 0, { groups: ['図書館'] })).body).toMatchObject({ code: 'not-yours' })
    expect((await send(id, { kind: 'open' }, 0)).status).toBe(200)
  })
})
