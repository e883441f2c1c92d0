import { Alert, AlertBook } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyBook } from '../book/slots.ts'
import { KOGANEI } from '../place.ts'
import { capXml, SENT, tripleOf } from '../testing/cap-xml.ts'
import { bytesOf } from '../testing/telegram-xml.ts'
import { applyCap } from './apply-cap.ts'
import { assessCap } from './assess-cap.ts'
import { readCap } from './read-cap.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('', ' ', '35.7,139.5 5', '35.7,139.5 35.6,139.6', '1,1', '長'.repeat(3000), '__proto__', '5'),
  )
  .map(escaped)
const time = fc.constantFrom(
  SENT,
  '2026-09-20T10:10:00Z',
  '0000-01-01T00:00:00-00:00',
  '9999-12-31T23:59:59-12:00',
  '2026-02-30T00:00:00+09:00',
  'soon',
)
const optional = { requiredKeys: [] }
const area = fc.record({ desc: words, polygon: words, circle: words, geocode: fc.tuple(words, words) }, optional)
const info = fc.record(
  {
    language: words,
    event: words,
    headline: words,
    instruction: words,
    level: words,
    severity: fc.constantFrom('Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'),
    urgency: fc.constantFrom('Immediate', 'Future', 'Past'),
    effective: time,
    expires: time,
    response: fc.constantFrom('AllClear', 'Evacuate'),
    areas: fc.array(area, { maxLength: 3 }),
  },
  optional,
)
const message = fc.record(
  {
    identifier: words,
    sender: words,
    sent: time,
    status: fc.constantFrom('Actual', 'Exercise'),
    msgType: fc.constantFrom('Alert', 'Update', 'Cancel'),
    references: fc.array(
      fc.oneof(
        words,
        time.map((sent) => tripleOf('A-0', sent)),
      ),
      { maxLength: 3 },
    ),
    infos: fc.array(info, { maxLength: 4 }),
  },
  optional,
)

/** Beside the corpus and the other readers, these make up the cases of a run of continuous integration. */
const numRuns = 2000

test('whatever can be read can be judged, and what it raises can be stored and sent', () => {
  let raised = 0
  fc.assert(
    fc.property(message, (spec) => {
      const result = readCap(bytesOf(capXml(spec)))
      if (!result.ok) {
        expect(result.error.message).not.toBe('')
        return
      }
      const verdicts = assessCap(result.cap, KOGANEI, SENT)
      expect(verdicts.length).toBeGreaterThan(0)
      for (const verdict of verdicts) {
        if (verdict.effect !== 'raise') continue
        raised += 1
        expect(Alert.parse(verdict.alert)).toEqual(verdict.alert)
      }
      const { book } = applyCap(emptyBook(), result.cap, KOGANEI, SENT)
      expect(AlertBook.parse(book)).toEqual(book)
    }),
    { numRuns },
  )
  expect(raised).toBeGreaterThan(0)
})

test('a message with any few bytes spoilt is read or refused by name', () => {
  const whole = bytesOf(capXml({ msgType: 'Update', references: [tripleOf('A-0')] }))
  const spoilt = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 8 })
  fc.assert(
    fc.property(spoilt, fc.nat(whole.length), (changes, length) => {
      const bytes = whole.slice(0, length)
      for (const [at, value] of changes) if (at < length) bytes[at] = value
      const result = readCap(bytes)
      expect(result.ok || result.error.message.length > 0).toBe(true)
    }),
    { numRuns },
  )
})
