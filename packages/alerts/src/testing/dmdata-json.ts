import { deflateRawSync, gzipSync } from 'node:zlib'
import { bytesOf } from './telegram-xml.ts'

type Json = Record<string, unknown>

/** A `data` frame around a body; by default XML, gzipped, in base64. */
export function frameJson(body: string, rest: Json = {}, head: Json = {}): Json {
  return {
    type: 'data',
    version: '2.0',
    id: 'a'.repeat(96),
    classification: 'eew.warning',
    passing: [{ name: 'websocket-01', time: '2026-08-22T17:00:59.120Z' }],
    head: {
      type: 'VXSE43',
      author: 'RJTD',
      time: '2026-08-22T17:00:58.000Z',
      designation: null,
      test: false,
      xml: true,
      ...head,
    },
    format: 'xml',
    compression: 'gzip',
    encoding: 'base64',
    body: gzipSync(bytesOf(body)).toString('base64'),
    ...rest,
  }
}

/** A zip file with one file in it. */
export function zipOf(text: string, method: 'stored' | 'deflated', comment = ''): Uint8Array {
  const plain = Buffer.from(text)
  const content = method === 'stored' ? plain : deflateRawSync(plain)
  const number = method === 'stored' ? 0 : 8
  const name = Buffer.from('telegram.xml')
  const file = Buffer.alloc(30)
  file.writeUInt32LE(0x04034b50, 0)
  file.writeUInt16LE(number, 8)
  file.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(number, 10)
  entry.writeUInt32LE(content.length, 20)
  entry.writeUInt32LE(plain.length, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + content.length, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([file, name, content, entry, name, end, Buffer.from(comment)])
}

const HEAD = {
  _originalId: 'b'.repeat(96),
  title: '見出し',
  status: '通常',
  infoType: '発表',
  editorialOffice: '気象庁本庁',
  publishingOffice: ['気象庁'],
  headline: null,
}

/** A report of eew-information 1.0.0 that says what `vxse43()` says in XML. */
export function eewReport(rest: Json = {}, body: Json = {}): Json {
  return {
    ...HEAD,
    _schema: { type: 'eew-information', version: '1.0.0' },
    type: '緊急地震速報（警報）',
    pressDateTime: '2026-08-22T17:00:58Z',
    reportDateTime: '2026-08-23T02:00:58+09:00',
    targetDateTime: '2026-08-23T02:00:58+09:00',
    eventId: '20260823020050',
    serialNo: '2',
    infoKind: '緊急地震速報',
    infoKindVersion: '1.2_0',
    ...rest,
    body: {
      isLastInfo: false,
      isCanceled: false,
      isWarning: true,
      intensity: {
        forecastMaxInt: { from: '4', to: '5-' },
        regions: [
          {
            code: '351',
            name: '区域',
            isPlum: false,
            isWarning: true,
            forecastMaxInt: { from: '4', to: '5-' },
            kind: { code: '10', name: '緊急地震速報（警報）' },
            arrivalTime: '2026-08-23T02:01:02+09:00',
          },
        ],
      },
      ...body,
    },
  }
}

/** A report of weather-warning 1.1.0 that says what `vpww55()` says in XML. */
export function warningReport(rest: Json = {}, city: Json = {}): Json {
  return {
    ...HEAD,
    _schema: { type: 'weather-warning', version: '1.1.0' },
    type: '気象警報・注意報（Ｒ０６）（大雨）',
    pressDateTime: '2026-09-20T09:00:10Z',
    reportDateTime: '2026-09-20T18:00:00+09:00',
    targetDateTime: '2026-09-20T18:00:00+09:00',
    eventId: null,
    serialNo: null,
    infoKind: '気象警報・注意報',
    infoKindVersion: '1.2_1',
    body: {
      prefectures: [{ code: '130000', name: '東京都', kinds: [] }],
      cities: [
        {
          code: '1321000',
          name: '小金井市',
          kinds: [{ code: '03', name: 'レベル３大雨警報', status: '発表', properties: [] }],
          changeStatus: '警報・注意報種別に変化有',
          ...city,
        },
      ],
    },
    ...rest,
  }
}
