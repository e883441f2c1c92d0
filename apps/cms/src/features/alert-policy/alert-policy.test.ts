import { DEFAULT_POLICY } from '@akari/alerts'
import { type AlertPolicy, PolicyInForce, PolicyVersion, PolicyVersionHead } from '@akari/protocol'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { onEachEngine, type RunningCms } from '../../testing/running-cms.ts'

async function inForce(cms: RunningCms): Promise<PolicyInForce> {
  return PolicyInForce.parse((await cms.call('GET', '/api/alerts/policy', { as: cms.local })).body)
}

function save(cms: RunningCms, basedOn: number, policy: AlertPolicy, note = '試し') {
  return cms.call('PUT', '/api/alerts/policy', { body: { basedOn, note, policy }, as: cms.local })
}

function changed(id: string, change: (rule: AlertPolicy['rules'][number]) => AlertPolicy['rules'][number]) {
  return { rules: DEFAULT_POLICY.rules.map((rule) => (rule.id === id ? change(rule) : rule)) }
}

const thunderBanner = changed('thunder', (rule) => ({ ...rule, act: { ...rule.act, mode: 'banner' } }))

onEachEngine((start) => {
  it('starts with a table without any mistake, as its first version', async () => {
    const cms = await start()
    expect(await inForce(cms)).toMatchObject({ current: { version: 1 }, findings: [], unreadable: false })
  })

  it('keeps every version, with who made it and why, over a restart', async () => {
    const cms = await start()
    const saved = PolicyInForce.parse((await save(cms, 1, thunderBanner, '雷を帯に')).body)
    expect(saved.current).toMatchObject({ version: 2, note: '雷を帯に', by: 'local:cli', policy: thunderBanner })
    const again = await cms.restart()
    expect((await inForce(again)).current).toEqual(saved.current)
    const heads = z
      .array(PolicyVersionHead)
      .parse((await again.call('GET', '/api/alerts/policy/versions', { as: again.local })).body)
    expect(heads.map(({ version }) => version)).toEqual([2, 1])
    const first = await again.call('GET', '/api/alerts/policy/versions/1', { as: again.local })
    expect(PolicyVersion.parse(first.body).policy).toEqual(DEFAULT_POLICY)
    expect((await again.call('GET', '/api/alerts/policy/versions/9', { as: again.local })).status).toBe(404)
    const audit = await again.call('GET', '/api/audit', { as: again.local })
    expect(JSON.stringify(audit.body)).toContain('雷を帯に')
  })

  it('refuses a table that was not made from the one in force', async () => {
    const cms = await start()
    await save(cms, 1, thunderBanner)
    expect(await save(cms, 1, DEFAULT_POLICY)).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect((await inForce(cms)).current).toMatchObject({ version: 2, policy: thunderBanner })
    expect((await save(cms, 2, DEFAULT_POLICY)).status).toBe(200)
  })

  it('refuses a table with mistakes and says which, but takes one with warnings', async () => {
    const cms = await start()
    const silent = changed('eew', (rule) => ({
      ...rule,
      act: { ...rule.act, sound: { ...rule.act.sound, chime: 'none' } },
    }))
    const checked = await cms.call('POST', '/api/alerts/policy/check', { body: { policy: silent }, as: cms.local })
    expect(checked.body).toMatchObject([{ severity: 'error', code: 'early-warning-silent', ruleIds: ['eew'] }])
    const refused = await save(cms, 1, silent)
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'policy-refused', errors: [{ path: 'policy.rules.0' }] },
    })
    expect(JSON.stringify(refused.body)).toContain('「緊急地震速報」で緊急地震速報の音が鳴りません')
    const small = changed('level-5', (rule) => ({ ...rule, act: { ...rule.act, mode: 'banner', groups: ['別館'] } }))
    const taken = PolicyInForce.parse((await save(cms, 1, small)).body)
    expect(taken.findings.map(({ code }) => code).toSorted()).toEqual(['unknown-group', 'warning-not-full-screen'])
  })
})
