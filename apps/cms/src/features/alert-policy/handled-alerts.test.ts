import { DEFAULT_POLICY } from '@akari/alerts'
import { sampleTelegram } from '@akari/content-samples'
import { type Alert, AlertDesk, type AlertPolicy, type AlertState, DisplayView, type PolicyRule } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachEngine, type RunningCms } from '../../testing/running-cms.ts'
import { connectPlayer, pairedPlayer } from '../../testing/test-player.ts'

/** A CAP message for the city, sent a moment ago. `level`: 警戒レベル, where the hazard has one. */
function capXml(event: string, { level, severity, drill }: { level?: number; severity?: string; drill?: boolean }) {
  const code =
    level === undefined ? '' : `<eventCode><valueName>koganei:level</valueName><value>${level}</value></eventCode>`
  const sent = new Date().toISOString().replace(/\.\d+Z$/, '+00:00')
  return `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${encodeURIComponent(event)}-${level ?? severity}</identifier>
<sender>bousai@city.example</sender><sent>${sent}</sent><status>${drill === true ? 'Exercise' : 'Actual'}</status>
<msgType>Alert</msgType><scope>Public</scope><info><category>Met</category><event>${event}</event><urgency>Immediate</urgency>
<severity>${severity ?? 'Moderate'}</severity><certainty>Likely</certainty>${code}<area><areaDesc>小金井市</areaDesc><geocode>
<valueName>JMA-AreaInformationCity</valueName><value>1321000</value></geocode></area></info></alert>`
}

async function ingest(cms: RunningCms, xml: string): Promise<void> {
  const answer = await cms.call('POST', '/api/alerts/telegrams', { raw: new TextEncoder().encode(xml), as: cms.local })
  expect(answer).toMatchObject({ status: 200, body: { outcome: 'raised' } })
}

async function save(cms: RunningCms, basedOn: number, id: string, act: Partial<PolicyRule['act']>): Promise<void> {
  const policy: AlertPolicy = {
    rules: DEFAULT_POLICY.rules.map((rule) => (rule.id === id ? { ...rule, act: { ...rule.act, ...act } } : rule)),
  }
  const answer = await cms.call('PUT', '/api/alerts/policy', { body: { basedOn, note: '', policy }, as: cms.local })
  expect(answer.status).toBe(200)
}

async function desk(cms: RunningCms): Promise<AlertDesk> {
  return AlertDesk.parse((await cms.call('GET', '/api/alerts/desk', { as: cms.local })).body)
}

/** Event of the message, hazard, its level or severity, and the rule of the shipped table that must decide. */
const EVENTS: readonly [string, Alert['hazard'], { level?: number; severity?: string }, string][] = [
  ['緊急地震速報', 'earthquake-early-warning', { severity: 'Extreme' }, 'eew'],
  ['地震', 'earthquake', { severity: 'Minor' }, 'earthquake-news'],
  ['津波警報', 'tsunami', {}, 'tsunami-warning'],
  ['大雨', 'heavy-rain', { level: 5 }, 'level-5'],
  ['土砂災害', 'landslide', { level: 4 }, 'level-4'],
  ['洪水', 'flood', { level: 3 }, 'level-3'],
  ['高潮', 'storm-surge', { level: 2 }, 'level-2'],
  ['暴風', 'storm', { severity: 'Extreme' }, 'special'],
  ['暴風雪', 'snow-storm', {}, 'warning'],
  ['波浪', 'high-waves', { severity: 'Minor' }, 'wind-snow'],
  ['大雪', 'heavy-snow', { severity: 'Severe' }, 'danger'],
  ['雷', 'thunder', { severity: 'Minor' }, 'thunder'],
  ['乾燥', 'dry', { severity: 'Minor' }, 'dry-fog'],
  ['濃霧', 'fog', { severity: 'Minor' }, 'dry-fog'],
  ['竜巻', 'tornado', {}, 'sudden'],
  ['線状降水帯', 'linear-rainband', {}, 'sudden'],
  ['記録的短時間大雨', 'record-rain', {}, 'sudden'],
  ['熱中症', 'heat', {}, 'heat'],
  ['火山', 'volcano', {}, 'volcano'],
  ['南海トラフ', 'nankai-trough', {}, 'nankai-trough'],
  ['避難指示', 'evacuation', { level: 4 }, 'evacuation'],
  ['火災', 'fire', {}, 'fire'],
  ['停電', 'power-loss', {}, 'power-loss'],
  ['不審者', 'other', { severity: 'Minor' }, 'other'],
]

function ruleOf(id: string): PolicyRule {
  const rule = DEFAULT_POLICY.rules.find((each) => each.id === id)
  if (rule === undefined) throw new Error(`no rule ${id}`)
  return rule
}

function found(state: AlertState, hazard: Alert['hazard'], ruleId: string): Alert | undefined {
  return state.alerts.find((each) => each.hazard === hazard && each.handling?.policy.ruleId === ruleId)
}

