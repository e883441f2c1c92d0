import type {
  Alert,
  AlertWords,
  DeskDraft,
  EvacuationHazard,
  EvacuationOrder,
  Presentation,
  Texts,
} from '@akari/protocol'
import { bookWords, textsOf } from '../phrase-book.ts'

type Evacuation = Extract<DeskDraft, { kind: 'evacuation' }>
type Look = Pick<Alert, 'hazard' | 'level' | 'presentation' | 'words'>

const LEVELS = { elderly: 3, order: 4, emergency: 5 } as const satisfies Record<EvacuationOrder, number>
const FIELDS = { elderly: 'level3', order: 'level4', emergency: 'level5' } as const satisfies Record<
  EvacuationOrder,
  Presentation['field']
>

/**
 * An order of the city as the glass shows it, after 内閣府「避難情報に関するガイドライン」(2021-05): 警戒レベル 3 to 5 belong
 * to floods and landslides alone; an order for a fire has none. 緊急安全確保 says to get safe where one is.
 */
export function evacuationAlert({ order, hazard }: Pick<Evacuation, 'order' | 'hazard'>, area: Texts): Look {
  const hasLevel = isLevelled(hazard)
  return {
    hazard: 'evacuation',
    level: hasLevel ? LEVELS[order] : null,
    presentation: { mode: 'fullScreen', field: hasLevel ? FIELDS[order] : 'evacuation', symbol: symbolOf(hazard) },
    words: wordsOf(order, hazard, area),
  }
}

function isLevelled(hazard: EvacuationHazard): boolean {
  return hazard === 'flood' || hazard === 'landslide'
}

function wordsOf(order: EvacuationOrder, hazard: EvacuationHazard, area: Texts): AlertWords {
  const kind = isLevelled(hazard) ? 'levelled' : 'plain'
  return bookWords({
    headline: textsOf(({ evacuation: { because, hazards, orders } }) => {
      const name = orders[order][kind]
      return hazard === 'other' ? name : because.replace('{order}', name).replace('{hazard}', hazards[hazard])
    }),
    instruction: textsOf(({ evacuation }) => evacuation.orders[order].instruction),
    area,
  })
}

function symbolOf(hazard: EvacuationHazard): Presentation['symbol'] {
  switch (hazard) {
    case 'flood':
      return 'flood'
    case 'landslide':
      return 'landslide'
    case 'fire':
      return 'fire'
    case 'other':
      return 'exit'
  }
}
