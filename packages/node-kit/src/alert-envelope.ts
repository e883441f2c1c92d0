import type { KeyObject } from 'node:crypto'
import { createPublicKey } from 'node:crypto'
import { ALERT_SIGNING_CONTEXT, AlertState, type Channel, PublicKey, SignedAlertState } from '@akari/protocol'
import { signBytes, verifyBytes } from './keys.ts'

export type OpenedAlertState =
  | { ok: true; state: AlertState }
  | { ok: false; reason: 'malformed' | 'wrong-key' | 'bad-signature' | 'wrong-channel' }

/** Signs the exact bytes that travel (`payload`), prefixed by ALERT_SIGNING_CONTEXT; nobody re-serialises them later. */
export function signAlertState(state: AlertState, key: KeyObject): SignedAlertState {
  const payload = JSON.stringify(state)
  return {
    payload,
    signature: signBytes(ALERT_SIGNING_CONTEXT + payload, key),
    key: PublicKey.parse(createPublicKey(key).export({ format: 'jwk' }).x),
  }
}

/**
 * Opens an envelope that came for `channel`: shape and size, then key, then signature, and only then what it says.
 * The key inside the envelope is a hint and must be the pinned one. Never throws.
 */
export function openAlertState(envelope: unknown, channel: Channel, pinnedKey: PublicKey): OpenedAlertState {
  const outer = SignedAlertState.safeParse(envelope)
  if (!outer.success) return { ok: false, reason: 'malformed' }
  const { payload, signature, key } = outer.data
  if (key !== pinnedKey) return { ok: false, reason: 'wrong-key' }
  if (!verifyBytes(ALERT_SIGNING_CONTEXT + payload, signature, pinnedKey)) return { ok: false, reason: 'bad-signature' }
  const inner = AlertState.safeParse(jsonOrNull(payload))
  if (!inner.success) return { ok: false, reason: 'malformed' }
  if (inner.data.channel !== channel) return { ok: false, reason: 'wrong-channel' }
  return { ok: true, state: inner.data }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Signed by the pinned key and still not JSON: a fault of the sender, reported as `malformed`.
    return null
  }
}
