import { expect, test } from 'vitest'
import { adviceKey, stateKey } from './stream-words.ts'

test('what is no stream is called so; what cannot be handed on for another reason is not', () => {
  expect(stateKey({ state: 'refused', fault: 'noPlaylist' })).toBe('streamHealth.notStream')
  expect(stateKey({ state: 'refused', fault: 'inside' })).toBe('streamHealth.state.refused')
  expect(stateKey({ state: 'live', fault: null })).toBe('streamHealth.state.live')
})

test.each([
  ['getaddrinfo ENOTFOUND live.council.example', 'nameUnknown'],
  ['connect ECONNREFUSED 203.0.113.7:443', 'notAccepting'],
  ['no answer in time', 'noAnswer'],
  ['live.council.example answered 500', 'unreachable'],
])('«%s» is told as %s', (detail, advice) => {
  expect(adviceKey('unreachable', detail)).toBe(`streamHealth.advice.${advice}`)
})

test('a stream that is not there is not blamed on its server', () => {
  expect(adviceKey('gone', 'live.council.example answered 404')).toBe('streamHealth.advice.gone')
  expect(adviceKey('unreachable', null)).toBe('streamHealth.advice.unreachable')
})
