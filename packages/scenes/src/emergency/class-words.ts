import type { AlertClass } from '@akari/protocol'
import type { WordKey } from '../locales/words.ts'

const KEYS: Record<AlertClass, WordKey> = {
  special: 'classSpecial',
  danger: 'classDanger',
  warning: 'classWarning',
  advisory: 'classAdvisory',
  forecast: 'classForecast',
  info: 'classInfo',
}

/** The word for the kind of an alert, e.g. 注意報, for hazards that have no 警戒レベル. */
export function classKey(kind: AlertClass): WordKey {
  return KEYS[kind]
}
