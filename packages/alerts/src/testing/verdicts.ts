import { Alert } from '@akari/protocol'
import { assess } from '../assess/assess.ts'
import { gravestOf } from '../assess/line.ts'
import type { Verdict } from '../assess/verdict.ts'
import { KOGANEI } from '../place.ts'
import { telegram } from './telegram-xml.ts'

/** What a telegram means for the city that ships with this. */
export const verdicts = (xml: string): Verdict[] => assess(telegram(xml), KOGANEI)
/** The gravest of it. */
export const line = (xml: string) => gravestOf(verdicts(xml))
/** The alert that it raises; throws where it raises none. */
export const raised = (xml: string): Alert => {
  const verdict = line(xml)
  if (verdict?.effect !== 'raise') throw new Error(JSON.stringify(verdict))
  return Alert.parse(verdict.alert)
}
/** What it raises or ends, by its slots. */
export const slots = (xml: string, effect: Verdict['effect']) =>
  verdicts(xml).flatMap((verdict) => (verdict.effect === effect && 'slot' in verdict ? [verdict.slot] : []))
