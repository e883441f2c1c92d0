import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTelegram } from './read-telegram.ts'
import { bytesOf, telegram, vpww55, vxse43 } from './testing/telegram-xml.ts'
import { MAX_BYTES } from './xml/document.ts'

function faultOf(bytes: Uint8Array): string {
  const result = readTelegram(bytes)
  return result.ok ? 'none' : result.error.code
}

describe('a telegram that is read', () => {
  test('an earthquake early warning keeps codes as text and names arrival, intensity and condition', () => {
    const areas = [
      { code: '351', kind: '10', arrivalAt: '2026-08-23T02:01:02+09:00', to: ' 5- ' },
      { code: '099', kind: '11', condition: '既に主要動到達と推測' },
    ]
    expect(telegram(vxse43({ areas }))).toMatchObject({
      type: 'eew',
      code: 'VXSE43',
      eventId: '20260823020050',
      envelope: { status: 'normal', infoType: 'issue', serial: '2', reportedAt: '2026-08-23T02:00:58+09:00' },
      areas: [
        { code: '351', kindCode: '10', arrivalAt: '2026-08-23T02:01:02+09:00', intensity: { from: '4', to: '5-' } },
        { code: '099', kindCode: '11', arrivalAt: null, condition: '既に主要動到達と推測' },
      ],
      cancelText: null,
    })
  })

  test('a cancelled earthquake early warning has its text and no areas', () => {
    expect(telegram(vxse43({ infoType: '取消' }))).toMatchObject({
      type: 'eew',
      areas: [],
      cancelText: '先ほどの、緊急地震速報（警報）を取り消します。',
    })
  })

  test('a heavy rain warning is its city tier alone', () => {
    expect(telegram(vpww55({ upperCode: '33' }))).toMatchObject({
      type: 'weatherWarning',
      envelope: { eventId: null, serial: null },
      cities: [{ code: '1321000', kinds: [{ code: '03', name: 'レベル３大雨警報', status: '発表' }] }],
    })
  })

  test.each(['気象警報・注意報（Ｒ０６）（大雨）', '気象警報・注意報(R06)(大雨)', ' 気象警報･注意報（R06）（大雨） '])(
    'the title «%s» is VPWW55 in any width',
    (title) => expect(telegram(vpww55({ title }))).toMatchObject({ type: 'weatherWarning', code: 'VPWW55' }),
  )

  test.each(['気象警報・注意報（Ｒ０６）（大雪以外）x', '気象警報・注意報（Ｒ０５）（土砂）', '緊急地震速報（予報）'])(
    'the title «%s» is another telegram',
    (title) => expect(telegram(vpww55({ title }))).toMatchObject({ type: 'unsupported', title }),
  )

  test('XML that is no JMA telegram is unsupported', () => {
    expect(telegram('<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"/>')).toEqual({
      type: 'unsupported',
      code: null,
      title: 'alert',
      envelope: null,
    })
  })

  test('namespaces decide, not prefixes', () => {
    const prefixed = vxse43().replace('<Report xmlns=', '<j:Report xmlns:j="http://xml.kishou.go.jp/jmaxml1/" xmlns=')
    expect(telegram(prefixed.replace('</Report>', '</j:Report>'))).toMatchObject({ type: 'eew' })
    expect(telegram(vxse43().replace('jmaxml1/"', 'other/"'))).toMatchObject({ type: 'unsupported', envelope: null })
    const strangeBody = vxse43().replace('body/seismology1/', 'body/other1/')
    expect(telegram(strangeBody)).toMatchObject({ type: 'eew', areas: [] })
  })

  test('a byte order mark does no harm', () => {
    expect(telegram(`\u{feff}${vxse43()}`)).toMatchObject({ type: 'eew' })
  })
})

describe('bytes that are refused', () => {
  const declared = (encoding: string) => bytesOf(vxse43().replace('UTF-8', encoding))
  const nested = (depth: number) => bytesOf('<a>'.repeat(depth) + '</a>'.repeat(depth))
  test.each([
    ['nothing', new Uint8Array(), 'malformed'],
    ['JSON', bytesOf('{"a":1}'), 'malformed'],
    ['crossed tags', bytesOf('<a><b></a></b>'), 'malformed'],
    ['an entity of its own', bytesOf('<a>&xxe;</a>'), 'malformed'],
    ['a DOCTYPE', bytesOf('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), 'doctype'],
    ['Shift_JIS by declaration', declared('Shift_JIS'), 'unsupported-encoding'],
    ['UTF-16 by its mark', new Uint8Array([0xfe, 0xff, 0, 0x3c]), 'unsupported-encoding'],
    ['bytes that are not UTF-8', new Uint8Array([0x3c, 0x61, 0xff, 0x3e]), 'invalid-encoding'],
    ['a flood of bytes', new Uint8Array(MAX_BYTES + 1), 'too-large'],
    ['bottomless nesting', nested(100_000), 'too-deep'],
    ['a telegram without a status', bytesOf(vxse43({ status: '' })), 'missing-part'],
    ['an unknown status', bytesOf(vxse43({ status: '本番' })), 'bad-part'],
    ['an unknown kind of message', bytesOf(vxse43({ infoType: '速報' })), 'bad-part'],
    ['a time without an offset', bytesOf(vxse43({ reportedAt: '2026-08-23T02:00:58' })), 'bad-part'],
    ['an early warning of no event', bytesOf(vxse43({ eventId: '' })), 'missing-part'],
    ['an event called __proto__', bytesOf(vxse43({ eventId: '__proto__' })), 'bad-part'],
    ['a serial that is no number', bytesOf(vxse43({ serial: '1e3' })), 'bad-part'],
  ])('%s', (_what, bytes, code) => expect(faultOf(bytes)).toBe(code))
})

describe('for any bytes', () => {
  test('there is a telegram or a named error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(typeof readTelegram(bytes).ok).toBe('boolean')
      }),
    )
  })

  test('a telegram with a few bytes spoilt is read or refused by name', () => {
    const whole = bytesOf(vxse43())
    const spoilt = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 6 })
    fc.assert(
      fc.property(spoilt, fc.nat(whole.length), (changes, length) => {
        const bytes = whole.slice(0, length)
        for (const [at, value] of changes) if (at < length) bytes[at] = value
        const result = readTelegram(bytes)
        expect(result.ok || result.error.message.length > 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
