import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KNOWN_CODES, SKIES, weatherOf } from './weather-code.ts'

test('codes say what the forecaster means', () => {
  expect(weatherOf('100')).toEqual({ sky: 'sun', turn: null })
  expect(weatherOf('101')).toEqual({ sky: 'sun', turn: { how: 'attimes', sky: 'cloud' } })
  expect(weatherOf('202')).toEqual({ sky: 'cloud', turn: { how: 'fortime', sky: 'rain' } })
  expect(weatherOf('313')).toEqual({ sky: 'rain', turn: { how: 'later', sky: 'cloud' } })
  expect(weatherOf('308')).toEqual({ sky: 'gale', turn: null })
  expect(weatherOf('450')).toEqual({ sky: 'thunderSnow', turn: null })
})

test('every code of the table is drawn, and every kind of weather comes up in it', () => {
  const drawn = KNOWN_CODES.map(weatherOf)
  expect(drawn).not.toContain(null)
  const skies = new Set(drawn.flatMap((weather) => [weather?.sky, weather?.turn?.sky ?? weather?.sky]))
  expect(skies).toEqual(new Set(SKIES))
})

test('a code that is not in the table is its group, and what is in no group is nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), (number) => {
      const code = String(number).padStart(3, '0')
      const weather = weatherOf(code)
      expect(weather === null).toBe(!/^[1-4]/.test(code))
      if (weather !== null) expect(weather.turn?.sky).not.toBe(weather.sky)
    }),
  )
  expect(weatherOf('199')?.sky).toBe('sun')
  expect(weatherOf('499')?.sky).toBe('snow')
})
