import { presentationOf } from '@akari/alerts/deciding'
import type { Alert, Hazard, PolicyAct } from '@akari/protocol'
import { factsOf, type Situation } from './deciding.ts'

/** What only the desk sends, on the green field of its templates. */
const STAFFS_OWN: readonly Hazard[] = ['fire', 'power-loss', 'evacuation']

/** An alert of the case that is being tried, for its picture only: its words say where the real ones will stand. */
export function sampleAlert(
  situation: Situation,
  mode: Exclude<PolicyAct['mode'], 'none'>,
  words: Alert['words'],
  sentAt: string,
): Alert {
  const looks = presentationOf(factsOf(situation))
  const field = STAFFS_OWN.includes(situation.hazard) && situation.level === null ? 'evacuation' : looks.field
  return {
    id: 'policy-preview',
    source: { kind: 'operator', name: words.area, reference: 'preview' },
    category: 'Safety',
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Observed',
    ...factsOf(situation),
    phase: 'inForce',
    target: { kind: 'all' },
    presentation: { ...looks, mode, field },
    words,
    sentAt,
    expiresAt: null,
  }
}
