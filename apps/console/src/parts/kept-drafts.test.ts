import { beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { keeperOf, keptIn } from './kept-drafts.ts'

const Kept = z.object({ name: z.string(), version: z.int() })
const held = new Map<string, string>()
const store = {
  getItem: (key: string) => held.get(key) ?? null,
  setItem: (key: string, text: string) => void held.set(key, text),
  removeItem: (key: string) => void held.delete(key),
}
const keeper = () => keeperOf(keptIn(store, 'draft.', Kept), 'new')

beforeEach(() => held.clear())

it('keeps what is unsaved for the next visit', () => {
  const draft = { name: '秋の催し' }
  keeper().keep(draft, { ...draft, version: 0 })
  expect(keeper().load()).toEqual({ name: '秋の催し', version: 0 })
})

it('a new one that was saved is not there when the next new one is begun, though the editor draws itself once more', () => {
  const draft = { name: '秋の催し' }
  const editor = keeper()
  editor.keep(draft, { ...draft, version: 0 })
  editor.settle(draft)
  editor.keep(draft, { ...draft, version: 1 })
  expect(keeper().load()).toBeNull()
  expect(held.size).toBe(0)
})

it('what is changed after a save is kept again', () => {
  const draft = { name: '秋の催し' }
  const editor = keeper()
  editor.settle(draft)
  editor.keep({ ...draft, name: '冬の催し' }, { name: '冬の催し', version: 1 })
  expect(keeper().load()).toEqual({ name: '冬の催し', version: 1 })
})

it('what is written while something new is being saved is kept as a change of what it became', () => {
  const sent = { name: '秋の催し' }
  const editor = keeper()
  editor.keep(sent, { ...sent, version: 0 })
  const later = { name: '秋の催し（訂正）' }
  editor.settle(sent, 'made')
  editor.keep(later, { ...later, version: 1 })
  expect(editor.isSettled(later)).toBe(false)
  expect([...held.keys()]).toEqual(['draft.made'])
})
