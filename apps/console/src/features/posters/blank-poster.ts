import {
  type LocalDate,
  POSTER_TEMPLATES,
  type PosterContent,
  type PosterInput,
  type PosterTemplate,
  type Texts,
} from '@akari/protocol'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'
import { posterFaults, readPoster } from './poster-faults.ts'

const EMPTY: Texts = { ja: '' }

/** A form of this template with nothing written in it; `today` is a local date to start from. */
export function blankPoster(template: PosterTemplate, today: LocalDate): PosterDraft {
  return { title: EMPTY, poster: blankContent(template, today), pictureId: null }
}

function blankContent(template: PosterTemplate, today: LocalDate): PosterContent {
  const days = { from: today }
  const times = { start: '09:00', end: '17:00' }
  switch (template) {
    case 'notice':
      return { template, body: EMPTY }
    case 'event':
    case 'exhibition':
      return { template, days, times, place: EMPTY }
    case 'counters':
      return { template, at: '10:00', counters: [{ number: '1', name: EMPTY, waiting: 0 }] }
    case 'election':
      return { template, day: today, times: { start: '07:00', end: '20:00' }, early: [] }
    case 'waste':
      return { template, by: '08:30', kinds: [{ kind: 'burnable', weekdays: ['TU', 'FR'] }] }
    case 'recruitment':
      return { template, facts: [{ fact: 'count', text: EMPTY }], deadline: today }
    case 'closure':
      return { template, days }
  }
}

/** The template somebody asked for by its name, the notice where there is none of that name. */
export function templateNamed(name: string | null): PosterTemplate {
  return POSTER_TEMPLATES.find((template) => template === name) ?? 'notice'
}

/** The poster as it can be saved, without texts that were left empty; null while something is missing or wrong. */
export function writtenPoster(draft: PosterDraft, version: number): PosterInput | null {
  const read = readPoster(draft, version)
  return read.success && posterFaults(draft).length === 0 ? read.data : null
}
