import { PosterInput, type PosterTimes } from '@akari/protocol'
import { createContext } from 'react'
import type { z } from 'zod'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'

const TEXT_FIELDS = ['body', 'place', 'note', 'area', 'contact'] as const

/** What a field of the form is called in the locale file. */
type FaultyField = (typeof TEXT_FIELDS)[number] | 'titleField' | 'link' | 'end' | 'counterName' | 'number' | 'factText'

/** Why a poster cannot be saved: the field by its element id, the row it stands in (from 1), and what is wrong with it. */
export type PosterFault = {
  id: string
  field: FaultyField
  row: number | null
  /** `japanese`: written, but in other languages alone. */
  why: 'missing' | 'japanese' | 'address' | 'endTooEarly'
}

/** The faults of the poster that is filled in, for its fields. */
export const PosterFaults = createContext<readonly PosterFault[]>([])

/** Reads a draft as what is saved, without the texts that were left empty. */
export function readPoster(draft: PosterDraft, version: number): z.ZodSafeParseResult<PosterInput> {
  const poster = Object.fromEntries(Object.entries(draft.poster).filter(([, value]) => !isEmpty(value)))
  return PosterInput.safeParse({ ...draft, poster, version })
}

function isEmpty(value: unknown): boolean {
  return value === '' || (isObject(value) && 'ja' in value && value.ja === '' && Object.keys(value).length === 1)
}

/** Everything that keeps a draft from being saved. */
export function posterFaults(draft: PosterDraft): PosterFault[] {
  const { error } = readPoster(draft, 0)
  const unread = (error?.issues ?? []).flatMap(({ path }) => faultAt(path, draft))
  return [...unread, ...earlyEnds(draft)]
}

function faultAt(path: readonly PropertyKey[], draft: PosterDraft): PosterFault[] {
  const found = fieldAt(path)
  if (found === null) return []
  if (found.field === 'link') return [{ ...found, why: 'address' }]
  const isJapanese = path.at(-1) === 'ja' && Object.keys(valueAt(draft, path.slice(0, -1))).length > 1
  return [{ ...found, why: isJapanese ? 'japanese' : 'missing' }]
}

/** The field of the form in which what is at this path of the document is written. */
function fieldAt([top, key, index, inner]: readonly PropertyKey[]): Omit<PosterFault, 'why'> | null {
  if (top === 'title') return { id: 'poster-title', field: 'titleField', row: null }
  if (key === 'link') return { id: 'poster-link', field: 'link', row: null }
  const text = TEXT_FIELDS.find((each) => each === key)
  if (text !== undefined) return { id: `poster-${text}`, field: text, row: null }
  const row = Number(index) + 1
  if (key === 'counters' && inner === 'number') return { id: `poster-counter-${row - 1}-number`, field: 'number', row }
  if (key === 'counters') return { id: `poster-counter-${row - 1}`, field: 'counterName', row }
  if (key === 'early') return { id: `poster-early-${row - 1}`, field: 'place', row }
  if (key === 'facts') return { id: `poster-fact-${row - 1}`, field: 'factText', row }
  return null
}

function valueAt(draft: PosterDraft, path: readonly PropertyKey[]): object {
  let value: unknown = draft
  for (const key of path) value = isObject(value) ? Reflect.get(value, key) : undefined
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Times that end at or before their start: a poster speaks of one day at a time. */
function earlyEnds({ poster }: PosterDraft): PosterFault[] {
  const own = 'times' in poster ? [{ id: 'poster-times-end', row: null, times: poster.times }] : []
  const rows =
    poster.template === 'election'
      ? poster.early.map(({ times }, index) => ({ id: `poster-early-${index}-end`, row: index + 1, times }))
      : []
  return [...own, ...rows].flatMap(({ id, row, times }) =>
    endsTooEarly(times) ? [{ id, field: 'end' as const, row, why: 'endTooEarly' as const }] : [],
  )
}

function endsTooEarly(times: PosterTimes | undefined): boolean {
  return times?.end !== undefined && times.end <= times.start
}
