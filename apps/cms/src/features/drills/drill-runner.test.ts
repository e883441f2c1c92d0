import { ALERT_TEMPLATES } from '@akari/alerts'
import { createLogger } from '@akari/node-kit'
import type { DisplayView, DrillDraft, RaiseAlert } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { LOBBY } from '../../testing/test-player.ts'
import { operatorAlert } from '../alerts/operator-alert.ts'
import { drillRunner } from './drill-runner.ts'
import { drillsStore } from './drills.store.ts'
import type { DrillDesk } from './drill-matter.ts'

const AT = Date.parse('2026-11-30T01:00:00.000Z')
const DRAFT: DrillDraft = {
  name: '二台のサーバー',
  steps: [
    { afterSeconds: 0, matter: { kind: 'template', templateId: 'building-fire' }, endAfterSeconds: null },
    { afterSeconds: 30, matter: { kind: 'template', templateId: 'test-message' }, endAfterSeconds: null },
  ],
  target: { kind: 'all' },
  when: { kind: 'once', at: '2026-11-30T10:00' },
  autoEndMinutes: 2,
  note: '',
}
const DISPLAY: DisplayView = {
  id: 'lobby',
  ...LOBBY,
  groups: [],
  tags: [],
  defaultPlaylistId: null,
  status: 'online',
  lastSeenAt: null,
  pairedAt: null,
  publishedRevision: null,
  health: null,
}

onEachDatabase((open) => {
  async function rig() {
    const store = drillsStore((await open()).main)
    const raised: RaiseAlert[] = []
    const ended: string[] = []
    let [nowMs, revision] = [AT, 1]
    const sent = () => ({ epoch: 1, revision: revision++, issuedAt: new Date(nowMs).toISOString() })
    const desk: DrillDesk = {
      rehearse: (_actor, input, at) => {
        const template = ALERT_TEMPLATES.find(({ id }) => id === input.templateId)
        if (template === undefined) return null
        const { hazard, level, presentation, words } = template
        const press = { id: input.requestId, channel: 'drill' as const, target: input.target, minutes: input.minutes }
        return operatorAlert(
          { hazard, level, presentation, words },
          { ...press, endsBy: 'clock', issuer: { ja: '市' }, by: 'test', at, approval: null },
        )
      },
      raise: (_actor, input) => {
        raised.push(input)
        return Promise.resolve(sent())
      },
      telegramAlert: () => null,
      raiseAlert: () => Promise.resolve(sent()),
      end: (_actor, id) => {
        ended.push(id)
        return Promise.resolve(sent())
      },
    }
    let ids = 0
    const node = (name: string) =>
      drillRunner({
        store,
        desk,
        displays: () => Promise.resolve([DISPLAY]),
        holidays: () => Promise.resolve([]),
        timeZone: 'Asia/Tokyo',
        liveAlert: () => null,
        node: name,
        announce: () => undefined,
        audit: () => Promise.resolve(),
        now: () => new Date(nowMs),
        newId: () => `run-${name}-${++ids}`,
        log: createLogger('test', { level: 'silent' }),
      })
    await store.insertPlan({
      id: 'plan',
      version: 1,
      draft: DRAFT,
      changed: { name: 'user:sato', at: new Date(AT).toISOString() },
      checked: null,
      nextAt: null,
    })
    await store.checkPlan(
      'plan',
      1,
      { name: 'user:tanaka', at: new Date(AT).toISOString() },
      new Date(AT).toISOString(),
    )
    return { store, raised, ended, node, at: (ms: number) => (nowMs = ms) }
  }

  it('is run once by two servers that look at the same moment', async () => {
    const { store, raised, ended, node, at } = await rig()
    const [one, other] = [node('one'), node('other')]
    await Promise.all([one.tick(), other.tick()])
    expect(await store.runs(10)).toHaveLength(1)
    at(AT + 31_000)
    await Promise.all([one.tick(), other.tick()])
    expect(raised.map(({ templateId }) => templateId)).toEqual(['building-fire', 'test-message'])
    expect(raised.every(({ channel }) => channel === 'drill')).toBe(true)
    at(AT + 120_000)
    await Promise.all([one.tick(), other.tick()])
    expect(await store.runs(10)).toMatchObject([{ state: 'done' }])
    expect(new Set(ended).size).toBe(2)
  })

  it('is led on by the other server when the first has gone', async () => {
    const { store, raised, node, at } = await rig()
    await node('gone').tick()
    const other = node('other')
    at(AT + 5_000)
    await other.tick()
    expect(raised).toHaveLength(1)
    at(AT + 31_000)
    await other.tick()
    expect(raised).toHaveLength(2)
    expect(await store.runs(10)).toMatchObject([{ state: 'running', steps: [{ step: 0 }, { step: 1 }] }])
  })

  it('does not make up for a start that nobody was there for', async () => {
    const { store, raised, node, at } = await rig()
    at(AT + 10 * 60_000)
    await node('late').tick()
    expect(raised).toEqual([])
    expect(await store.runs(10)).toMatchObject([{ state: 'aborted', end: { because: 'missed' } }])
  })
})
