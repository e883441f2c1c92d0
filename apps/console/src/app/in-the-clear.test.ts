import { expect, test } from 'vitest'
import { isInTheClear } from './in-the-clear.ts'

test.each(['http://akari.city.example', 'http://192.168.10.5:8080', 'http://[fd00::5]', 'http://127.0.0.1.example'])(
  '%s can be read on the way',
  (address) => expect(isInTheClear(new URL(address))).toBe(true),
)

test.each([
  'https://akari.city.example',
  'https://192.168.10.5',
  'http://localhost:8080',
  'http://akari.localhost',
  'http://127.0.0.1:8080',
  'http://127.1.2.3',
  'http://[::1]:8080',
])('%s cannot', (address) => expect(isInTheClear(new URL(address))).toBe(false))
