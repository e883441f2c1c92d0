import { expect, test } from 'vitest'
import { readingOf } from './sysfs-source.ts'

const supply = (attributes: Record<string, string>) => new Map(Object.entries(attributes))
const LINE = supply({ type: 'Mains', online: '1' })
const CUT = supply({ type: 'Mains', online: '0' })
const BATTERY = supply({
  type: 'Battery',
  status: 'Discharging',
  capacity: '83',
  energy_now: '30000000',
  power_now: '15000000',
})

test('a machine without a battery says nothing', () => {
  expect(readingOf([])).toBe(null)
  expect(readingOf([LINE])).toBe(null)
  expect(readingOf([supply({ type: 'Battery', scope: 'Device', capacity: '40', status: 'Discharging' }), CUT])).toBe(
    null,
  )
})

test('the line decides where there is one, and the battery where there is none', () => {
  expect(readingOf([LINE, BATTERY])).toMatchObject({ mains: true, chargePercent: 83, secondsLeft: null })
  expect(readingOf([CUT, BATTERY])).toEqual({ mains: false, chargePercent: 83, secondsLeft: 7200, alarm: 'none' })
  expect(readingOf([BATTERY])).toMatchObject({ mains: false })
  expect(readingOf([supply({ type: 'UPS', status: 'Full', capacity: '100' })])).toMatchObject({ mains: true })
})

test('the time left comes from the driver, or from store and drain, and is not made up', () => {
  const seconds = (changes: Record<string, string>) =>
    readingOf([CUT, supply({ type: 'Battery', status: 'Discharging', ...changes })])?.secondsLeft
  expect(seconds({ time_to_empty_now: '900', energy_now: '1', power_now: '1' })).toBe(900)
  expect(seconds({ charge_now: '1000000', current_now: '-2000000' })).toBe(1800)
  expect(seconds({ energy_now: '1000000', power_now: '0' })).toBe(null)
  expect(seconds({ capacity: 'garbage' })).toBe(null)
})
