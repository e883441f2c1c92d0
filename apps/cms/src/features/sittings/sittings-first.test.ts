import { direct, NO_WINDOWS } from '@akari/programme'
import { Programme, type SittingInput } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { council } from './testing/council.ts'

const COMMITTEE = { ja: '予算特別委員会' }
const AFTERNOON = { ja: '総務委員会' }
const times = (from: string, to: string): Pick<SittingInput, 'startsAt' | 'endsAt'> => ({
  startsAt: `2026-11-22T${from}:00+09:00`,
  endsAt: `2026-11-22T${to}:00+09:00`,
})

onEachDatabase((open) => {
  it('a sitting in session keeps its displays from the words before and after others, and has them back at once', async () => {
    const { rig, at, planned, step, tick } = await council(open)
    const glass = async (): Promise<string | undefined> => {
      await tick()
      const programme = Programme.parse((await rig.request('GET', '/api/displays/lobby/programme')).body)
      const instant = rig.state.now.toISOString()
      const visitor = { language: 'ja', touchedAtMs: null } as const
      const link = { state: 'online', since: instant } as const
      const here = { displayId: 'lobby', visitor, link, power: 'mains' } as const
      const alerts = { live: null, drill: null }
      const clock = { instant, trust: 'synced', monotonicMs: 0, bootId: 'boot' } as const
      const { scene } = direct({ programme, windows: NO_WINDOWS, alerts, ...here }, clock)
      return scene.kind === 'sitting' ? scene.title.ja : undefined
    }
    const { id: plenary, title } = await planned()
    at('09:45')
    expect(await glass()).toBe(title.ja)
    at('10:00')
    await step(plenary, { kind: 'open' })
    const { id: committee } = await planned({ title: COMMITTEE, ...times('10:30', '12:00'), afterMinutes: 60 })
    at('10:15')
    expect(await glass()).toBe(title.ja)
    await step(plenary, { kind: 'recess', resumesAt: null })
    expect(await glass()).toBe(title.ja)
    at('10:31')
    await step(committee, { kind: 'open' })
    expect(await glass()).toBe(COMMITTEE.ja)
    await step(plenary, { kind: 'resume' })
    expect(await glass()).toBe(COMMITTEE.ja)
    at('10:35')
    expect((await rig.request('POST', `/api/sittings/${plenary}/show`, { as: 'viewer' })).status).toBe(403)
    const forward = await rig.request('POST', `/api/sittings/${plenary}/show`)
    // For whoever is told which of the two is shown.
    expect(forward).toMatchObject({ status: 200, body: { broughtAt: '2026-11-22T01:35:00.000Z' } })
    expect(await glass()).toBe(title.ja)
    await step(plenary, { kind: 'recess', resumesAt: null })
    expect(await glass()).toBe(title.ja)
    at('10:37')
    await rig.request('POST', `/api/sittings/${committee}/show`)
    expect(await glass()).toBe(COMMITTEE.ja)
    await step(plenary, { kind: 'resume' })
    expect(await glass()).toBe(COMMITTEE.ja)
    at('10:40')
    await step(committee, { kind: 'adjourn' })
    expect(await glass()).toBe(title.ja)
    const { id: afternoon } = await planned({ title: AFTERNOON, ...times('11:20', '12:00') })
    at('11:00')
    // What is not in session comes before nothing.
    await rig.request('POST', `/api/sittings/${afternoon}/show`)
    expect(await glass()).toBe(title.ja)
    await step(plenary, { kind: 'adjourn' })
    expect(await glass()).toBe(AFTERNOON.ja)
    await step(plenary, { kind: 'undo' })
    expect(await glass()).toBe(title.ja)
  })
})
