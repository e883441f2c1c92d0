import { KEY_MANIFEST_CONTEXT, type KeyManifest } from '@akari/protocol'
import { expect, it } from 'vitest'
import { openKeyManifest, signKeyManifest } from './key-manifest.ts'
import { createKeyPair, signBytes } from './keys.ts'

const [identity, live, drill] = [createKeyPair(), createKeyPair(), createKeyPair()]
const manifest: KeyManifest = {
  format: 1,
  keys: { identity: identity.publicKey, live: live.publicKey, drill: drill.publicKey },
  revision: 1790000000000,
  notBefore: '2026-11-22T09:00:00+09:00',
}
const signed = signKeyManifest(manifest, identity.privateKey)
const refused = (reason: string) => ({ ok: false, reason })

it('opens what the pinned identity signed, also after a trip through JSON', () => {
  expect(openKeyManifest(JSON.parse(JSON.stringify(signed)), identity.publicKey)).toEqual({
    ok: true,
    manifest,
    envelope: signed,
  })
})

it('refuses each single changed character', () => {
  for (let at = 0; at < signed.payload.length; at++) {
    const changed = signed.payload[at] === 'x' ? 'y' : 'x'
    const payload = signed.payload.slice(0, at) + changed + signed.payload.slice(at + 1)
    expect(openKeyManifest({ ...signed, payload }, identity.publicKey)).toEqual(refused('bad-signature'))
  }
})

it('refuses what a channel key signed, under its own name and under the identity’s', () => {
  const forged = signKeyManifest(manifest, live.privateKey)
  expect(openKeyManifest(forged, identity.publicKey)).toEqual(refused('wrong-key'))
  expect(openKeyManifest({ ...forged, key: identity.publicKey }, identity.publicKey)).toEqual(refused('bad-signature'))
})

it('refuses a signature of the identity that was made for something else', () => {
  const signature = signBytes(`akari.alert-state.v1\n${signed.payload}`, identity.privateKey)
  expect(openKeyManifest({ ...signed, signature }, identity.publicKey)).toEqual(refused('bad-signature'))
})

it('refuses one key for both channels, however well signed: a drill key never speaks for real', () => {
  const keys = { ...manifest.keys, live: drill.publicKey }
  expect(() => signKeyManifest({ ...manifest, keys }, identity.privateKey)).toThrow('three different keys')
  const payload = JSON.stringify({ ...manifest, keys })
  const signature = signBytes(KEY_MANIFEST_CONTEXT + payload, identity.privateKey)
  expect(openKeyManifest({ ...signed, payload, signature }, identity.publicKey)).toEqual(refused('malformed'))
})

it('refuses a manifest that would change the identity', () => {
  const other = createKeyPair()
  const moved = { ...manifest, keys: { ...manifest.keys, identity: other.publicKey } }
  expect(openKeyManifest(signKeyManifest(moved, identity.privateKey), identity.publicKey)).toEqual(
    refused('wrong-identity'),
  )
})

it.each([null, 7, 'text', [], {}, { ...signed, payload: 'x'.repeat(5000) }])(
  'calls envelope %# malformed',
  (envelope) => {
    expect(openKeyManifest(envelope, identity.publicKey)).toEqual(refused('malformed'))
  },
)
