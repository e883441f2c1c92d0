import { describe, expect, test } from 'vitest'
import { DmdataEewBody, DmdataFrame, DmdataReport, DmdataWarningBody } from './dmdata.ts'

const data = {
  type: 'data',
  version: '2.0',
  id: 'a'.repeat(96),
  classification: 'telegram.weather',
  passing: [{ name: 'websocket-01', time: '2026-01-01T00:00:00.120Z' }],
  head: { type: 'VPWW55', author: 'RJTD', time: '2026-01-01T00:00:00.000Z', designation: null, test: false, xml: true },
  xmlReport: { control: { title: 'left out' } },
  format: 'xml',
  compression: 'gzip',
  encoding: 'base64',
  body: 'H4sI',
}

describe('a frame of DMDATA', () => {
  test.each([
    [
      {
        type: 'start',
        socketId: 1,
        classifications: ['telegram.weather'],
        appName: null,
        time: '2026-01-01T00:00:00.000Z',
      },
    ],
    [{ type: 'ping', pingId: '012345' }],
    [{ type: 'pong' }],
    [{ type: 'error', error: 'Server error.', code: 4503, close: true }],
    [{ type: 'error', error: 'Server error.', code: 'server.end', close: true }],
    [data],
    [{ ...data, head: { ...data.head, designation: 'CCA' }, passing: 'unknown', format: null, compression: null }],
  ])('is parsed: %j', (frame) => expect(DmdataFrame.parse(frame)).toMatchObject({ type: frame.type }))

  test('is refused without what cannot be guessed', () => {
    expect(DmdataFrame.safeParse({ ...data, id: '' }).success).toBe(false)
    expect(DmdataFrame.safeParse({ ...data, compression: 'brotli' }).success).toBe(false)
    expect(DmdataFrame.safeParse({ ...data, head: { ...data.head, test: undefined } }).success).toBe(false)
    expect(DmdataFrame.safeParse({ type: 'hello' }).success).toBe(false)
  })
})

test('a report needs its head; a spoilt end in it does no harm', () => {
  const report = {
    _schema: { type: 'weather-warning', version: '1.1.0' },
    type: '気象警報・注意報（Ｒ０６）（大雨）',
    title: '東京都気象警報・注意報',
    status: '通常',
    infoType: '発表',
    editorialOffice: '気象庁本庁',
    pressDateTime: '2026-09-20T09:00:10Z',
    reportDateTime: '2026-09-20T18:00:00+09:00',
    validDateTime: 'soon',
    eventId: null,
    body: {},
  }
  expect(DmdataReport.parse(report)).toMatchObject({ status: '通常', eventId: null })
  expect(DmdataReport.safeParse({ ...report, status: '本番' }).success).toBe(false)
})

test('what is spoilt in a body is null, and the rest stays', () => {
  const region = { code: '351', name: '東京都多摩東部', kind: { code: '10' } }
  expect(DmdataEewBody.parse({ intensity: { regions: [region, { code: 1 }] } }).intensity?.regions).toMatchObject([
    region,
    null,
  ])
  const city = { code: '1321000', name: '小金井市', kinds: [{ code: '03', status: '発表' }, 7] }
  expect(DmdataWarningBody.parse({ cities: [city, 'x'] }).cities).toMatchObject([
    { code: '1321000', kinds: [{ code: '03' }, { code: null, status: null }] },
    null,
  ])
})
