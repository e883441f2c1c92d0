import type { AlertPolicy, PolicyFinding } from '@akari/protocol'
import { filled, sentence } from '../../sentence.ts'
import texts from './policy-words.json' with { type: 'json' }

/** What is wrong with a table, in a sentence for staff that names the rules. */
export function inWords(policy: AlertPolicy, { code, ruleIds, hazard, channel, group }: PolicyFinding): string {
  const [rule = '', ...others] = ruleIds.map((id) => `「${policy.rules.find((each) => each.id === id)?.name ?? id}」`)
  const about = { rule, others: others.join(''), group: group ?? '', id: ruleIds[0] ?? '' }
  const text = texts.findings[code]
  const named = (language: 'ja' | 'en') => ({
    ...about,
    hazard: hazard === null ? '' : texts.hazards[hazard][language],
    channel: texts.channels[channel ?? 'live'][language],
  })
  return sentence({ ja: filled(text.ja, named('ja')), en: filled(text.en, named('en')) })
}
