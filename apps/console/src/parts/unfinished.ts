import { z } from 'zod'

/** What any text could be. */
const SOMETHING = '1'
const SOME_ADDRESS = 'https://example.jp/'

/** Something that is not finished: as one that is, but for texts and addresses that are still missing or wrong. */
export function unfinished<T>(finished: z.ZodType): z.ZodType<T> {
  return z.custom<T>((value) => finished.safeParse(filledIn(value)).success)
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
