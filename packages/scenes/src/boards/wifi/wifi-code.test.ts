import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wifiCode } from './wifi-code.ts'

/** Reads a code as telephones do: fields end at a semicolon that no backslash stands before. */
function read(code: string): Record<string, string> {
  const fields: Record<string, string> = {}
  let [name, value, isEscaped] = ['', '', false]
  let isValue = false
  for (const letter of code.slice('WIFI:'.length)) {
    if (isEscaped || !/[\\;:]/.test(letter)) {
      if (isValue) value += letter
      else name += letter
      isEscaped = false
    } else if (letter === '\\') isEscaped = true
    else if (letter === ':' && !isValue) isValue = true
    else {
      if (isValue) fields[name] = value
      name = value = ''
      isValue = false
    }
  }
  return fields
}

test('an open network is joined without a password', () => {
  expect(wifiCode({ ssid: '00000JAPAN' })).toBe('WIFI:T:nopass;S:00000JAPAN;;')
})

test('what has a meaning in the code is escaped', () => {
  expect(wifiCode({ ssid: 'Koganei; "1F"', password: 'a\\b:c,d' })).toBe(
    'WIFI:T:WPA;S:Koganei\\; \\"1F\\";P:a\\\\b\\:c\\,d;;',
  )
})

test('a telephone reads the network and the password that staff wrote, whatever is in them', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 32 })
  fc.assert(
    fc.property(name, fc.option(name, { nil: undefined }), (ssid, password) => {
      const fields = read(wifiCode({ ssid, password }))
      expect(fields['S']).toBe(ssid)
      expect(fields['P']).toBe(password)
      expect(fields['T']).toBe(password === undefined ? 'nopass' : 'WPA')
    }),
  )
})
