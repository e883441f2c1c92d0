import { sampleTelegram } from '@akari/content-samples'
import { SourcesDesk } from '@akari/protocol'
import { expect, it } from 'vitest'
import { startCms } from '../../testing/running-cms.ts'
import { staffOf } from '../testing/staff.ts'

type Line = { level: number; msg: string }
const WARNING = 40

async function rig() {
  const lines: Line[] = []
  const cms = await startCms(null, {
    now: () => new Date('2026-11-11T00:00:00Z'),
    onLog: (line) => lines.push(JSON.parse(line)),
  })
  const send = (text: string) =>
    cms.call('POST', '/api/alerts/telegrams', { raw: new TextEncoder().encode(text), as: cms.local })
  return { cms, send, said: (msg: string) => lines.filter((line) => line.msg === msg) }
}

const telegram = sampleTelegram('vpww55-level4.xml').toString('utf8')

it('says in the log what could not be read, and why', async () => {
  const { send, said } = await rig()
  await send('<!DOCTYPE x [<!ENTITY e "x">]><Report>&e;</Report>')
  expect(said('telegram refused')).toMatchObject([
    { level: WARNING, actor: 'local:cli', fault: 'doctype', detail: 'a DOCTYPE is refused' },
  ])
})

it('warns of a telegram that a person must decide on, and of one from the future', async () => {
  const { send, said } = await rig()
  await send(telegram.replaceAll('<Code>43</Code>', '<Code>42</Code>').replaceAll('レベル４大雨危険警報', '新しい警報'))
  await send(telegram.replace(/<ReportDateTime>\d{4}/, '<ReportDateTime>2099'))
  expect(said('telegram held: a person must decide')).toMatchObject([
    { level: WARNING, code: 'VPWW55', channel: 'live', reason: 'unreadable-kind' },
  ])
  expect(said('telegram ignored')).toMatchObject([{ level: WARNING, code: 'VPWW55', reason: 'from-the-future' }])
})

it('names the telegram that changed what is in force', async () => {
  const { send, said } = await rig()
  await send(telegram)
  await send(telegram)
  expect(said('telegram raised')).toMatchObject([{ code: 'VPWW55', reason: 'warning-in-force' }])
})

it('puts what is held or refused on the desk until a person acknowledges it', async () => {
  const { cms, send } = await rig()
  const officer = await staffOf(cms, 'disaster', 'disaster')
  await send('<not xml')
  await send('<neither is this')
  await send(telegram.replaceAll('<Code>43</Code>', '<Code>42</Code>').replaceAll('レベル４大雨危険警報', '新しい警報'))
  await send(telegram.replaceAll('2026-11-10', '2024-11-10'))
  const open = async () => {
    const { notices } = SourcesDesk.parse((await cms.call('GET', '/api/alerts/sources', { as: cms.local })).body)
    return notices.filter(({ until }) => until === null)
  }
  await expect
    .poll(async () => (await open()).map(({ kind }) => kind).toSorted(), { timeout: 15_000 })
    .toEqual(['telegram-held', 'telegram-held', 'telegram-refused'])
  expect((await open()).map(({ detail }) => detail).join()).toContain('ancient')
  for (const { id } of await open()) {
    const path = '/api/alerts/sources/acknowledged'
    expect((await cms.call('POST', path, { body: { id }, as: officer })).status).toBe(200)
    expect((await cms.call('POST', path, { body: { id }, as: officer })).status).toBe(404)
  }
  expect(await open()).toEqual([])
}, 30_000)
