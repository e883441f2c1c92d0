import { AlertBook } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alertsOf, applyVerdicts, emptyBook, gravestOf, KOGANEI, readSource, verdictsOf } from './index.ts'
import { INFLATE } from './testing/inflate.ts'
import { SAMPLES } from './testing/samples.ts'
import { bytesOf } from './testing/telegram-xml.ts'

const RUNS = 10_000
const AT = '2026-09-20T18:01:00+09:00'
const WORDS = ['解除', '発表', '取消', '1321000', '351', '', '０', '-1', '9'.repeat(40), '<Kind/>', '__proto__', '&lt;']

type Mutation = (text: string, random: (below: number) => number) => string

const MUTATIONS: readonly Mutation[] = [
  (text, random) => text.slice(0, random(text.length)),
  (text, random) => spliced(text, random(text.length), random(40), ''),
  (text, random) => spliced(text, random(text.length), 1, String.fromCodePoint(random(0xd7ff))),
  (text, random) => {
    const from = random(text.length)
    return spliced(text, random(text.length), 0, text.slice(from, from + random(200)))
  },
  // Another word between two tags: what a careless or hostile sender would write.
  (text, random) => {
    const places = [...text.matchAll(/>([^<>]{1,40})</g)]
    const place = places[random(places.length)]
    if (place === undefined) return text
    return spliced(text, place.index + 1, place[1]?.length ?? 0, WORDS[random(WORDS.length)] ?? '')
  },
]

function spliced(text: string, at: number, length: number, inserted: string): string {
  return text.slice(0, at) + inserted + text.slice(at + length)
}

test('a spoilt telegram of any kind is read or refused by name, and leaves a book that can be stored', () => {
  const spoilt = fc.record({
    sample: fc.constantFrom(...SAMPLES),
    changes: fc.array(fc.tuple(fc.nat(MUTATIONS.length - 1), fc.infiniteStream(fc.nat(0x7fffffff))), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  const seen = { read: 0, refused: 0 }
  fc.assert(
    fc.property(spoilt, ({ sample, changes }) => {
      const text = changes.reduce((before, [which, numbers]) => {
        const random = (below: number) => (below === 0 ? 0 : Number(numbers.next().value) % below)
        return MUTATIONS[which]?.(before, random) ?? before
      }, sample)
      const result = readSource(bytesOf(text), INFLATE)
      if (!result.ok) {
        seen.refused += 1
        expect(result.error.message).not.toBe('')
        return
      }
      seen.read += 1
      const verdicts = verdictsOf(result.reading, KOGANEI, AT)
      expect(gravestOf(verdicts)).toBeDefined()
      const { book } = applyVerdicts(emptyBook(), verdicts, AT)
      expect(AlertBook.safeParse(book).error).toBeUndefined()
      expect(alertsOf(book, 'live', AT).length).toBeLessThan(30)
    }),
    { numRuns: RUNS },
  )
  expect(seen.read).toBeGreaterThan(RUNS / 20)
  expect(seen.refused).toBeGreaterThan(RUNS / 20)
})
