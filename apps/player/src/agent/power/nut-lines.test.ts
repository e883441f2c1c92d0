import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerIn, readingIn } from './nut-lines.ts'

const ANSWER = `BEGIN LIST VAR rack
VAR rack battery.charge "87"
VAR rack device.model "Smart \\"UPS\\" \\\\ 1500"
VAR rack battery.runtime "2340.5"
VAR rack ups.status "OB DISCHRG"
END LIST VAR rack
`

test('reads a whole answer, however it is cut in pieces, and leaves what follows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: ANSWER.length - 1 }), (cut) => {
      expect(answerIn(ANSWER.slice(0, cut), 'rack')).toEqual({ state: 'more' })
    }),
  )
  const answer = answerIn(`${ANSWER}ERR`, 'rack')
  expect(answer).toMatchObject({ state: 'variables', rest: 'ERR' })
  if (answer.state === 'variables') expect(answer.variables.get('device.model')).toBe('Smart "UPS" \\ 1500')
})

test('an error is an error, whatever stood before it', () => {
  expect(answerIn('ERR DATA-STALE\n', 'rack')).toEqual({ state: 'error', name: 'DATA-STALE', rest: '' })
})

test('never throws, whatever comes over the wire', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void answerIn(text, 'rack')))
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('ups.status', 'battery.charge', 'x'), fc.string())), (pairs) => {
      const reading = readingIn(new Map(pairs))
      expect(reading === null || [true, false].includes(reading.mains)).toBe(true)
    }),
  )
})

test.each([
  ['OL CHRG', { mains: true, alarm: 'none' }],
  ['OB DISCHRG', { mains: false, alarm: 'none' }],
  ['OB DISCHRG LB', { mains: false, alarm: 'low' }],
  ['OL FSD', { mains: false, alarm: 'forced' }],
  ['BYPASS', { mains: true, alarm: 'none' }],
])('%s', (status, reading) => {
  expect(readingIn(new Map([['ups.status', status]]))).toMatchObject(reading)
})

test('a status that names neither mains nor battery is no reading, and nonsense figures are none', () => {
  expect(readingIn(new Map([['ups.status', 'OFF']]))).toBe(null)
  expect(readingIn(new Map())).toBe(null)
  const odd = new Map([
    ['ups.status', 'OB'],
    ['battery.charge', '140'],
    ['battery.runtime', '-1'],
  ])
  expect(readingIn(odd)).toMatchObject({ chargePercent: null, secondsLeft: null })
})
