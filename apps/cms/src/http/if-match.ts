import { z } from 'zod'
import { AppError } from './app-error.ts'

const Versioned = z.object({ version: z.int().nonnegative() })
const Tag = /^"v(\d+)"$/

/** The ETag of an answer that has a version, e.g. `"v3"`; null for any other (RFC 9110 §8.8.3). */
export function entityTag(answer: unknown): string | null {
  const { success, data } = Versioned.safeParse(answer)
  return success ? `"v${data.version}"` : null
}

/** Is a write of this body one over a version? */
export function hasVersion(schema: z.ZodType | undefined): boolean {
  return schema instanceof z.ZodObject && 'version' in schema.shape
}

/**
 * The body of a write with the version that `If-Match` names (RFC 9110 §13.1.1), so that a caller need not repeat it. Throws
 * `bad-entity-tag` for one that is none of ours, `if-match-not-minded` where nothing has a version, `precondition-failed` where both differ.
 */
export function withVersion(body: unknown, schema: z.ZodType | undefined, ifMatch: string | undefined): unknown {
  if (ifMatch === undefined) return body
  const named = Tag.exec(ifMatch.trim())?.[1]
  if (named === undefined) throw new AppError('bad-entity-tag')
  if (!hasVersion(schema)) throw new AppError('if-match-not-minded')
  const version = Number(named)
  if (typeof body !== 'object' || body === null) return { version }
  if ('version' in body && body.version !== version) throw new AppError('precondition-failed')
  return { ...body, version }
}

/** What to answer a caller whose `If-Match` turned out to be old. */
export function preconditionOf(err: unknown, ifMatch: string | undefined): unknown {
  return ifMatch !== undefined && err instanceof AppError && err.code === 'conflict'
    ? new AppError('precondition-failed')
    : err
}
