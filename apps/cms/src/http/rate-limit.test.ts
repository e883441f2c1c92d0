import { expect, it } from 'vitest'
import { networkOf } from './rate-limit.ts'

it('an IPv6 address counts as its network, however it is written, and any other as itself', () => {
  const same = ['2001:db8:1:2::1', '2001:0DB8:1:2:ffff:0:0:9', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::192.0.2.1']
  expect([...new Set(same.map(networkOf))]).toEqual(['2001:db8:1:2::/64'])
  expect(networkOf('2001:db8:1:3::1')).toBe('2001:db8:1:3::/64')
  expect(networkOf('2001:db8::5:6:7:8:9')).toBe('2001:db8:0:5::/64')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(['192.0.2.1', '::ffff:192.0.2.1', ''].map(networkOf)).toEqual(['192.0.2.1', '192.0.2.1', ''])
})
