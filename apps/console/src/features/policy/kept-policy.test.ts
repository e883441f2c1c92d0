import type { PolicyVersion } from '@akari/protocol'
import { expect, test } from 'vitest'
import { keptPolicy } from './kept-policy.ts'
import { rule } from './testing/rules.ts'

function store() {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, text: string) => void held.set(name, text),
    removeItem: (name: string) => void held.delete(name),
  }
}

const base: PolicyVersion = {
  version: 3,
  at: '2026-11-22T09:00:00+09:00',
  by: 'user:tanaka',
  note: '',
  policy: { rules: [rule('a')] },
}

test('an unsaved table comes back with the version it was made from, until it is dropped', () => {
  const kept = keptPolicy(store())
  expect(kept.load()).toBeNull()
  kept.save({ base, rules: [rule('a'), rule('b')] })
  expect(kept.load()).toEqual({ base, rules: [rule('a'), rule('b')] })
  kept.drop()
  expect(kept.load()).toBeNull()
})

test('what an older console left and this one cannot read counts as nothing', () => {
  const browser = store()
  const kept = keptPolicy(browser)
  kept.save({ base, rules: [rule('a')] })
  for (const name of browser.held.keys()) browser.held.set(name, '{"rules":[{"id":')
  expect(kept.load()).toBeNull()
})
