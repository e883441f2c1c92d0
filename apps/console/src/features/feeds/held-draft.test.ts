import { expect, test } from 'vitest'
import { draftState, heldAfter } from './held-draft.ts'

test('what nobody changed follows what is saved', () => {
  expect(draftState(null, { name: 'B' })).toBe('same')
})

test('what is changed stays changed while the rest of the source is saved', () => {
  const held = heldAfter(null, { name: 'mine' }, { name: 'A' })
  expect(draftState(held, { name: 'A' })).toBe('changed')
})

test('somebody else who saved another content has overtaken it', () => {
  const held = heldAfter(null, { name: 'mine' }, { name: 'A' })
  expect(draftState(held, { name: 'theirs' })).toBe('overtaken')
  expect(draftState(heldAfter(held, { name: 'mine too' }, { name: 'theirs' }), { name: 'theirs' })).toBe('overtaken')
})

test('who writes what is saved has changed nothing', () => {
  const held = heldAfter(null, { name: 'mine' }, { name: 'A' })
  expect(heldAfter(held, { name: 'A' }, { name: 'A' })).toBeNull()
  expect(draftState(held, { name: 'mine' })).toBe('same')
})
