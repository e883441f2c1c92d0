import { type AlertState, LanguageInReview, LanguageReview, TelegramResult } from '@akari/protocol'
import { expect, it } from 'vitest'
import { type Caller, onEachEngine, type RunningCms } from '../../testing/running-cms.ts'
import { connectPlayer, pairedPlayer } from '../../testing/test-player.ts'

const CONFIRMED_BY = { name: 'グエン・ティ・ラン', capacity: '国際交流協会 翻訳', note: '', understood: true }

async function inReview(cms: RunningCms, language = 'vi'): Promise<LanguageInReview> {
  return LanguageInReview.parse((await cms.call('GET', `/api/phrases/${language}`, { as: cms.local })).body)
}

async function confirm(cms: RunningCms, language = 'vi', as: Caller = cms.local) {
  const { fingerprint } = await inReview(cms, language)
  return cms.call('POST', `/api/phrases/${language}/confirmations`, { body: { ...CONFIRMED_BY, fingerprint }, as })
}

async function withdraw(cms: RunningCms) {
  const { confirmations } = await inReview(cms)
  const body = { confirmationId: confirmations[0]?.id, reason: '訳の見直し' }
  return cms.call('POST', '/api/phrases/vi/withdrawals', { body, as: cms.local })
}

function raise(cms: RunningCms, channel: 'live' | 'drill', requestId: string) {
  const body = { channel, templateId: 'building-fire', target: { kind: 'all' }, minutes: null, requestId }
  return cms.call('POST', '/api/alerts', { body, as: cms.local })
}

/** Somebody signed in with this role. */
async function staff(cms: RunningCms, role: 'viewer' | 'disaster'): Promise<Caller> {
  const made = await cms.call('POST', '/api/users', { body: { username: role, name: role, role }, as: cms.local })
  const { password } = made.body as { password: string }
  const opened = await cms.call('POST', '/api/session', { body: { username: role, password } })
  const cookie = (headers: Headers) => headers.get('set-cookie')?.split(';')[0] ?? ''
  const change = { current: password, next: 'とても長いひみつの合言葉です' }
  const as = { cookie: cookie(opened.headers) }
  return { cookie: cookie((await cms.call('POST', '/api/session/password', { as, body: change })).headers) }
}

const shows = (channel: 'live' | 'drill') => (state: AlertState) =>
  state.channel === channel && state.alerts.length === 1
const vietnamese = ({ alerts: [alert] }: AlertState) => [
  alert?.words.headline.vi,
  alert?.words.instruction.vi,
  alert?.source.name.vi,
]
const SAID = expect.stringMatching(/\p{L}/u)

