import { expect, test } from 'vitest'
import { openNetwork } from './open-network.ts'
import { alert, BANNER, clockAt, held } from './testing/sample.ts'

const NOW = clockAt('2026-11-02T10:05:00+09:00')
const says = (id: string, more: Parameters<typeof alert>[1] = {}) =>
  alert(id, { presentation: BANNER, level: null, opensNetwork: true, ...more })

test('the network is open while an alert in force says so, on the channel that says it', () => {
  expect(openNetwork({ live: held('live', [says('open')]), drill: null }, NOW, 'lobby')).toBe('live')
  expect(openNetwork({ live: null, drill: held('drill', [says('open')]) }, NOW, 'lobby')).toBe('drill')
})

test('what is real goes before a drill', () => {
  const both = { live: held('live', [says('open')]), drill: held('drill', [says('practice')]) }
  expect(openNetwork(both, NOW, 'lobby')).toBe('live')
})

test('no other alert says it, however grave it is', () => {
  expect(openNetwork({ live: held('live', [alert('rain', { level: 5 })]), drill: null }, NOW, 'lobby')).toBeNull()
})

test('one that is over, is for other displays or came on the wrong channel says nothing', () => {
  const over = says('over', { phase: 'cleared', expiresAt: '2026-11-02T11:00:00+09:00' })
  const expired = says('expired', { expiresAt: '2026-11-02T10:04:00+09:00' })
  const elsewhere = says('elsewhere', { target: { kind: 'displays', displayIds: ['council'] } })
  expect(openNetwork({ live: held('live', [over, expired, elsewhere]), drill: null }, NOW, 'lobby')).toBeNull()
  expect(openNetwork({ live: held('drill', [says('open')]), drill: null }, NOW, 'lobby')).toBeNull()
})
