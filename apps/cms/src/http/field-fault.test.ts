import * as protocol from '@akari/protocol'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { z } from 'zod'
import { AppError, parse, parseJson } from './app-error.ts'
import { fieldFault } from './field-fault.ts'

const JAPANESE = /[ぁ-んァ-ヶ一-龠]/

type Schema = [string, z.ZodType]

function faultsOf(schema: z.ZodType, input: unknown): string[] {
  return schema.safeParse(input, { error: fieldFault }).error?.issues.map(({ message }) => message) ?? []
}

const SAID: readonly [z.ZodType, unknown, string][] = [
  [z.string(), undefined, '必ず書いてください。 / It is needed: write it.'],
  [z.int(), '5', '数で書いてください。 / Write a number.'],
  [z.string().min(1), '', '空です。書いてください。 / It is empty: write something.'],
  [z.string().max(2), 'あいう', '2文字以下にしてください（いまは3文字）。 / Write 2 letters at most (it has 3).'],
  [z.array(z.int()).max(1), [1, 2], '1件以下にしてください（いまは2件）。 / Give 1 of them at most (there are 2).'],
  [z.int().max(9), 10, '9以下の数にしてください。 / Write a number of 9 at most.'],
  [z.number().positive(), 0, '0より大きい数にしてください。 / Write a number above 0.'],
  [z.enum(['ja', 'en']), 'jp', '次のどれかにしてください：ja, en / Write one of these: ja, en'],
  [
    z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b') })]),
    { kind: 'c' },
    '次のどれかにしてください：a, b / Write one of these: a, b',
  ],
  [protocol.LocalTime, '9:5', '時刻は 09:30 のように書いてください。 / Write a time of day, as in 09:30.'],
  [
    z.string().regex(/^x{2}$/),
    'x',
    '決まった書き方ではありません。次の形にしてください：/^x{2}$/ / It is not written as it must be: /^x{2}$/',
  ],
  [z.strictObject({}), { 'a / b': 1 }, 'ない項目です。除いてください："a/b" / There is no such field: leave out "a/b"'],
  [
    z.strictObject({ speaker: z.string().optional() }),
    { speeker: '議長' },
    'ない項目です："speeker"。"speaker" の書き誤りなら直し、そうでなければ除いてください。 / ' +
      'There is no such field: "speeker". If "speaker" is meant, write it so; otherwise leave it out.',
  ],
  [
    protocol.ZoneArea,
    { x: 11, y: 0, w: 3, h: 1 },
    '枠が画面の外に出ています。画面の中に収めてください。 / The zone reaches over the edge of the glass: keep it inside.',
  ],
]

test.each(SAID)('what is wrong is told in both languages, with what to write (%#)', (schema, input, words) => {
  expect(faultsOf(schema, input)).toEqual([words])
})

it('reads in both languages whatever is sent to whichever schema', () => {
  const all: Record<string, unknown> = protocol
  const schemas = new Map(Object.entries(all).filter((entry): entry is Schema => entry[1] instanceof z.ZodType))
  expect(schemas.size).toBeGreaterThan(300)
  const junk = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom('kind', 'ja', 'id', 'at'), fc.jsonValue()))
  const each = fc.property(fc.constantFrom(...schemas.keys()), junk, (name, input) => {
    for (const message of faultsOf(schemas.get(name) ?? z.never(), input)) {
      const [ja = '', en = '', ...more] = message.split(' / ')
      expect([name, message, more]).toEqual([name, message, []])
      expect([name, ja]).toEqual([name, expect.stringMatching(JAPANESE)])
      expect([name, en]).toEqual([name, expect.stringMatching(/^[A-Z][a-z]* /)])
    }
  })
  fc.assert(each, { numRuns: 3000 })
})

it('names the field for machines, and takes what is no JSON for a mistake of the caller', () => {
  const area = { x: 11, y: 0, w: 3, h: 1 }
  expect(refusalOf(() => parse(z.object({ zones: z.array(protocol.ZoneArea) }), { zones: [area] }))).toMatchObject({
    code: 'malformed',
    fields: [{ path: 'zones.0', message: expect.stringContaining('画面の中に収めて') }],
  })
  expect(refusalOf(() => parseJson('{"captions": '))).toMatchObject({
    code: 'malformed',
    message: expect.stringMatching(/^JSONとして.* \/ It cannot be read as JSON/),
  })
})

function refusalOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (err) {
    if (err instanceof AppError) return err
    throw err
  }
}
