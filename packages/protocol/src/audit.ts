import { z } from 'zod'
import { Instant, PublicKey, Sha256, Signature } from './primitives.ts'

/** Where the audit log stood at a moment: the newest entry and its link of the chain. */
export const AuditHead = z.object({ sequence: z.int().nonnegative(), hash: Sha256, at: Instant })
export type AuditHead = z.infer<typeof AuditHead>

/** `payload` is the JSON text of an AuditHead; the CMS's identity key signs its exact bytes (see AUDIT_HEAD_CONTEXT). */
export const SignedAuditHead = z.object({ payload: z.string().max(1000), signature: Signature, key: PublicKey })
export type SignedAuditHead = z.infer<typeof SignedAuditHead>

export const AUDIT_HEAD_CONTEXT = 'akari.audit-head.v1\n'

/**
 * What a check of the whole log found; `sequence` names the first entry that is not as it was written. `missing`: it is
 * gone; `altered`: it is not what its link was made of; `rewritten`: the chain holds, but a signed head says otherwise.
 */
export const AuditVerdict = z.discriminatedUnion('state', [
  z.object({ state: z.literal('intact'), entries: z.int().nonnegative() }),
  z.object({ state: z.literal('broken'), sequence: z.int(), reason: z.enum(['missing', 'altered', 'rewritten']) }),
])
export type AuditVerdict = z.infer<typeof AuditVerdict>
