import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../assess/assess.ts'
import { KOGANEI } from '../place.ts'
import type { ReadResult, Telegram } from '../telegram.ts'
import { eewReport, frameJson, warningReport, zipOf } from '../testing/dmdata-json.ts'
import { INFLATE } from '../testing/inflate.ts'
import { bytesOf, telegram, vpww55, vxse43 } from '../testing/telegram-xml.ts'
import { MAX_BYTES } from '../xml/document.ts'
import { readDmdata } from './read-dmdata.ts'

const read = (json: unknown): ReadResult => readDmdata(bytesOf(JSON.stringify(json)), INFLATE)
const telegramOf = (json: unknown): Telegram => {
  const result = read(json)
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.telegram
}
const faultOf = (json: unknown) => {
  const result = read(json)
  return result.ok ? 'none' : result.error.code
}
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

describe('a telegram in a frame', () => {
  test.each([
    ['gzipped', {}],
    ['plain', { compression: null, encoding: 'utf-8', body: vxse43() }],
    ['plain in base64', { compression: null, body: base64(bytesOf(vxse43())) }],
    ['zipped', { compression: 'zip', body: base64(zipOf(vxse43(), 'deflated')) }],
    ['stored in a zip file with a comment', { compression: 'zip', body: base64(zipOf(vxse43(), 'stored', 'PK!')) }],
  ])('is the same telegram as its XML, %s', (_how, rest) =>
    expect(telegramOf(frameJson(vxse43(), rest))).toEqual(telegram(vxse43())),
  )

  test('may be a JSON report', () => {
    const rest = { format: 'json', compression: null, encoding: 'utf-8', body: JSON.stringify(eewReport()) }
    expect(telegramOf(frameJson('', rest))).toMatchObject({ type: 'eew', code: 'VXSE43' })
  })

  test.each([
    ['通常', 'test'],
    ['訓練', 'drill'],
    ['試験', 'test'],
  ])('that the frame calls a test and that calls itself %s is a %s', (status, expected) =>
    expect(telegramOf(frameJson(vxse43({ status }), {}, { test: true })).envelope?.status).toBe(expected),
  )

  test('in a format that is nobody’s to read is told by its code', () =>
    expect(telegramOf(frameJson('', { format: 'a/n' }, { type: 'VXSE44' }))).toMatchObject({
      type: 'unsupported',
      code: 'VXSE44',
    }))
})

describe('a JSON report says what its XML says', () => {
  const expectSame = (report: unknown, xml: string) =>
    expect(assess(telegramOf(report), KOGANEI)).toEqual(assess(telegram(xml), KOGANEI))

  test('of an earthquake early warning', () => expectSame(eewReport(), vxse43()))
  test('of one that is cancelled, with the serial of the last', () => {
    expectSame(
      eewReport({ infoType: '取消' }, { intensity: undefined, text: '取り消します。' }),
      vxse43({ infoType: '取消' }),
    )
  })
  test('of a drill', () => expectSame(eewReport({ status: '訓練' }), vxse43({ status: '訓練' })))
  test('of heavy rain', () => expectSame(warningReport(), vpww55()))
  test('of heavy rain that is over', () => {
    const kinds = [{ code: '43', name: 'レベル４大雨危険警報', status: '解除', lastKind: { code: '43', name: '' } }]
    expectSame(
      warningReport({}, { kinds }),
      vpww55({ kinds: [{ code: '43', name: 'レベル４大雨危険警報', status: '解除' }] }),
    )
  })
  test('of no warning at all', () =>
    expectSame(warningReport({}, { kinds: [], condition: '発表警報・注意報はなし' }), vpww55({ kinds: [] })))
  test('of a correction', () => expectSame(warningReport({ infoType: '訂正' }), vpww55({ infoType: '訂正' })))

  test('a region that is spoilt costs the others nothing', () => {
    const { intensity } = telegramBody(eewReport())
    const regions = [{ code: 7 }, ...intensity.regions, null]
    expect(telegramOf(eewReport({}, { intensity: { regions } }))).toMatchObject({ areas: [{ code: '351' }] })
  })

  test('a kind that is spoilt takes nothing off the glass', () => {
    const [verdict] = assess(telegramOf(warningReport({}, { kinds: [{ code: 3 }] })), KOGANEI)
    expect(verdict).toMatchObject({ effect: 'hold', reason: 'unreadable-kind' })
  })

  test('of another schema is told by its name', () => {
    const report = {
      ...eewReport(),
      _schema: { type: 'earthquake-counts', version: '1.0.0' },
      type: '地震回数に関する情報',
    }
    expect(telegramOf(report)).toMatchObject({ type: 'unsupported', code: 'VXSE60', title: '地震回数に関する情報' })
  })
})

