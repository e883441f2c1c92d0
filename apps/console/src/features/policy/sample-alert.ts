import type { Alert, Hazard, PolicyAct, Presentation } from '@akari/protocol'
import type { Situation } from './deciding.ts'

/** An alert of the case that is being tried, for its picture only: its words say where the real ones will stand. */
export function sampleAlert(
  situation: Situation,
  mode: Exclude<PolicyAct['mode'], 'none'>,
  words: Alert['words'],
  sentAt: string,
): Alert {
  const { hazard, level, class: word, intensity } = situation
  return {
    id: 'policy-preview',
    source: { kind: 'operator', name: words.area, reference: 'preview' },
    category: 'Safety',
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Observed',
    hazard,
    level,
    class: word,
    intensity: intensity === null ? null : { from: intensity, to: intensity },
    phase: 'inForce',
    target: { kind: 'all' },
    presentation: { mode, field: fieldOf(situation), symbol: symbolOf(hazard) },
    words,
    sentAt,
    expiresAt: null,
  }
}

function fieldOf({ hazard, level, class: word, intensity }: Situation): Presentation['field'] {
  if (hazard === 'earthquake-early-warning') return 'eew'
  if (level !== null) return `level${level}`
  if (hazard === 'fire' || hazard === 'power-loss' || hazard === 'evacuation') return 'evacuation'
  if (intensity !== null) return FIELD_OF_INTENSITY[intensity]
  return word === null ? 'level1' : FIELD_OF_CLASS[word]
}

const FIELD_OF_CLASS: Record<NonNullable<Situation['class']>, Presentation['field']> = {
  special: 'level5',
  danger: 'level4',
  warning: 'level3',
  advisory: 'level2',
  forecast: 'level1',
  info: 'level1',
}

const FIELD_OF_INTENSITY: Record<NonNullable<Situation['intensity']>, Presentation['field']> = {
  '7': 'level5',
  '6+': 'level5',
  '6-': 'level5',
  '5+': 'level4',
  '5-': 'level4',
  '4': 'level2',
  '3': 'level2',
  '2': 'level1',
  '1': 'level1',
  '0': 'level1',
}

function symbolOf(hazard: Hazard): Presentation['symbol'] {
  switch (hazard) {
    case 'earthquake-early-warning':
    case 'earthquake':
    case 'nankai-trough':
      return 'earthquake'
    case 'tsunami':
    case 'high-waves':
      return 'tsunami'
    case 'heavy-rain':
    case 'linear-rainband':
    case 'record-rain':
      return 'rain'
    case 'flood':
    case 'storm-surge':
      return 'flood'
    case 'landslide':
    case 'volcano':
    case 'heat':
    case 'fire':
      return hazard
    case 'storm':
    case 'tornado':
      return 'wind'
    case 'snow-storm':
    case 'heavy-snow':
      return 'snow'
    case 'evacuation':
    case 'power-loss':
      return 'exit'
    case 'thunder':
    case 'dry':
    case 'fog':
    case 'other':
      return 'info'
  }
}
