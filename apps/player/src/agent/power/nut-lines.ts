import { z } from 'zod'
import type { PowerReading } from './reading.ts'

/** What upsd answers to `LIST VAR`: whole, an error by its name, or not yet at its end. */
export type Answer =
  | { state: 'variables'; variables: ReadonlyMap<string, string>; rest: string }
  | { state: 'error'; name: string; rest: string }
  | { state: 'more' }

const number = z.coerce.number().optional().catch(undefined)
const Variables = z.object({
  'ups.status': z.string(),
  'battery.charge': number.pipe(z.number().min(0).max(100).optional().catch(undefined)),
  'battery.runtime': number.pipe(z.number().nonnegative().optional().catch(undefined)),
})

/** Reads the answer to `LIST VAR <ups>` (RFC 9271 §4.2.7.9) at the head of what came over the wire. */
export function answerIn(text: string, ups: string): Answer {
  const variables = new Map<string, string>()
  let at = 0
  for (;;) {
    const end = text.indexOf('\n', at)
    if (end === -1) return { state: 'more' }
    const line = text.slice(at, end)
    at = end + 1
    if (line.startsWith('ERR '))
      return { state: 'error', name: line.slice(4).split(' ')[0] ?? '', rest: text.slice(at) }
    if (line === `END LIST VAR ${ups}`) return { state: 'variables', variables, rest: text.slice(at) }
    const variable = /^VAR \S+ (\S+) "((?:[^"\\]|\\.)*)"$/.exec(line)
    if (variable !== null) variables.set(variable[1] ?? '', (variable[2] ?? '').replaceAll(/\\(.)/g, '$1'))
  }
}

/** What the variables say of the supply; null where the status names neither mains nor battery. */
export function readingIn(variables: ReadonlyMap<string, string>): PowerReading | null {
  const parsed = Variables.safeParse(Object.fromEntries(variables))
  if (!parsed.success) return null
  const flags = parsed.data['ups.status'].split(/\s+/)
  const mains = flags.includes('OL') || (flags.includes('BYPASS') && !flags.includes('OB'))
  if (!mains && !flags.includes('OB') && !flags.includes('FSD')) return null
  return {
    mains: mains && !flags.includes('FSD'),
    chargePercent: parsed.data['battery.charge'] ?? null,
    secondsLeft: parsed.data['battery.runtime'] ?? null,
    alarm: flags.includes('FSD') ? 'forced' : flags.includes('LB') ? 'low' : 'none',
  }
}
