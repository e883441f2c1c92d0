import { describe, expect, test } from 'vitest'
import { cap, capXml, type CapSpec, HERE, SENDER, SENT, tripleOf } from '../testing/cap-xml.ts'
import { bytesOf } from '../testing/telegram-xml.ts'
import { readCap } from './read-cap.ts'

const faultOf = (xml: string) => {
  const result = readCap(bytesOf(xml))
  return result.ok ? 'none' : result.error.code
}

describe('a CAP message that is read', () => {
  test('keeps every part of it', () => {
    const areas = [{ ...HERE, polygon: '35.7,139.4 35.7,139.6 35.6,139.5 35.7,139.4', circle: '35.7,139.5 5' }]
    expect(
      cap({ infos: [{ language: 'ja', event: '避難指示', headline: '見出し', level: '４', areas }] }),
    ).toMatchObject({
      version: '1.2',
      identifier: 'A-1',
      sender: SENDER,
      sent: SENT,
      status: 'Actual',
      msgType: 'Alert',
      scope: 'Public',
      signed: false,
      problems: [],
      infos: [
        {
          language: 'ja',
          categories: ['Met'],
          eventCodes: [{ valueName: 'koganei:level', value: '４' }],
          areas: [{ areaDesc: '小金井市', unreadable: false, circles: [{ radiusKm: 5 }] }],
        },
      ],
    })
  })

  test('of version 1.1 is read like one of 1.2', () =>
    expect(cap({ ns: 'urn:oasis:names:tc:emergency:cap:1.1' })).toMatchObject({ version: '1.1', identifier: 'A-1' }))

  test('speaks American English where it does not say', () => expect(cap().infos[0]?.language).toBe('en-US'))

  test('names what it is about by triples', () => {
    const references = [tripleOf('A,0'), 'x@y.example,B,2026-09-20T10:10:00-00:00', 'broken']
    const given = cap({ msgType: 'Update', references })
    expect(given.references).toEqual([
      { sender: SENDER, identifier: 'A,0', sent: SENT },
      { sender: 'x@y.example', identifier: 'B', sent: '2026-09-20T10:10:00-00:00' },
    ])
    expect(given.problems).toEqual(['unreadable-reference'])
  })

  test('may be signed, and addressed in quotes', () => {
    const extra = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'
    const given = cap({ scope: 'Private', extra: `<addresses>a@b.example "c d" e</addresses>${extra}` })
    expect(given).toMatchObject({ signed: true, addresses: ['a@b.example', 'c d', 'e'], problems: [] })
  })

  test('may have a prefix and Latin letters in the encoding it declares', () => {
    const prefixed = capXml({ identifier: 'caf\u00e9' })
      .replaceAll(/<(\/?)(?=[a-z])/gi, '<$1c:')
      .replace('xmlns=', 'xmlns:c=')
      .replace('UTF-8', 'ISO-8859-1')
      .replaceAll(/[^ -\u00ff\n]/g, '?')
    const result = readCap(Uint8Array.from(prefixed, (letter) => letter.charCodeAt(0)))
    expect(result).toMatchObject({ ok: true, cap: { identifier: 'caf\u00e9', infos: [{ severity: 'Severe' }] } })
  })

  test.each<[string, CapSpec, string]>([
    ['a time in Zulu, which means one moment all the same', { sent: '2026-09-20T10:10:00Z' }, 'time-in-zulu'],
    ['an end that is no time', { infos: [{ expires: 'tomorrow' }] }, 'unreadable-time'],
    ['a ring that is not closed', { infos: [{ areas: [{ polygon: '1,1 1,2 2,2' }] }] }, 'open-ring'],
    ['an area that is no shape', { infos: [{ areas: [{ polygon: '139.5,35.7 0,0' }] }] }, 'unreadable-area'],
    ['a level that there is not', { infos: [{ level: '6' }] }, 'unreadable-level'],
    ['a response nobody knows', { infos: [{ response: 'Panic' }] }, 'unknown-response'],
    ['a private message to nobody', { scope: 'Private' }, 'no-addressee'],
  ])('is understood and noted: %s', (_what, spec, problem) => expect(cap(spec).problems).toEqual([problem]))
})

describe('a CAP message that is refused', () => {
  const without = (name: string) => capXml().replace(new RegExp(`<${name}>[^<]*</${name}>`), '')
  test.each([
    'identifier',
    'sender',
    'sent',
    'status',
    'msgType',
    'scope',
    'category',
    'event',
    'urgency',
    'severity',
    'certainty',
  ])('has no %s', (name) => expect(faultOf(without(name))).toBe('missing-part'))
  test.each<[string, CapSpec]>([
    ['status', { status: 'Real' }],
    ['msgType', { msgType: 'Alarm' }],
    ['scope', { scope: 'All' }],
    ['severity', { infos: [{ severity: 'Grave' }] }],
    ['sent', { sent: '2026-09-20T19:10:00' }],
    ['sent', { sent: '2026-99-20T19:10:00+09:00' }],
    ['namespace', { ns: 'urn:oasis:names:tc:emergency:cap:1.0' }],
  ])('has a senseless %s', (_name, spec) => expect(faultOf(capXml(spec))).toBe('bad-part'))

  test.each(['Update', 'Cancel', 'Ack', 'Error'])('is an %s of nothing', (msgType) =>
    expect(faultOf(capXml({ msgType }))).toBe('missing-part'),
  )

  test('brings a DOCTYPE or an entity of its own', () => {
    const [declaration = '', ...rest] = capXml().split('\n')
    expect(faultOf([declaration, '<!DOCTYPE alert SYSTEM "http://localhost/x">', ...rest].join('\n'))).toBe('doctype')
    expect(faultOf(capXml({ identifier: '&xxe;' }))).toBe('malformed')
  })
})