onEachEngine((start) => {
  it('signs into an alert of every hazard what the table says, and leaves chimes out of drills', async () => {
    const cms = await start()
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    for (const [event, hazard, gravity, ruleId] of EVENTS) {
      const { act } = ruleOf(ruleId)
      for (const channel of ['live', 'drill'] as const) {
        await ingest(cms, capXml(event, { ...gravity, drill: channel === 'drill' }))
        const state = await link.until((s) => s.channel === channel && found(s, hazard, ruleId) !== undefined)
        const told = found(state, hazard, ruleId)
        expect([hazard, told?.presentation.mode]).toEqual([hazard, act.mode])
        expect(told?.handling?.stages.map(({ stage }) => stage)).toEqual(act.stages.map(({ stage }) => stage))
        expect(told?.handling?.sound).toEqual({ ...act.sound, ...(channel === 'drill' && { chime: 'none' }) })
      }
    }
    const chimes = link.states
      .filter(({ channel }) => channel === 'drill')
      .flatMap(({ alerts }) => alerts.map(({ handling }) => handling?.sound.chime))
    expect(new Set(chimes)).toEqual(new Set(['none']))
  })

  it('signs alerts in force again when the table changes what is seen of them, and not otherwise', async () => {
    const cms = await start()
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    await ingest(cms, capXml('大雨', { level: 2 }))
    const before = await link.until((s) => s.channel === 'live' && s.alerts.length === 1)
    expect(before.alerts).toMatchObject([{ presentation: { mode: 'banner' }, handling: { policy: { version: 1 } } }])
    await save(cms, 1, 'thunder', { mode: 'board' })
    expect((await desk(cms)).live.revision).toBe(before.revision)
    await save(cms, 2, 'level-2', { mode: 'ticker', sound: { chime: 'none', speak: true, times: 1 } })
    const after = await link.until((s) => s.channel === 'live' && s.revision > before.revision)
    expect(after.alerts).toMatchObject([
      {
        presentation: { mode: 'ticker' },
        handling: { policy: { version: 3, ruleId: 'level-2' }, sound: { speak: true } },
      },
    ])
    const restarted = await cms.restart()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect((await desk(restarted)).live).toMatchObject({ revision: after.revision, alerts: after.alerts })
  })

  it('lists on the desk what the table keeps from the displays', async () => {
    const cms = await start()
    await save(cms, 1, 'dry-fog', { mode: 'none' })
    await ingest(cms, capXml('乾燥', { severity: 'Minor' }))
    const { live, policyUnreadable } = await desk(cms)
    expect(live).toMatchObject({ alerts: [], notShown: [{ hazard: 'dry' }] })
    expect(policyUnreadable).toBe(false)
  })

  it('sends an alert to the groups of its rule, and follows a display into the group', async () => {
    const cms = await start()
    const player = await pairedPlayer(cms)
    const link = await connectPlayer(cms, player)
    await save(cms, 1, 'level-4', { groups: ['窓口'] })
    await ingest(cms, capXml('洪水', { level: 4 }))
    await link.until((s) => s.channel === 'live' && s.alerts[0]?.target.kind === 'all')
    const path = `/api/displays/${player.displayId}`
    const moved = await cms.call('PATCH', path, { body: { groups: ['窓口'] }, as: cms.local })
    expect(DisplayView.parse(moved.body).groups).toEqual(['窓口'])
    const state = await link.until((s) => s.channel === 'live' && s.alerts[0]?.target.kind === 'displays')
    expect(state.alerts[0]?.target).toEqual({ kind: 'displays', displayIds: [player.displayId] })
  })

  it('signs ahead what follows an early warning, and shows nothing of it when that was wrong', async () => {
    const cms = await start({ now: () => new Date('2026-11-12T09:30:21+09:00') })
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    const send = (name: string) => ingestSample(cms, name)
    await send('vxse43-warning.xml')
    const state = await link.until((s) => s.channel === 'live' && s.alerts.length === 2)
    const [warning, following] = state.alerts
    expect(warning).toMatchObject({ hazard: 'earthquake-early-warning', handling: { policy: { ruleId: 'eew' } } })
    expect(following).toMatchObject({
      hazard: 'earthquake',
      effectiveAt: warning?.expiresAt,
      handling: { policy: { ruleId: 'earthquake-after-warning' }, stages: [{ stage: 'situation' }] },
    })
    await send('vxse43-cancel.xml')
    const cancelled = await link.until((s) => s.channel === 'live' && s.alerts[0]?.phase === 'cancelled')
    expect(cancelled.alerts).toHaveLength(1)
  })
})

async function ingestSample(cms: RunningCms, name: string): Promise<void> {
  const answer = await cms.call('POST', '/api/alerts/telegrams', {
    raw: new Uint8Array(sampleTelegram(name)),
    as: cms.local,
  })
  expect(answer.status).toBe(200)
}
