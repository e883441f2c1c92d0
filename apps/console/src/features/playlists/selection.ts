/** Which items are selected. `at` was touched last and is the one shown; from `anchor` a range grows. */
export type Selection = { ids: ReadonlySet<string>; anchor: string | null; at: string | null }

/** Alone, added or taken away (ctrl, space), or everything from the anchor to here (shift). */
export type Touch = 'only' | 'toggle' | 'range'

export const NOTHING: Selection = { ids: new Set(), anchor: null, at: null }

/** The selection after an item was touched. `order`: the items as they stand. */
export function touched(selection: Selection, order: readonly string[], id: string, touch: Touch): Selection {
  switch (touch) {
    case 'only':
      return { ids: new Set([id]), anchor: id, at: id }
    case 'toggle': {
      const ids = new Set(selection.ids)
      if (!ids.delete(id)) ids.add(id)
      return { ids, anchor: id, at: id }
    }
    case 'range': {
      const [from, to] = [selection.anchor === null ? -1 : order.indexOf(selection.anchor), order.indexOf(id)]
      if (from === -1 || to === -1) return touched(selection, order, id, 'only')
      return { ids: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)), anchor: selection.anchor, at: id }
    }
  }
}

/** What a click with these keys held does. */
export function touchOf({ shiftKey, ctrlKey, metaKey }: Record<'shiftKey' | 'ctrlKey' | 'metaKey', boolean>): Touch {
  return shiftKey ? 'range' : ctrlKey || metaKey ? 'toggle' : 'only'
}
