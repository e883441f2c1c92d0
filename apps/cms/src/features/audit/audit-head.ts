import type { KeyObject } from 'node:crypto'
import { createPublicKey } from 'node:crypto'
import { signBytes, verifyBytes } from '@akari/node-kit'
import { AUDIT_HEAD_CONTEXT, AuditHead, PublicKey, SignedAuditHead } from '@akari/protocol'
import { z } from 'zod'

const HeadText = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' })
      return z.NEVER
    }
  })
  .pipe(AuditHead)

export function signAuditHead(head: AuditHead, identity: KeyObject): SignedAuditHead {
  const payload = JSON.stringify(head)
  return {
    payload,
    signature: signBytes(AUDIT_HEAD_CONTEXT + payload, identity),
    key: PublicKey.parse(createPublicKey(identity).export({ format: 'jwk' }).x),
  }
}

/** The head that this identity signed, or null for anything else. */
export function openAuditHead(signed: unknown, identity: PublicKey): AuditHead | null {
  const outer = SignedAuditHead.safeParse(signed)
  if (!outer.success) return null
  const { payload, signature } = outer.data
  if (!verifyBytes(AUDIT_HEAD_CONTEXT + payload, signature, identity)) return null
  const head = HeadText.safeParse(payload)
  return head.success ? head.data : null
}
