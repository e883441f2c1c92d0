import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_OFFER_BYTES, type Offer, readOffer, writeOffer } from './offer.ts'

const text = (alphabet: string, length: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((parts) => parts.join(''))

const offers: fc.Arbitrary<Offer> = fc.record({
  akari: fc.constant('relay.2' as const),
  cms: text('ABYZaz09_-', 43),
  channel: fc.constantFrom('live' as const, 'drill' as const),
  epoch: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  revision: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  hash: text('0123456789abcdef', 64),
  port: fc.integer({ min: 1024, max: 65_535 }),
})

test('an offer is read as it was written, and always fits into one datagram', () => {
  fc.assert(
    fc.property(offers, (offer) => {
      const datagram = writeOffer(offer)
      expect(datagram.length).toBeLessThanOrEqual(MAX_OFFER_BYTES)
      expect(readOffer(datagram)).toEqual(offer)
    }),
  )
})

test('any bytes are read without an error, as nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      expect(readOffer(bytes)).toBeNull()
    }),
  )
})

test('an offer with one part missing, too many or of another kind is none', () => {
  const names = fc.constantFrom('akari', 'cms', 'channel', 'epoch', 'revision', 'hash', 'port')
  const wrong = fc.oneof(fc.constant(undefined), fc.constant(null), fc.double(), fc.constant({}), fc.constant('x'))
  const isSame = (offer: Offer, name: string, value: unknown) => Reflect.get(offer, name) === value
  fc.assert(
    fc.property(
      offers,
      names,
      wrong.filter((value) => !Number.isInteger(value)),
      (offer, name, value) => {
        fc.pre(!isSame(offer, name, value))
        expect(readOffer(Buffer.from(JSON.stringify({ ...offer, [name]: value })))).toBeNull()
      },
    ),
  )
  fc.assert(
    fc.property(offers, (offer) => {
      expect(readOffer(Buffer.from(JSON.stringify({ ...offer, host: 'x' })))).toBeNull()
    }),
  )
})

test('offers of well-known services and of more than 512 bytes are none', () => {
  fc.assert(
    fc.property(offers, fc.integer({ min: 0, max: 1023 }), (offer, port) => {
      expect(readOffer(writeOffer({ ...offer, port }))).toBeNull()
      expect(readOffer(Buffer.from(JSON.stringify(offer) + ' '.repeat(MAX_OFFER_BYTES)))).toBeNull()
    }),
  )
})
