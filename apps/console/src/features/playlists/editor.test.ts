import { historyOf } from '../../parts/history.ts'
import type { DraftItem } from '@akari/protocol'
import { expect, test } from 'vitest'
import { roundSeconds } from '../../parts/round-seconds.ts'
import { differingWays, differs, draftOf, type Edit, edited, type Editor, weightDiffers } from './editor.ts'

function item(id: string, seconds = 10): DraftItem {
  return { id, seconds, scene: { kind: 'asset', assetId: `asset-${id}` }, validFrom: null, validUntil: null }
}

const start = historyOf({ name: 'ロビー', items: [item('a'), item('b'), item('c')] })

function after(editor: Editor, ...edits: Edit[]): Editor {
  return edits.reduce(edited, editor)
}

function ids(editor: Editor): string[] {
  return editor.present.items.map(({ id }) => id)
}

test('an item can be dragged to any place', () => {
  expect(ids(after(start, { type: 'moved', from: 0, to: 2 }))).toEqual(['b', 'c', 'a'])
  expect(ids(after(start, { type: 'moved', from: 2, to: 0 }))).toEqual(['c', 'a', 'b'])
})

test('a drop outside the list changes nothing and makes no step to undo', () => {
  expect(after(start, { type: 'moved', from: 0, to: 3 })).toBe(start)
  expect(after(start, { type: 'moved', from: 1, to: 1 })).toBe(start)
})

test('new items come after the selected one, else at the end', () => {
  expect(ids(after(start, { type: 'added', items: [item('x')], after: 'a' }))).toEqual(['a', 'x', 'b', 'c'])
  expect(ids(after(start, { type: 'added', items: [item('x')], after: null }))).toEqual(['a', 'b', 'c', 'x'])
})

test('undo goes back step by step and redo forward again', () => {
  const changed = after(start, { type: 'removed', ids: ['a'] }, { type: 'moved', from: 0, to: 1 })
  const once = after(changed, { type: 'undone' })
  expect(ids(once)).toEqual(['b', 'c'])
  expect(ids(after(once, { type: 'undone' }))).toEqual(['a', 'b', 'c'])
  expect(ids(after(once, { type: 'redone' }))).toEqual(['c', 'b'])
})

test('there is nothing before the first step and after the last', () => {
  expect(after(start, { type: 'undone' })).toBe(start)
  expect(after(start, { type: 'redone' })).toBe(start)
})

test('typing a name is one step of undo', () => {
  const typed = after(start, { type: 'renamed', name: 'ロビ' }, { type: 'renamed', name: 'ロビーの' })
  expect(after(typed, { type: 'undone' }).present.name).toBe('ロビー')
})

test('seconds of two items are two steps of undo', () => {
  const typed = after(
    start,
    { type: 'changed', id: 'a', part: { seconds: 20 } },
    { type: 'changed', id: 'b', part: { seconds: 30 } },
    { type: 'undone' },
  )
  expect(typed.present.items.map(({ seconds }) => seconds)).toEqual([20, 10, 10])
})

test('a new edit after undo forgets what was undone', () => {
  const forked = after(start, { type: 'removed', ids: ['a'] }, { type: 'undone' }, { type: 'removed', ids: ['b'] })
  expect(forked.future).toEqual([])
  expect(ids(forked)).toEqual(['a', 'c'])
})

test('loading the version of someone else can be undone', () => {
  const loaded = after(start, { type: 'loaded', draft: { name: '窓口', items: [] } })
  expect(after(loaded, { type: 'undone' }).present).toEqual(start.present)
})

test('a draft is unsaved exactly when name or items differ', () => {
  expect(differs(start.present, { ...start.present })).toBe(false)
  expect(differs(start.present, { ...start.present, name: '別' })).toBe(true)
  expect(roundSeconds(start.present.items)).toBe(30)
})

test('how it runs is an edit like others, and as usual is the same as left out', () => {
  const inStep = after(start, { type: 'ran', running: { sync: true } })
  expect(differs(inStep.present, start.present)).toBe(true)
  const again = after(inStep, { type: 'ran', running: { sync: false } })
  expect(differs(again.present, start.present)).toBe(false)
  expect(after(inStep, { type: 'undone' }).present).toEqual(start.present)
})

test('an item that comes several times a round counts as often', () => {
  const often = after(start, { type: 'changed', id: 'b', part: { weight: 3 } })
  expect(roundSeconds(often.present.items)).toBe(50)
  const { items, ...others } = often.present
  expect(draftOf({ ...others, items: [...items], version: 1 })).toEqual(often.present)
})

test('several items go up and down one place, keep their order, and stay at the edge', () => {
  const long = historyOf({ name: 'ロビー', items: ['a', 'b', 'c', 'd'].map((id) => item(id)) })
  const shift = (by: -1 | 1, ...moving: string[]) => ids(after(long, { type: 'shifted', ids: moving, by })).join('')
  expect(shift(-1, 'c', 'd')).toBe('acdb')
  expect(shift(1, 'a', 'b')).toBe('cabd')
  expect(shift(1, 'a', 'c')).toBe('badc')
  expect(shift(-1, 'a', 'c')).toBe('acbd')
  expect(after(long, { type: 'shifted', ids: ['a', 'b'], by: -1 })).toBe(long)
})

test('several items are removed in one step of undo', () => {
  const less = after(start, { type: 'removed', ids: ['a', 'c'] })
  expect(ids(less)).toEqual(['b'])
  expect(ids(after(less, { type: 'undone' }))).toEqual(['a', 'b', 'c'])
})

test('two versions differ in how they run where what is usual or said is another', () => {
  expect(differingWays({}, { sync: false, campaign: false, transition: 'fade' })).toEqual([])
  expect(differingWays({ sync: true, transition: 'cut' }, { campaign: true })).toEqual([
    'sync',
    'campaign',
    'transition',
  ])
})

test('a weight differs from that of the same item only', () => {
  const twice = { ...item('a'), weight: 2 }
  expect(weightDiffers(twice, [item('a')])).toBe(true)
  expect(weightDiffers(item('a'), [{ ...item('a'), weight: 1 }])).toBe(false)
  expect(weightDiffers(twice, [item('b')])).toBe(false)
})
