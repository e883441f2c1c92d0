import type { CmsKeys } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { createKeyPair, randomNonce } from './keys.ts'
import { pairingCommitment, pairingDigits } from './pairing-proof.ts'

function somePairing() {
  const cms: CmsKeys = {
    identity: createKeyPair().publicKey,
    live: createKeyPair().publicKey,
    drill: createKeyPair().publicKey,
  }
  return { player: createKeyPair().publicKey, playerNonce: randomNonce(), cms, cmsNonce: randomNonce() }
}

describe('pairingDigits', () => {
  it('are six digits, the same for the same keys and nonces', () => {
    const pairing = somePairing()
    expect(pairingDigits(pairing)).toMatch(/^\d{6}$/)
    expect(pairingDigits({ ...pairing })).toBe(pairingDigits(pairing))
  })

  it('keep leading zeros and stay the same between releases', () => {
    const key = 'A'.repeat(43)
    const cms = { identity: key, live: key, drill: key }
    const digits = Array.from({ length: 40 }, (_, n) =>
      pairingDigits({ player: key, playerNonce: key, cms, cmsNonce: `${'B'.repeat(41)}${String(n).padStart(2, '0')}` }),
    )
    expect(digits.every((text) => /^\d{6}$/.test(text))).toBe(true)
    expect(digits.slice(0, 3)).toMatchInlineSnapshot(`
      [
        "931264",
        "381193",
        "351820",
      ]
    `)
  })

  it('change when any one key or nonce is swapped by someone in the middle', () => {
    const pairing = somePairing()
    const other = somePairing()
    const swapped = [
      { ...pairing, player: other.player },
      { ...pairing, playerNonce: other.playerNonce },
      { ...pairing, cmsNonce: other.cmsNonce },
      { ...pairing, cms: { ...pairing.cms, identity: other.cms.identity } },
      { ...pairing, cms: { ...pairing.cms, live: other.cms.live } },
      { ...pairing, cms: { ...pairing.cms, drill: other.cms.drill } },
    ]
    const equal = swapped.filter((candidate) => pairingDigits(candidate) === pairingDigits(pairing))
    // One chance collision in a million per swap is the design; two at once would be a defect.
    expect(equal.length).toBeLessThan(2)
  })
})

describe('pairingCommitment', () => {
  it('binds key and nonce', () => {
    const [key, nonce] = [createKeyPair().publicKey, randomNonce()]
    expect(pairingCommitment(key, nonce)).toMatch(/^[0-9a-f]{64}$/)
    expect(pairingCommitment(key, randomNonce())).not.toBe(pairingCommitment(key, nonce))
    expect(pairingCommitment(createKeyPair().publicKey, nonce)).not.toBe(pairingCommitment(key, nonce))
  })
})
