import { DEFAULT_POLICY } from '@akari/alerts'
import { type AlertPolicy, PolicyInForce } from '@akari/protocol'
import { expect, test } from 'vitest'
import type { Client } from '../client.ts'
import { showPolicy } from './alert-policy.ts'

const FLAGS = { live: false, cancel: false, name: undefined, digits: undefined, head: undefined, at: undefined }

function answer(policy: AlertPolicy, rest: Partial<PolicyInForce> = {}) {
  const inForce: PolicyInForce = {
    current: { version: 4, at: '2026-11-22T09:00:00+09:00', by: 'user:bousai', note: '見直し', policy },
    findings: [],
    unreadable: false,
    ...rest,
  }
  const asked: string[] = []
  const client = {
    get: (path: string) => {
      asked.push(path)
      return Promise.resolve(inForce)
    },
  } as unknown as Client
  return { inForce, asked, told: showPolicy(client, { args: [], flags: FLAGS }) }
}

test('prints a line for each rule in the order they are tried, and the whole as JSON', async () => {
  const { inForce, asked, told } = answer(DEFAULT_POLICY)
  const shown = await told
  expect(asked).toEqual(['/alerts/policy'])
  expect(shown).toMatchObject({ json: inForce, failed: false })
  const lines = shown.text.split('\n')
  expect(lines[0]).toContain('第4版')
  expect(lines.slice(1, -1).map((line) => line.split('\t')[0]?.trim())).toEqual(
    DEFAULT_POLICY.rules.map(({ id }) => id),
  )
  expect(lines[1]).toBe(
    '  eew\t緊急地震速報\tearthquake-early-warning\tfullScreen; urgent + speech × 2; ≥ 60 s; protect 3',
  )
  expect(lines.at(-1)).toContain('誤りはありません')
})

test('says in words what is wrong, and fails when the stored table cannot be read', async () => {
  const finding = {
    severity: 'warning',
    code: 'unknown-group',
    ruleIds: ['level-4'],
    hazard: null,
    group: '別館',
  } as const
  const { told } = answer(DEFAULT_POLICY, { findings: [{ ...finding, ruleIds: ['level-4'] }], unreadable: true })
  const shown = await told
  expect(shown.failed).toBe(true)
  expect(shown.text).toContain('「警戒レベル4相当」の端末グループ「別館」はありません')
  expect(shown.text).toContain('the stored policy cannot be read')
})