function capInVietnamese(): Uint8Array<ArrayBuffer> {
  const info = (language: string, headline: string, instruction: string) =>
    `<info><language>${language}</language><category>Safety</category><event>避難情報</event><urgency>Immediate</urgency>
<severity>Extreme</severity><certainty>Observed</certainty><headline>${headline}</headline><instruction>${instruction}</instruction>
<area><areaDesc>小金井市</areaDesc><circle>35.6995,139.5030 3</circle></area></info>`
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>koganei-vi</identifier><sender>bousai@example.jp</sender>
<sent>${new Date().toISOString().replace(/\.\d+Z$/, '-00:00')}</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
${info('ja-JP', '避難情報', '避難してください')}${info('vi', 'Thông tin sơ tán', 'Hãy sơ tán')}</alert>`)
}

onEachEngine((start) => {
  it('speaks a language in real alerts only while somebody stands for it, and in drills always', async () => {
    const cms = await start()
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    await raise(cms, 'live', 'fire')
    const silent = await link.until(shows('live'))
    expect(vietnamese(silent)).toEqual([undefined, undefined, undefined])
    expect(silent.alerts[0]?.words.headline).toMatchObject({ ja: SAID, 'ja-x-easy': SAID, en: SAID })
    await raise(cms, 'drill', 'practice')
    expect(vietnamese(await link.until(shows('drill')))).toMatchObject([SAID, SAID, SAID])

    expect(await confirm(cms)).toMatchObject({ status: 201, body: { state: { is: 'confirmed' }, waiting: 0 } })
    const speaking = await link.until((state) => shows('live')(state) && state.revision > silent.revision)
    expect(vietnamese(speaking)).toMatchObject([SAID, SAID, SAID])

    expect(await withdraw(cms)).toMatchObject({ status: 201, body: { state: { is: 'waiting' } } })
    const again = await link.until((state) => shows('live')(state) && state.revision > speaking.revision)
    expect(vietnamese(again)).toEqual([undefined, undefined, undefined])
  })

  it('sends nothing out for a language when nothing in force is touched by it', async () => {
    const cms = await start()
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    const before = await link.until((state) => state.channel === 'live')
    await confirm(cms)
    await raise(cms, 'live', 'fire')
    const next = await link.until(shows('live'))
    expect(vietnamese(next)).toMatchObject([SAID, SAID, SAID])
    expect(link.states.filter(({ channel }) => channel === 'live').map(({ revision }) => revision)).toEqual([
      before.revision,
      next.revision,
    ])
  })

  it('leaves a sender’s own words in every language they were written in', async () => {
    const cms = await start()
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    const answer = await cms.call('POST', '/api/alerts/telegrams', { raw: capInVietnamese(), as: cms.local })
    expect(TelegramResult.parse(answer.body).outcome).toBe('raised')
    const { alerts } = await link.until(shows('live'))
    expect(alerts[0]?.words).toMatchObject({
      headline: { vi: 'Thông tin sơ tán' },
      instruction: { vi: 'Hãy sơ tán' },
    })
    expect(alerts[0]?.words.headline.th).toBeUndefined()
  })

  it('knows after a restart who stands for what', async () => {
    const cms = await start()
    await confirm(cms)
    const again = await cms.restart()
    await raise(again, 'live', 'fire')
    const link = await connectPlayer(again, await pairedPlayer(again))
    expect(vietnamese(await link.until(shows('live')))).toMatchObject([SAID, SAID, SAID])
  })

  it('shows every role what waits, and lets disaster staff alone decide', async () => {
    const cms = await start()
    const [viewer, disaster] = [await staff(cms, 'viewer'), await staff(cms, 'disaster')]
    const lines = LanguageReview.array().parse((await cms.call('GET', '/api/phrases', { as: viewer })).body)
    expect(lines.filter(({ state }) => state.is === 'waiting')).toHaveLength(12)
    expect(
      lines.every(
        ({ missing, waiting, phrases, state }) =>
          missing === 0 && (state.is === 'always' ? waiting === 0 : waiting === phrases),
      ),
    ).toBe(true)
    expect(await confirm(cms, 'vi', viewer)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect((await confirm(cms, 'vi', disaster)).status).toBe(201)
    expect((await inReview(cms)).confirmations).toMatchObject([{ by: 'user:disaster', name: CONFIRMED_BY.name }])
    expect((await cms.call('GET', '/api/phrases')).status).toBe(401)
    expect((await cms.call('GET', '/api/phrases/xx', { as: viewer })).status).toBe(400)
    const unread = { ...CONFIRMED_BY, fingerprint: 'x', understood: false }
    const careless = await cms.call('POST', '/api/phrases/ne/confirmations', { body: unread, as: disaster })
    expect(careless).toMatchObject({ status: 400, body: { code: 'malformed' } })
    const stale = { ...CONFIRMED_BY, fingerprint: 'x' }
    const old = await cms.call('POST', '/api/phrases/ne/confirmations', { body: stale, as: disaster })
    expect(old).toMatchObject({ status: 409, body: { code: 'conflict' } })
    const audit = await cms.call('GET', '/api/audit?limit=5', { as: cms.local })
    expect(audit.body).toContainEqual(expect.objectContaining({ action: 'phrases.confirmed', subject: 'vi' }))
  })

  it('keeps a language back while a report that holds it is open', async () => {
    const cms = await start()
    await confirm(cms)
    await raise(cms, 'live', 'fire')
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    const speaking = await link.until(shows('live'))
    const body = { key: 'templates.buildingFire.headline', note: '意味が逆', holds: true }
    const reported = await cms.call('POST', '/api/phrases/vi/reports', { body, as: cms.local })
    expect(reported.status).toBe(201)
    const held = await link.until((state) => shows('live')(state) && state.revision > speaking.revision)
    expect(vietnamese(held)).toEqual([undefined, undefined, undefined])
    const { id } = reported.body as { id: string }
    const ended = { as: 'resolved', note: '正しいことを確かめた' }
    await cms.call('POST', `/api/phrases/vi/reports/${id}/end`, { body: ended, as: cms.local })
    const back = await link.until((state) => shows('live')(state) && state.revision > held.revision)
    expect(vietnamese(back)).toMatchObject([SAID, SAID, SAID])
  })
})
