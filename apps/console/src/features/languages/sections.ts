import type { PhraseInReview, PhraseReport } from '@akari/protocol'
import { withoutRuby } from '@akari/protocol'
import { matches } from '../../parts/matching.ts'

/** Parts of the page: what the book calls a group, and apart from it the names that stand inside other phrases. */
const SECTIONS = ['alerts', 'endings', 'templates', 'names', 'glass'] as const
type Section = (typeof SECTIONS)[number]

/** Phrases that stand together on the glass: a headline and its instruction, or one phrase alone. */
export type Unit = { id: string; phrases: readonly PhraseInReview[] }

const TOGETHER = /^(.+)\.(headline|instruction|levelled|plain)$/

export function sectionOf({ key, group }: PhraseInReview): Section {
  return group === 'alerts' && !key.startsWith('alerts.') ? 'names' : group
}

/** What the phrase is in its unit; null where it stands alone. */
export function partOf(key: string): 'headline' | 'instruction' | null {
  const part = TOGETHER.exec(key)?.[2]
  if (part === undefined) return null
  return part === 'instruction' ? 'instruction' : 'headline'
}

export function unitOf(key: string): string {
  return TOGETHER.exec(key)?.[1] ?? key
}

/** The sections that have anything to show, each with its units in the order of the book. */
export function inSections(phrases: readonly PhraseInReview[]): { section: Section; units: readonly Unit[] }[] {
  return SECTIONS.flatMap((section) => {
    const units = unitsOf(phrases.filter((phrase) => sectionOf(phrase) === section))
    return units.length === 0 ? [] : [{ section, units }]
  })
}

function unitsOf(phrases: readonly PhraseInReview[]): Unit[] {
  const units = new Map<string, PhraseInReview[]>()
  for (const phrase of phrases) {
    const id = unitOf(phrase.key)
    units.set(id, [...(units.get(id) ?? []), phrase])
  }
  return [...units].map(([id, own]) => ({ id, phrases: own }))
}

export type Filter = 'all' | 'waiting' | 'reported'

/** Does anybody still have to read it? */
function waits({ status }: PhraseInReview): boolean {
  return status === 'waiting' || status === 'changed' || status === 'added'
}

/** The phrases that are looked for; readings above kanji do not come between what one types. */
export function filtered(
  phrases: readonly PhraseInReview[],
  reports: readonly PhraseReport[],
  filter: Filter,
  search: string,
): PhraseInReview[] {
  const reported = new Set(reports.filter(({ ended }) => ended === null).map(({ key }) => key))
  return phrases.filter((phrase) => {
    if (filter === 'waiting' && !waits(phrase)) return false
    if (filter === 'reported' && !reported.has(phrase.key)) return false
    const texts = Object.values(phrase.texts).filter((text) => text !== undefined)
    return matches(search, [phrase.key, ...texts.map(withoutRuby)])
  })
}
