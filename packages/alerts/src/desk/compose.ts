import {
  type Alert,
  type DeskDraft,
  type DeskMessage,
  type DeskShelter,
  isFitFor,
  type Shelter,
  type Texts,
  type Town,
  type WordsFinding,
  type WrittenWords,
} from '@akari/protocol'
import { correctedWords } from '../phrase-book.ts'
import { evacuationAlert } from './evacuation.ts'
import { lintWords } from './lint-words.ts'
import { areaTexts, unknownIn } from './towns.ts'

/** What the city knows of itself: its name, its towns, its shelters as they are now. */
export type DeskKnowledge = { city: Texts; towns: readonly Town[]; shelters: readonly DeskShelter[] }

type Composed = {
  look: Pick<Alert, 'hazard' | 'level' | 'presentation' | 'words'> & { shelters: Shelter[] }
  findings: WordsFinding[]
}
type Evacuation = Extract<DeskDraft, { kind: 'evacuation' }>

/** Stands where nothing is written yet. */
const NOTHING_YET = '…'

/** What the glass would show of a message, and everything that speaks against showing it. */
export function composeMessage({ channel, draft, corrects }: DeskMessage, city: DeskKnowledge): Composed {
  const composed = draft.kind === 'evacuation' ? evacuation(draft, city) : freeText(draft, channel)
  if (corrects === null) return composed
  return { ...composed, look: { ...composed.look, words: correctedWords(composed.look.words) } }
}

function evacuation(draft: Evacuation, { city, towns, shelters }: DeskKnowledge): Composed {
  const area = areaTexts(draft.area, city, towns)
  const chosen = draft.shelterIds.map((id) => shelters.find((shelter) => shelter.id === id))
  const offered = chosen.filter((shelter) => shelter !== undefined)
  const findings: WordsFinding[] = [
    ...(area === null ? [finding('area', 'empty')] : []),
    ...unknownIn(draft.area, towns).map(() => finding('area', 'town-unknown')),
    ...(chosen.some((shelter) => shelter === undefined || !shelter.open)
      ? [finding('shelters', 'shelter-not-open')]
      : []),
    ...(offered.some((shelter) => !isFitFor(shelter, draft.hazard)) ? [finding('shelters', 'shelter-unfit')] : []),
    // It is too late to go anywhere: act now where one is.
    ...(draft.order === 'emergency' && chosen.length > 0 ? [finding('shelters', 'shelters-not-for-emergency')] : []),
  ]
  const look = evacuationAlert(draft, area ?? { ja: NOTHING_YET })
  return {
    look: { ...look, shelters: offered.map(({ id, name, address }) => ({ id, name, address })) },
    findings,
  }
}

function finding(part: WordsFinding['part'], code: WordsFinding['code']): WordsFinding {
  return { part, language: 'ja', code, most: null }
}

function freeText({ field, words }: Extract<DeskDraft, { kind: 'text' }>, channel: DeskMessage['channel']): Composed {
  const symbol = field === 'evacuation' ? 'exit' : 'info'
  const shown = {
    headline: shownOf(words.headline),
    instruction: shownOf(words.instruction),
    area: shownOf(words.area),
  }
  return {
    look: {
      hazard: 'other',
      level: null,
      presentation: { mode: 'fullScreen', field, symbol },
      words: shown,
      shelters: [],
    },
    findings: lintWords(words, channel),
  }
}

function shownOf(texts: WrittenWords['headline']): Texts {
  const shown: Texts = { ...texts, ja: texts.ja.trim() === '' ? NOTHING_YET : texts.ja }
  if (shown.en !== undefined && shown.en.trim() === '') delete shown.en
  return shown
}
