import { PolicyInForce, type PolicyRule } from '@akari/protocol'
import { inWords } from '../../features/alert-policy/policy-words.ts'
import type { Command } from '../main.ts'
import { sentence } from '../say.ts'

/** `akari alerts policy`: the table in force, rule by rule in the order they are tried, and what is wrong with it. */
export const showPolicy: Command = async (client) => {
  const inForce = await client.get('/alerts/policy', PolicyInForce)
  const { current, findings, unreadable } = inForce
  const { version, at, by, note } = current
  return {
    json: inForce,
    failed: unreadable,
    text: [
      sentence('policyVersion', { version: String(version), at, by, note }),
      ...(unreadable ? [sentence('policyUnreadable')] : []),
      ...current.policy.rules.map(rowOf),
      ...(findings.length === 0 ? [sentence('policyFine')] : []),
      ...findings.map((each) => `${each.severity}\t${each.code}\t${inWords(current.policy, each)}`),
    ].join('\n'),
  }
}

function rowOf({ id, name, match, act }: PolicyRule): string {
  const when = [
    match.hazards?.join(',') ?? '*',
    match.levels === null ? '' : `level ${match.levels.join(',')}`,
    match.classes?.join(',') ?? '',
    match.intensityAtLeast === null ? '' : `intensity ≥ ${match.intensityAtLeast}`,
    match.channel === 'both' ? '' : match.channel,
  ]
  const stages = act.stages.map(({ stage, minutes }) => `${stage} ${minutes}`).join(' → ')
  const does = [
    act.mode,
    act.groups?.join(',') ?? '',
    `${act.sound.chime}${act.sound.speak ? ' + speech' : ''} × ${act.sound.times}`,
    `≥ ${act.dwellSeconds} s`,
    act.returns.when === 'after' ? `full screen ≤ ${act.returns.minutes} min` : '',
    stages,
  ]
  return `  ${id}\t${name}\t${said(when)}\t${said(does)}`
}

function said(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ')
}
