import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256Hex } from './sha256.ts'

test('it is the SHA-256 that everybody else computes, for any text of any length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256Hex(text)).toBe(
        createHash('sha256')
          .update(Buffer.from(new TextEncoder().encode(text)))
          .digest('hex'),
      )
    }),
    { numRuns: 500 },
  )
})
