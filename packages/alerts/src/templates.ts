import type { AlertTemplate, AlertWords, Texts } from '@akari/protocol'
import { correctedWords, endingWords, templateWords, textsOf, type TemplatePhrase } from './phrase-book.ts'

type Look = Pick<AlertTemplate, 'hazard' | 'presentation' | 'drillOnly' | 'opensNetwork'>

const building: Texts = textsOf((phrases) => phrases.areas.building)

/**
 * The prepared alerts of the desk: one person may raise them. Orders of the city (evacuation.ts) are none of them, so no
 * template carries a 警戒レベル.
 */
export const ALERT_TEMPLATES: readonly AlertTemplate[] = [
  template('building-fire', 'buildingFire', {
    hazard: 'fire',
    presentation: { mode: 'fullScreen', field: 'evacuation', symbol: 'exit' },
  }),
  template('building-evacuation', 'buildingEvacuation', {
    hazard: 'evacuation',
    presentation: { mode: 'fullScreen', field: 'evacuation', symbol: 'exit' },
  }),
  template('earthquake-shelter', 'earthquakeShelter', {
    hazard: 'earthquake',
    presentation: { mode: 'fullScreen', field: 'evacuation', symbol: 'earthquake' },
  }),
  template('power-outage', 'powerOutage', {
    hazard: 'power-loss',
    presentation: { mode: 'fullScreen', field: 'evacuation', symbol: 'exit' },
  }),
  template('test-message', 'testMessage', {
    hazard: 'other',
    presentation: { mode: 'fullScreen', field: 'level1', symbol: 'info' },
    drillOnly: true,
  }),
  // Nobody needs to act: it stands as a line beside what is on, and the Wi-Fi boards turn.
  template('open-network', 'openNetwork', {
    hazard: 'other',
    presentation: { mode: 'ticker', field: 'evacuation', symbol: 'info' },
    opensNetwork: true,
  }),
]

function template(id: string, phrase: TemplatePhrase, look: Look): AlertTemplate {
  const words: AlertWords = templateWords(phrase, building)
  return {
    id,
    level: null,
    words,
    correction: correctedWords(words),
    retraction: endingWords('cancelledByStaff', words),
    ...look,
  }
}
