import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes for a cookie, a token or a ticket, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored in place of a secret: a stolen database signs nobody in. The secret has 256 bits, so no salt is needed. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** `Authorization: Bearer …`, or null. */
export function bearerOf(header: string | undefined): string | null {
  const match = /^Bearer ([A-Za-z0-9_.~+/=-]{20,200})$/.exec(header ?? '')
  return match?.[1] ?? null
}
