import { expect, test } from 'vitest'
import { sameRules, type TableEdit, tableEdited, type TableEditor } from './policy-draft.ts'
import { historyOf } from '../../parts/history.ts'
import { rule } from './testing/rules.ts'

const [a, b, c] = [rule('a'), rule('b'), rule('c')]
const start = historyOf([a, b, c])

function after(editor: TableEditor, ...edits: TableEdit[]): TableEditor {
  return edits.reduce(tableEdited, editor)
}
function ids({ present }: TableEditor): string {
  return present.map(({ id }) => id).join('')
}

test('a rule is moved up and down; a move beyond the table changes nothing', () => {
  expect(ids(after(start, { type: 'moved', from: 0, to: 2 }))).toBe('bca')
  expect(ids(after(start, { type: 'moved', from: 2, to: 0 }))).toBe('cab')
  expect(after(start, { type: 'moved', from: 0, to: 3 })).toBe(start)
  expect(after(start, { type: 'moved', from: 0, to: -1 })).toBe(start)
})

test('a deleted rule comes back by undo at its old place, and goes again by redo', () => {
  const without = after(start, { type: 'removed', id: 'b' })
  expect(ids(without)).toBe('ac')
  expect(ids(after(without, { type: 'undone' }))).toBe('abc')
  expect(ids(after(without, { type: 'undone' }, { type: 'redone' }))).toBe('ac')
})

test('typing in one field is one step of undo, another field is another', () => {
  const typed = after(
    start,
    { type: 'changed', rule: { ...a, name: '大' }, part: 'name' },
    { type: 'changed', rule: { ...a, name: '大雨' }, part: 'name' },
    { type: 'changed', rule: { ...a, name: '大雨', act: { ...a.act, mode: 'board' } }, part: 'mode' },
  )
  const once = after(typed, { type: 'undone' })
  expect(once.present[0]).toEqual({ ...a, name: '大雨' })
  expect(after(once, { type: 'undone' }).present).toEqual(start.present)
})

test('a new rule goes where it is put, above all others if wanted', () => {
  expect(ids(after(start, { type: 'added', rule: rule('x'), at: 0 }))).toBe('xabc')
  expect(ids(after(start, { type: 'added', rule: rule('x'), at: 2 }))).toBe('abxc')
})

test('loading the table of somebody else can be undone, a restart cannot', () => {
  expect(ids(after(start, { type: 'loaded', rules: [c] }, { type: 'undone' }))).toBe('abc')
  expect(after(start, { type: 'restarted', rules: [c] }, { type: 'undone' }).present).toEqual([c])
})

test('order alone makes two tables different', () => {
  expect(sameRules([a, b], [a, b])).toBe(true)
  expect(sameRules([a, b], [b, a])).toBe(false)
})
