import { KIOSK_LANGUAGES, type KioskLanguage, type Texts } from '@akari/protocol'
import type { SittingDraft } from './sitting-draft.ts'

/** What a plan says beside its texts, in the order of the form. */
const FACTS = [
  'startsAt',
  'endsAt',
  'targets',
  'streamId',
  'isRecorded',
  'silent',
  'opening',
  'closing',
  'countdownMinutes',
  'afterMinutes',
  'recordingUrl',
] as const
export type SittingFact = (typeof FACTS)[number]

/** A text, of which field and in which language; null: the number of an item, which is the same in all. */
export type SaidText = {
  path: string
  field: 'title' | 'agenda' | 'speakers'
  language: KioskLanguage | null
  text: string
}

/** Which facts of a plan are other ones than in `other`. */
export function differingFacts(draft: SittingDraft, other: SittingDraft): SittingFact[] {
  return FACTS.filter((fact) => JSON.stringify(comparable(draft, fact)) !== JSON.stringify(comparable(other, fact)))
}

/** The texts of a plan, in every language, that do not stand so in `other`. */
export function differingSaid(draft: SittingDraft, other: SittingDraft): SaidText[] {
  const others = new Map(saidIn(other).map(({ path, text }) => [path, text]))
  return saidIn(draft).filter(({ path, text }) => text !== others.get(path))
}

/** A row that is in both plans, and stands in another order there; `place` counts from 1. */
export type MovedRow = { field: 'agenda' | 'speakers'; id: string; name: Texts; place: number }

/** The fewest rows that have to be moved for those of both plans to stand in one order. */
export function movedRows(draft: SittingDraft, other: SittingDraft): MovedRow[] {
  return [
    ...movedOf(
      'agenda',
      draft.agenda.map(({ id, title }) => ({ id, name: title })),
      other.agenda,
    ),
    ...movedOf('speakers', draft.speakers, other.speakers),
  ]
}

function movedOf(
  field: MovedRow['field'],
  rows: readonly { id: string; name: Texts }[],
  others: readonly { id: string }[],
): MovedRow[] {
  const ids = others.map(({ id }) => id)
  const kept = inOrder(
    rows.map(({ id }) => id),
    ids,
  )
  return rows.flatMap(({ id, name }, index) =>
    kept.has(id) || !ids.includes(id) ? [] : [{ field, id, name, place: index + 1 }],
  )
}

/** The most of `ids` that stand in one order in both. */
function inOrder(ids: readonly string[], others: readonly string[]): Set<string> {
  const runs: string[][] = []
  for (const id of ids) {
    const at = others.indexOf(id)
    if (at === -1) continue
    const before = runs.filter((run) => others.indexOf(run.at(-1) ?? '') < at)
    runs.push([...(before.toSorted((a, b) => b.length - a.length)[0] ?? []), id])
  }
  return new Set(runs.toSorted((a, b) => b.length - a.length)[0])
}

function comparable(draft: SittingDraft, fact: SittingFact): unknown {
  switch (fact) {
    case 'startsAt':
    case 'endsAt':
      return Date.parse(draft[fact])
    case 'silent':
      return draft.silent === true
    case 'targets': {
      const { displayIds, groups, where = null } = draft.targets
      return [displayIds.toSorted(), groups.toSorted(), where]
    }
    case 'streamId':
    case 'isRecorded':
    case 'opening':
    case 'closing':
    case 'countdownMinutes':
    case 'afterMinutes':
    case 'recordingUrl':
      return draft[fact]
  }
}

function saidIn({ title, agenda, speakers }: SittingDraft): SaidText[] {
  return [
    ...inLanguages('title', 'title', title),
    ...agenda.flatMap((item) => [
      ...(item.number === undefined
        ? []
        : [{ path: `${item.id} number`, field: 'agenda' as const, language: null, text: item.number }]),
      ...inLanguages(item.id, 'agenda', item.title),
    ]),
    ...speakers.flatMap(({ id, name, party = { ja: '' } }) => [
      ...inLanguages(`${id} name`, 'speakers', name),
      ...inLanguages(`${id} party`, 'speakers', party),
    ]),
  ]
}

function inLanguages(path: string, field: SaidText['field'], texts: Texts): SaidText[] {
  return KIOSK_LANGUAGES.flatMap((language) => {
    const text = texts[language] ?? ''
    return text === '' ? [] : [{ path: `${path} ${language}`, field, language, text }]
  })
}
