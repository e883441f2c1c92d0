import { expect, test } from 'vitest'
import { stateKey } from './stream-words.ts'

test('what is no stream is called so; what cannot be handed on for another reason is not', () => {
  expect(stateKey({ state: 'refused', fault: 'noPlaylist' })).toBe('streamHealth.notStream')
  expect(stateKey({ state: 'refused', fault: 'inside' })).toBe('streamHealth.state.refused')
  expect(stateKey({ state: 'live', fault: null })).toBe('streamHealth.state.live')
})
