import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import { type Actor, nameOf } from './actor.ts'
import { AppError } from './app-error.ts'

/** An answer that was given; `status` null while its request is being worked on. */
export type KeptAnswer = { request: string; status: number | null; body: string | null }

export type IdempotencyStore = {
  /** Null when the key is the caller's now; else what it was used for. A key whose work was cut off long ago is free. */
  claim: (key: string, request: string) => Promise<KeptAnswer | null>
  keep: (key: string, status: number, body: string | null) => Promise<void>
  free: (key: string) => Promise<void>
}

const KEY = /^[\x21-\x7e]{1,200}$/

/**
 * Does the work of a POST with an `Idempotency-Key` once (draft-ietf-httpapi-idempotency-key-header-07): the same caller, path, key and
 * body get the first answer again, with `Idempotency-Replayed: true`. Work that failed was not done: the key is free again. Gives
 * null where the request has no key.
 */
export function onceOnly(store: IdempotencyStore) {
  return async (
    req: Request,
    res: Response,
    actor: Actor,
    work: () => Promise<{ status: number; body: unknown }>,
  ): Promise<{ status: number; body: unknown }> => {
    const given = req.get('idempotency-key')
    if (given === undefined) return work()
    if (!KEY.test(given)) throw new AppError('bad-key')
    const key = digest(nameOf(actor), req.path, given)
    const request = digest(JSON.stringify(req.body ?? null))
    const kept = await store.claim(key, request)
    if (kept !== null) return again(kept, request, res)
    try {
      const answer = await work()
      await store.keep(key, answer.status, answer.body === undefined ? null : JSON.stringify(answer.body))
      return answer
    } catch (err) {
      await store.free(key)
      throw err
    }
  }
}

/** Refuses a key where none is minded, rather than letting the caller believe in it. */
export function refuseKey(req: Request): void {
  if (req.get('idempotency-key') !== undefined) throw new AppError('key-not-minded')
}

function again(kept: KeptAnswer, request: string, res: Response): { status: number; body: unknown } {
  if (kept.request !== request) throw new AppError('key-reused')
  if (kept.status === null) throw new AppError('in-progress')
  res.setHeader('Idempotency-Replayed', 'true')
  return { status: kept.status, body: kept.body === null ? undefined : JSON.parse(kept.body) }
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}
