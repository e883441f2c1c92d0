import { PosterInput } from '@akari/protocol'
import { z } from 'zod'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'

/** What any text of a poster could be. */
const SOMETHING = '1'
const SOME_ADDRESS = 'https://example.jp/'

/** A poster that is not finished: as one that is, but for texts and an address that are still missing or wrong. */
const Unfinished = z.custom<PosterDraft>((value) => PosterInput.safeParse(filledIn(value)).success)

/** An unfinished poster as this browser keeps it. */
export const KeptPoster = z.object({ draft: Unfinished, version: z.int() })
export type KeptPoster = z.infer<typeof KeptPoster>

export function writtenKept(draft: PosterDraft, version: number): KeptPoster {
  const { title, poster, pictureId } = draft
  return { draft: { title, poster, pictureId }, version }
}

function filledIn(value: unknown): unknown {
  if (!isRecord(value)) return value
  return { ...Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filled(key, each)])), version: 0 }
}

function filled(key: string, value: unknown): unknown {
  if (key === 'link' && typeof value === 'string') return SOME_ADDRESS
  if (value === '') return SOMETHING
  if (Array.isArray(value)) return value.map((each: unknown) => filled('', each))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, filled(inner, each)]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
