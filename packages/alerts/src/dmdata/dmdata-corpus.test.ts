import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assess } from '../assess/assess.ts'
import type { Verdict } from '../assess/verdict.ts'
import { KOGANEI } from '../place.ts'
import { INFLATE } from '../testing/inflate.ts'
import { readDmdata } from './read-dmdata.ts'

const corpus = process.env['AKARI_CORPUS']
const folder = corpus === undefined ? null : join(corpus, 'alerts', 'dmdata-json')
if (folder === null) process.stdout.write('skipped: AKARI_CORPUS is not set, so the DMDATA corpus is not read\n')
else if (!existsSync(folder)) throw new Error(`AKARI_CORPUS has no DMDATA folder: ${folder}`)

function leadOf(name: string): Verdict | undefined {
  const result = readDmdata(readFileSync(join(folder ?? '', name)), INFLATE)
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
  return assess(result.telegram, KOGANEI)[0]
}

describe.skipIf(folder === null)('the DMDATA corpus', () => {
  const eew = { channel: 'live', hazard: 'earthquake-early-warning' }
  test.each([
    ['vxse43_rjtd_20110311144810.json', { ...eew, effect: 'raise', intensity: { from: '4', to: '4' } }],
    ['vxse43_rjtd_20110311145000.json', { ...eew, effect: 'cancel' }],
    ['vxse45_rjtd_20110311144810.json', { ...eew, effect: 'raise', intensity: { from: '4', to: '4' } }],
    ['vxse45_rjtd_20110311144811.json', { ...eew, effect: 'cancel' }],
    ['vxse42_rjtd_20090811050000.json', { channel: 'test', effect: 'none', reason: 'heartbeat' }],
    ['vxse44_rjtd_20180906031016.json', { effect: 'none' }],
  ])('%s means what the manifest says', (name, meaning) => expect(leadOf(name)).toMatchObject(meaning))

  test('every file of it is read, and no other changes anything here', () => {
    const names = readdirSync(folder ?? '')
    expect(names.length).toBeGreaterThan(100)
    const others = names.filter((name) => !/^vxse4[35]/.test(name))
    expect(others.filter((name) => leadOf(name)?.effect !== 'none')).toEqual([])
  })
})
