import { AlertDesk, AlertTimeline, AuditEntry, ChannelDesk, type DeskDraft, Proposals } from '@akari/protocol'
import { expect, it } from 'vitest'
import { type Caller, onEachEngine, type RunningCms } from '../../testing/running-cms.ts'
import { signedIn, signedInAgain } from '../../testing/staff.ts'
import { connectPlayer, pairedPlayer } from '../../testing/test-player.ts'

const WATER: DeskDraft = {
  kind: 'text',
  field: 'level1',
  words: {
    headline: { ja: '断水しています', en: 'The water is off' },
    instruction: { ja: '２階の給水所を使って', en: 'Use the taps on the second floor' },
    area: { ja: 'この建物', en: 'This building' },
  },
}
const ORDER: DeskDraft = {
  kind: 'evacuation',
  order: 'order',
  hazard: 'flood',
  area: { kind: 'whole' },
  shelterIds: [],
}

type Message = { channel?: 'live' | 'drill'; draft?: DeskDraft; corrects?: string | null; minutes?: number | null }
const messageOf = ({ channel = 'live', draft = ORDER, corrects = null, minutes = null }: Message) => ({
  channel,
  draft,
  target: { kind: 'all' },
  minutes,
  corrects,
})

async function twoPeople(cms: RunningCms) {
  return { sato: await signedIn(cms, 'sato', 'disaster'), kato: await signedIn(cms, 'kato', 'disaster') }
}

function propose(cms: RunningCms, as: Caller, id: string, message: Message = {}) {
  return cms.call('POST', '/api/alerts/proposals', { body: { id, message: messageOf(message) }, as })
}

function confirm(cms: RunningCms, as: Caller, id: string) {
  return cms.call('POST', `/api/alerts/proposals/${id}/confirm`, { as })
}

function breakGlass(cms: RunningCms, as: Caller, id: string, message: Message = {}) {
  const reason = '夜間で当直が一人しかいないため'
  return cms.call('POST', '/api/alerts/break-glass', { body: { id, message: messageOf(message), reason }, as })
}

async function listed(cms: RunningCms, as: Caller): Promise<Proposals> {
  return Proposals.parse((await cms.call('GET', '/api/alerts/proposals', { as })).body)
}

async function desk(cms: RunningCms): Promise<AlertDesk> {
  return AlertDesk.parse((await cms.call('GET', '/api/alerts/desk', { as: cms.local })).body)
}

async function audited(cms: RunningCms): Promise<string[]> {
  const entries = AuditEntry.array().parse((await cms.call('GET', '/api/audit', { as: cms.local })).body)
  return entries.map(({ action }) => action)
}

