import { z } from 'zod'

/** A moment: ISO 8601 with a numeric offset or `Z`, e.g. `2026-11-22T09:00:00+09:00`. */
export const Instant = z.iso.datetime({ offset: true })
export type Instant = z.infer<typeof Instant>

/** A wall-clock date and time without a zone, to the minute: `2026-04-01T08:30`. */
export const LocalDateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
export type LocalDateTime = z.infer<typeof LocalDateTime>

/** Whole numbers that only rise; the newer state wins (see AlertState for how ties cannot occur). */
export const Revision = z.int().nonnegative()
export type Revision = z.infer<typeof Revision>

/** Raised when a server's database was put back to an earlier day, so that it is obeyed all the same. */
export const Epoch = z.int().positive()
export type Epoch = z.infer<typeof Epoch>

export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/)
export type Id = z.infer<typeof Id>

/** Lower-case hex digest; also the name of a file in every content store. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export type Sha256 = z.infer<typeof Sha256>

/** Raw 32-byte Ed25519 public key, base64url without padding. */
export const PublicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export type PublicKey = z.infer<typeof PublicKey>

/** 64-byte Ed25519 signature, base64url without padding. */
export const Signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/)
export type Signature = z.infer<typeof Signature>

/**
 * The time as a player knows it. `synced`: measured against the CMS in this boot; `holdover`: synced earlier,
 * the CMS is out of reach since; `unknown`: never measured in this boot. `monotonicMs` counts from an arbitrary start
 * and never jumps; it is comparable only while `bootId` is the same.
 */
export const Clock = z.object({
  instant: Instant,
  trust: z.enum(['synced', 'holdover', 'unknown']),
  monotonicMs: z.number().nonnegative(),
  bootId: z.string().min(1),
})
export type Clock = z.infer<typeof Clock>
