import type { Alert, Hazard } from '@akari/protocol'

/** Does news of this alert come by this source? */
export type Carries = (alert: Alert) => boolean

/** JMA's public feeds hold everything but early warnings of earthquakes. */
export const carriedByFeeds: Carries = ({ source, hazard }) =>
  source.kind === 'jma' && hazard !== 'earthquake-early-warning'

/** Which classification of DMDATA a hazard comes with; weather where none is named. */
const CLASSIFICATION: Partial<Record<Hazard, string>> = {
  'earthquake-early-warning': 'eew.',
  earthquake: 'telegram.earthquake',
  tsunami: 'telegram.earthquake',
  'nankai-trough': 'telegram.earthquake',
  volcano: 'telegram.volcano',
}

/** DMDATA sends what was subscribed to. */
export function carriedByDmdata(classifications: readonly string[]): Carries {
  return ({ source, hazard }) =>
    source.kind === 'jma' &&
    classifications.some((each) => each.startsWith(CLASSIFICATION[hazard] ?? 'telegram.weather'))
}

/** An alert that must not stand on the glass as if it were news when it is not: level 4 and 5, and 特別警報 without a level. */
export function isGrave({ phase, level, class: word }: Alert): boolean {
  return phase === 'inForce' && ((level ?? 0) >= 4 || word === 'special' || word === 'danger')
}