onEachEngine((start) => {
  it('raises an order when a second person confirms it, never for the one who proposed it', async () => {
    const cms = await start()
    const { sato, kato } = await twoPeople(cms)
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    expect(await propose(cms, sato, 'flood')).toMatchObject({
      status: 201,
      body: { state: 'waiting', you: 'proposed' },
    })
    expect((await listed(cms, kato)).proposals).toMatchObject([
      { id: 'flood', you: 'confirm', proposedBy: 'user:sato', alert: { level: 4 } },
    ])
    expect((await desk(cms)).live.alerts).toEqual([])
    expect((await confirm(cms, sato, 'flood')).status).toBe(403)
    expect((await confirm(cms, await signedInAgain(cms, 'sato'), 'flood')).status).toBe(403)
    expect((await confirm(cms, cms.local, 'flood')).status).toBe(403)
    expect((await confirm(cms, kato, 'flood')).status).toBe(200)
    const shown = await link.until((s) => s.channel === 'live' && s.alerts.length === 1)
    expect(shown.alerts).toMatchObject([
      {
        id: 'operator:flood',
        words: { headline: { ja: '警戒レベル４ 避難指示（洪水）' } },
        approval: { kind: 'second-person', by: 'user:sato', approvedBy: 'user:kato' },
        expiresAt: null,
      },
    ])
    expect(await audited(cms)).toEqual(
      expect.arrayContaining(['alert.proposed.live', 'alert.proposal.confirmed', 'alert.raised.live']),
    )
  })

  it('takes two people who confirm at once, and one whose answer was lost, as one decision', async () => {
    const cms = await start()
    const { sato, kato } = await twoPeople(cms)
    const admin = await signedIn(cms, 'ito', 'admin')
    await propose(cms, sato, 'twice')
    await propose(cms, sato, 'twice')
    const answers = await Promise.all([kato, admin, kato].map((as) => confirm(cms, as, 'twice')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => ChannelDesk.parse(body).revision)).size).toBe(1)
    expect((await desk(cms)).live.alerts).toHaveLength(1)
    const confirmed = (await audited(cms)).filter((action) => action === 'alert.proposal.confirmed')
    expect(confirmed).toHaveLength(1)
    // Ended since: a late repeat does not bring it back.
    const end = { channel: 'live', as: 'cleared' }
    await cms.call('POST', '/api/alerts/operator:twice/end', { body: end, as: sato })
    await confirm(cms, kato, 'twice')
    expect((await desk(cms)).live.alerts).toMatchObject([{ phase: 'cleared' }])
  })

  it('can be taken back by its proposer, sent back by another, and is out of date after half an hour', async () => {
    let now = new Date('2026-11-22T09:00:00+09:00')
    const cms = await start({ now: () => now })
    const { sato, kato } = await twoPeople(cms)
    const act = (as: Caller, id: string, how: string, body?: unknown) =>
      cms.call('POST', `/api/alerts/proposals/${id}/${how}`, { as, body })
    for (const id of ['a', 'b', 'c']) await propose(cms, sato, id)
    expect((await act(kato, 'a', 'withdraw')).status).toBe(403)
    expect((await act(sato, 'a', 'withdraw')).status).toBe(204)
    expect((await act(sato, 'b', 'return', { comment: '範囲が違います' })).status).toBe(403)
    expect((await act(kato, 'b', 'return', { comment: '範囲が違います' })).status).toBe(204)
    for (const id of ['a', 'b']) expect((await confirm(cms, kato, id)).status).toBe(409)
    now = new Date('2026-11-22T09:30:00+09:00')
    expect((await confirm(cms, kato, 'c')).status).toBe(409)
    const told = new Map((await listed(cms, sato)).proposals.map(({ id, state, comment }) => [id, { state, comment }]))
    expect(told.get('a')).toEqual({ state: 'withdrawn', comment: null })
    expect(told.get('b')).toEqual({ state: 'returned', comment: '範囲が違います' })
    expect(told.get('c')).toEqual({ state: 'expired', comment: null })
    expect((await desk(cms)).live.alerts).toEqual([])
  })

  it('refuses words that would mislead, wherever they come from, and says which', async () => {
    const cms = await start()
    const { sato } = await twoPeople(cms)
    const drillWords: DeskDraft = { ...WATER, words: { ...WATER.words, headline: { ja: 'これは訓練です' } } }
    const refused = await propose(cms, sato, 'x', { draft: drillWords })
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'words-refused',
        errors: [
          { path: 'headline.ja', message: 'drill-word-in-live' },
          { path: 'headline.en', message: 'english-missing' },
        ],
      },
    })
    expect((await breakGlass(cms, sato, 'x', { draft: drillWords })).status).toBe(422)
    expect((await propose(cms, sato, 'x', { draft: drillWords, channel: 'drill' })).status).toBe(201)
    expect((await propose(cms, sato, 'y', { corrects: 'operator:nothing' })).status).toBe(409)
  })

  it('lets one person break the glass with a reason; administrators are told until another of them has seen it', async () => {
    const cms = await start()
    const { sato } = await twoPeople(cms)
    const admin = await signedIn(cms, 'ito', 'admin')
    const short = { id: 'g', message: messageOf({}), reason: '急ぎ' }
    expect((await cms.call('POST', '/api/alerts/break-glass', { body: short, as: sato })).status).toBe(400)
    await propose(cms, sato, 'g')
    const sent = await breakGlass(cms, sato, 'g')
    expect(sent).toMatchObject({
      status: 201,
      body: { alerts: [{ id: 'operator:g', approval: { kind: 'break-glass', by: 'user:sato' } }] },
    })
    await expect.poll(async () => (await listed(cms, admin)).proposals[0]?.state).toBe('raised')
    expect(await breakGlass(cms, sato, 'g')).toMatchObject({ status: 201 })
    expect((await listed(cms, admin)).brokenGlass).toMatchObject([
      { alertId: 'operator:g', by: 'user:sato', reason: '夜間で当直が一人しかいないため', acknowledgedAt: null },
    ])
    const acknowledge = (as: Caller) => cms.call('POST', '/api/alerts/operator:g/acknowledge-break-glass', { as })
    expect((await acknowledge(sato)).status).toBe(403)
    expect((await acknowledge(admin)).status).toBe(204)
    expect((await acknowledge(admin)).status).toBe(404)
    expect((await listed(cms, admin)).brokenGlass).toEqual([])
    expect(await audited(cms)).toEqual(expect.arrayContaining(['alert.break-glass', 'alert.break-glass.acknowledged']))
    const timeline = await cms.call('GET', '/api/alerts/operator:g/timeline?channel=live', { as: admin })
    expect(AlertTimeline.parse(timeline.body).events).toMatchObject([
      {
        kind: 'raised',
        actor: 'user:sato',
        approval: { kind: 'break-glass', reason: '夜間で当直が一人しかいないため' },
      },
    ])
  })

  it('an administrator who broke the glass cannot acknowledge it alone', async () => {
    const cms = await start()
    const admin = await signedIn(cms, 'ito', 'admin')
    await breakGlass(cms, admin, 'own')
    const acknowledge = await cms.call('POST', '/api/alerts/operator:own/acknowledge-break-glass', { as: admin })
    expect(acknowledge.status).toBe(403)
    const restarted = await cms.restart()
    expect((await listed(restarted, restarted.local)).brokenGlass).toHaveLength(1)
  })

  it('practises the same way; alone, a drill is marked as one person’s', async () => {
    const cms = await start()
    const { sato } = await twoPeople(cms)
    await propose(cms, sato, 'd', { channel: 'drill', minutes: 5 })
    expect((await confirm(cms, sato, 'd')).body).toMatchObject({
      alerts: [{ approval: { kind: 'second-person', by: 'user:sato', approvedBy: 'user:sato' } }],
    })
    expect((await desk(cms)).drill.alerts[0]?.expiresAt).not.toBeNull()
    expect((await desk(cms)).live.alerts).toEqual([])
  })

  it('corrects what is in force with what a second person confirms', async () => {
    const cms = await start()
    const { sato, kato } = await twoPeople(cms)
    await propose(cms, sato, 'first', { draft: WATER })
    await confirm(cms, kato, 'first')
    await propose(cms, sato, 'second', { corrects: 'operator:first' })
    const corrected = ChannelDesk.parse((await confirm(cms, kato, 'second')).body)
    expect(corrected.alerts).toMatchObject([
      { id: 'operator:first', words: { headline: { ja: '訂正：警戒レベル４ 避難指示（洪水）' } }, level: 4 },
    ])
    const again = ChannelDesk.parse((await confirm(cms, kato, 'second')).body)
    expect(again.revision).toBe(corrected.revision)
  })
})
