import type { AlertTemplate, Texts } from '@akari/protocol'
import { designatedArea, templateWords, textsOf } from './phrase-book.ts'
import { KOGANEI, type Place } from './place.ts'

/**
 * The prepared alerts of the desk for one place. Only the evacuation order carries a 警戒レベル: it is the city's own act
 * (災害対策基本法 §60), while a JMA level is merely 相当.
 */
export function alertTemplates(place: Place): AlertTemplate[] {
  const building: Texts = textsOf((phrases) => phrases.areas.building)
  return [
    {
      id: 'building-fire',
      hazard: 'fire',
      level: null,
      presentation: { mode: 'fullScreen', field: 'evacuation', symbol: 'exit' },
      words: templateWords('buildingFire', building),
    },
    {
      id: 'building-evacuation',
      hazard: 'evacuation',
      level: null,
      presentation: { mode: 'fullScreen', field: 'evacuation', symbol: 'exit' },
      words: templateWords('buildingEvacuation', building),
    },
    {
      id: 'evacuation-order',
      hazard: 'evacuation',
      level: 4,
      presentation: { mode: 'fullScreen', field: 'level4', symbol: 'exit' },
      words: templateWords('evacuationOrder', designatedArea(place.city.name)),
    },
    {
      id: 'earthquake-shelter',
      hazard: 'earthquake',
      level: null,
      presentation: { mode: 'fullScreen', field: 'evacuation', symbol: 'earthquake' },
      words: templateWords('earthquakeShelter', building),
    },
    {
      id: 'power-outage',
      hazard: 'power-loss',
      level: null,
      presentation: { mode: 'fullScreen', field: 'evacuation', symbol: 'exit' },
      words: templateWords('powerOutage', building),
    },
    {
      id: 'test-message',
      hazard: 'other',
      level: null,
      presentation: { mode: 'fullScreen', field: 'level1', symbol: 'info' },
      words: templateWords('testMessage', building),
    },
  ]
}

export const ALERT_TEMPLATES: readonly AlertTemplate[] = alertTemplates(KOGANEI)