function telegramBody(report: Record<string, unknown>) {
  return report['body'] as { intensity: { regions: unknown[] } }
}

describe('what is refused', () => {
  const short = gzipSync(bytesOf(vxse43())).subarray(0, 99)
  test.each<[string, unknown, string]>([
    ['no object', [], 'bad-part'],
    ['another frame', { type: 'ping', pingId: '1' }, 'bad-part'],
    ['a report without a status', { ...eewReport(), status: undefined }, 'bad-part'],
    ['a report of a status nobody knows', eewReport({ status: '本番' }), 'bad-part'],
    ['a time without an offset', eewReport({ reportDateTime: '2026-08-23T02:00:58' }), 'bad-part'],
    ['an early warning of no event', eewReport({ eventId: null }), 'missing-part'],
    ['an event called __proto__', eewReport({ eventId: '__proto__' }), 'bad-part'],
    ['a serial that is no number', eewReport({ serialNo: '1e3' }), 'bad-part'],
    ['a body of another shape', { ...eewReport(), body: 7 }, 'bad-part'],
    ['a body that is not base64', frameJson('', { body: '!' }), 'malformed'],
    ['a body that is not gzipped', frameJson('', { body: base64(bytesOf('x')) }), 'malformed'],
    ['a gzipped body cut short', frameJson('', { body: base64(short) }), 'malformed'],
    ['a bomb', frameJson(' '.repeat(MAX_BYTES + 1)), 'malformed'],
    ['a body that is no zip file', frameJson('', { compression: 'zip', body: base64(bytesOf('PK')) }), 'malformed'],
    ['a body with a DOCTYPE', frameJson('<!DOCTYPE a><a/>'), 'doctype'],
  ])('%s', (_what, json, code) => expect(faultOf(json)).toBe(code))

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'malformed'],
    ['XML', bytesOf(vxse43()), 'malformed'],
    ['bottomless nesting', bytesOf('['.repeat(100_000)), 'malformed'],
    ['bottomless nesting that ends', bytesOf('['.repeat(100_000) + ']'.repeat(100_000)), 'bad-part'],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'invalid-encoding'],
    ['a flood of bytes', new Uint8Array(MAX_BYTES + 1), 'too-large'],
  ])('%s', (_what, bytes, code) => {
    const result = readDmdata(bytes, INFLATE)
    expect(result.ok ? 'none' : result.error.code).toBe(code)
  })
})

describe('for any bytes', () => {
  const samples = [
    ...[frameJson(vxse43()), eewReport(), warningReport()].map((json) => bytesOf(JSON.stringify(json))),
    bytesOf(JSON.stringify(frameJson('', { compression: 'zip', body: base64(zipOf(vpww55(), 'deflated')) }))),
  ]
  test('of ours with a few spoilt there is a telegram or a named error', () => {
    const spoilt = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 })
    fc.assert(
      fc.property(fc.constantFrom(...samples), spoilt, (sample, changes) => {
        const bytes = sample.slice()
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        const result = readDmdata(bytes, INFLATE)
        expect(result.ok || result.error.message.length > 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('in a zip file there is a telegram or a named error', () => {
    const zip = zipOf(vxse43(), 'deflated')
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(zip.length), (at, value, length) => {
        const bytes = zip.slice(0, length)
        if (at < length) bytes[at] = value
        const result = read(frameJson('', { compression: 'zip', body: base64(bytes) }))
        expect(result.ok || result.error.message.length > 0).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a frame of any JSON is a telegram or a named error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(read({ ...eewReport(), body: a }).ok).toBeTypeOf('boolean')
        expect(read({ ...warningReport(), body: { cities: [b, a] } }).ok).toBeTypeOf('boolean')
      }),
      { numRuns: 300 },
    )
  })
})
