import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { samplePath, sampleRealtime } from '@akari/content-samples'
import { afterAll, describe, expect, it } from 'vitest'
import { runAkari } from '../../testing/command-line.ts'

const AT = '2026-11-27T10:03:00+09:00'

const folder = mkdtempSync(join(tmpdir(), 'akari-transit-'))
afterAll(() => rmSync(folder, { recursive: true }))

const akari = (...args: string[]) => runAkari(['transit', ...args])

function file(name: string, bytes: Uint8Array | string): string {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

for (const [name, bytes] of Object.entries(sampleRealtime(Date.parse(AT)))) file(`${name}.pb`, bytes)

const timetable = samplePath('timetable')
const pb = (name: string) => join(folder, `${name}.pb`)

describe('akari transit check', () => {
  it('says what a timetable holds and how long it is good for', async () => {
    const { code, stdout } = await akari('check', timetable, '--at', AT, '--json')
    expect(JSON.parse(stdout)).toEqual({
      stops: 25,
      routes: 3,
      trips: expect.any(Number),
      stopTimes: expect.any(Number),
      languages: ['ja', 'ja-Hrkt', 'en', 'ko', 'zh-Hans'],
      validFrom: '2026-04-01',
      validTo: '2029-03-31',
      expired: false,
      warnings: [],
    })
    expect(code).toBe(0)
  })

  it('says in the same shape that there is none, and exits with 1', async () => {
    const { code, stdout } = await akari('check', file('feed.zip', 'PK rubbish'), '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      stops: 0,
      stopTimes: 0,
      languages: [],
      validTo: null,
      expired: false,
      warnings: [{ code: 'archive-broken', file: 'feed.zip' }],
    })
    expect(code).toBe(1)
  })

  it('names the file that is not there, and a time that is none', async () => {
    expect(await akari('check', join(folder, 'nowhere.zip'))).toMatchObject({ code: 1, stdout: '' })
    const { code, stderr } = await akari('check', timetable, '--at', 'noon')
    expect([code, stderr]).toEqual([1, expect.stringContaining('noon')])
  })
})

describe('akari transit live', () => {
  it('counts vehicles by their age and shows the board of a stop', async () => {
    const feeds = ['--vehicles', pb('vehicles'), '--trips', pb('trips'), '--alerts', pb('alerts')]
    const { code, stdout } = await akari('live', timetable, ...feeds, '--at', AT, '--stop', 'hall', '--json')
    const report: unknown = JSON.parse(stdout)
    expect(report).toMatchObject({ feed: 'ok', unknownTrips: 0, cancelledWithVehicle: 0 })
    expect(report).toHaveProperty('board.length', 10)
    expect(report).toHaveProperty('vehicles.live', expect.any(Number))
    expect(code).toBe(0)
  })

  it('tells a feed that is down from one without buses, with the board by the timetable', async () => {
    const down = await akari(
      'live',
      timetable,
      '--vehicles',
      file('a.pb', '<html>'),
      '--at',
      AT,
      '--stop',
      'hall',
      '--json',
    )
    expect(JSON.parse(down.stdout)).toMatchObject({ feed: 'down', board: { length: 10 } })
    const late = await akari('live', timetable, '--vehicles', pb('vehicles'), '--at', '2026-11-27T11:00:00', '--json')
    expect(JSON.parse(late.stdout)).toMatchObject({ feed: 'ok', vehicles: { live: 0, stale: 0 }, board: [] })
    expect([down.code, late.code]).toEqual([0, 0])
  })

  it.each([
    ['a stop that there is not', ['--stop', '市役所'], 'hall'],
    ['a feed that there is not', ['--trips', 'nowhere.pb'], 'nowhere.pb'],
  ])('says what to do about %s', async (_what, flags, said) => {
    const { code, stdout, stderr } = await akari('live', timetable, '--vehicles', pb('vehicles'), ...flags)
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining(said)])
  })

  it('asks for the feed it needs', async () => {
    expect(await akari('live', timetable)).toMatchObject({ code: 1, stderr: expect.stringContaining('--vehicles') })
  })
})
