import { z } from 'zod'
import { sentence } from '../sentence.ts'
import texts from './app-error.texts.json' with { type: 'json' }
import { fieldFault } from './field-fault.ts'
import catalogue from './problems.json' with { type: 'json' }

export const ProblemCode = z.enum([
  'malformed',
  'unauthenticated',
  'wrong-credentials',
  'wrong-password',
  'password-change-required',
  'forbidden',
  'not-yours',
  'foreign-origin',
  'not-found',
  'not-published',
  'conflict',
  'precondition-failed',
  'bad-entity-tag',
  'if-match-not-minded',
  'unknown-key',
  'bad-key',
  'key-not-minded',
  'key-reused',
  'in-progress',
  'already-exists',
  'in-use',
  'last-admin',
  'display-revoked',
  'code-unknown',
  'code-expired',
  'too-many-tries',
  'too-large',
  'unsupported-media',
  'media-refused',
  'disk-full',
  'venue-refused',
  'feed-refused',
  'stream-forbidden',
  'stream-gone',
  'stream-refused',
  'stream-unreachable',
  'caption-refused',
  'caption-flood',
  'sitting-refused',
  'telegram-refused',
  'rule-refused',
  'words-refused',
  'policy-refused',
  'pairing-refused',
  'drill-refused',
  'value-refused',
  'order-refused',
  'not-as-seen',
  'approval-needed',
  'nothing-to-publish',
  'not-restorable',
  'decided',
  'publishing-cut-off',
  'storage-full',
  'internal',
  'unavailable',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/** What the caller should read: a code of problems.json, a detail, and for bad input the fields. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ProblemCode
  readonly fields: readonly { path: string; message: string }[] | undefined

  constructor(code: ProblemCode, detail?: string, fields?: readonly { path: string; message: string }[]) {
    super(detail ?? code)
    this.code = code
    this.fields = fields
  }

  get status(): number {
    return catalogue[this.code].status
  }

  /** In the language of the caller; for one that names neither, as machines do, «日本語 / English». */
  title(acceptLanguage: string | undefined): string {
    const title = catalogue[this.code]
    if (/^\s*en\b/i.test(acceptLanguage ?? '')) return title.en
    return /^\s*ja\b/i.test(acceptLanguage ?? '') ? title.ja : sentence(title)
  }
}

/** Parses input of a caller; throws AppError `malformed` that says of each field what is wrong, as «日本語 / English». */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input, { error: fieldFault })
  if (parsed.success) return parsed.data
  throw new AppError(
    'malformed',
    undefined,
    parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  )
}

/** Reads text of a caller as JSON; throws AppError `malformed`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw notJson()
  }
}

/** The answer to a body or a message that is no JSON. */
export function notJson(): AppError {
  return new AppError('malformed', sentence(texts.notJson))
}
