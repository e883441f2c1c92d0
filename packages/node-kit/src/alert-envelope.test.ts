import { ALERT_SIGNING_CONTEXT, type AlertState, type SignedAlertState } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { openAlertState, signAlertState } from './alert-envelope.ts'
import { createKeyPair, signBytes } from './keys.ts'

const live = createKeyPair()
const drill = createKeyPair()
const state: AlertState = {
  channel: 'live',
  epoch: 1,
  revision: 1790000000000,
  issuedAt: '2026-10-01T09:00:00+09:00',
  alerts: [],
}
const signed = signAlertState(state, live.privateKey)

function signedText(payload: string): SignedAlertState {
  return {
    payload,
    signature: signBytes(ALERT_SIGNING_CONTEXT + payload, live.privateKey),
    key: live.publicKey,
  }
}

describe('openAlertState', () => {
  it('opens what the pinned key signed', () => {
    expect(openAlertState(signed, 'live', live.publicKey)).toEqual({ ok: true, state })
  })

  it('opens it after a trip through JSON', () => {
    expect(openAlertState(JSON.parse(JSON.stringify(signed)), 'live', live.publicKey)).toEqual({ ok: true, state })
  })

  it('covers every byte: each single changed character of the payload is refused', () => {
    for (let at = 0; at < signed.payload.length; at++) {
      const changed = signed.payload[at] === 'x' ? 'y' : 'x'
      const payload = signed.payload.slice(0, at) + changed + signed.payload.slice(at + 1)
      expect(openAlertState({ ...signed, payload }, 'live', live.publicKey)).toEqual({
        ok: false,
        reason: 'bad-signature',
      })
    }
  })

  it('refuses the same meaning in other bytes', () => {
    const payload = JSON.stringify(state, null, 1)
    expect(openAlertState({ ...signed, payload }, 'live', live.publicKey)).toEqual({
      ok: false,
      reason: 'bad-signature',
    })
  })

  it('refuses a key that is not pinned, also when the envelope names the pinned one', () => {
    const forged = signAlertState(state, drill.privateKey)
    expect(openAlertState(forged, 'live', live.publicKey)).toEqual({ ok: false, reason: 'wrong-key' })
    expect(openAlertState({ ...forged, key: live.publicKey }, 'live', live.publicKey)).toEqual({
      ok: false,
      reason: 'bad-signature',
    })
  })

  it('refuses a drill state on the live channel even when it is properly signed', () => {
    const crossed = signAlertState({ ...state, channel: 'drill' }, live.privateKey)
    expect(openAlertState(crossed, 'live', live.publicKey)).toEqual({ ok: false, reason: 'wrong-channel' })
  })

  it('refuses a signature made without the signing context', () => {
    const bare = { ...signed, signature: signBytes(signed.payload, live.privateKey) }
    expect(openAlertState(bare, 'live', live.publicKey)).toEqual({ ok: false, reason: 'bad-signature' })
  })

  it.each([null, 7, 'text', [], {}, { ...signed, signature: 'x' }, { ...signed, payload: 'x'.repeat(600_000) }])(
    'calls envelope %# malformed',
    (envelope) => {
      expect(openAlertState(envelope, 'live', live.publicKey)).toEqual({ ok: false, reason: 'malformed' })
    },
  )

  it.each(['', 'not json', '{}', '[]', 'null'])('calls the signed text «%s» malformed', (payload) => {
    expect(openAlertState(signedText(payload), 'live', live.publicKey)).toEqual({ ok: false, reason: 'malformed' })
  })
})
