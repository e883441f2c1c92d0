import type { DraftItem, PlaylistInput } from '@akari/protocol'
import { type History, redone, stepped, undone } from '../../parts/history.ts'

/** How a playlist runs; what is as usual is left out. */
export type Running = Pick<PlaylistInput, 'sync' | 'campaign' | 'transition'>

/** A playlist while it is edited. */
export type Draft = { name: string; items: readonly DraftItem[] } & Running

export type Editor = History<Draft>

type ItemPart = Partial<Pick<DraftItem, 'seconds' | 'scene' | 'validFrom' | 'validUntil' | 'weight'>>

export type Edit =
  | { type: 'renamed'; name: string }
  | { type: 'added'; items: readonly DraftItem[]; after: string | null }
  | { type: 'removed'; ids: readonly string[] }
  /** One place up (-1) or down, keeping their order; what stands at the edge stays. */
  | { type: 'shifted'; ids: readonly string[]; by: -1 | 1 }
  | { type: 'moved'; from: number; to: number }
  | { type: 'changed'; id: string; part: ItemPart }
  | { type: 'ran'; running: Running }
  | { type: 'undone' }
  | { type: 'redone' }
  | { type: 'loaded'; draft: Draft }

/** The editor after an edit. Every edit can be undone, also loading someone else's version. */
export function edited(editor: Editor, edit: Edit): Editor {
  switch (edit.type) {
    case 'undone':
      return undone(editor)
    case 'redone':
      return redone(editor)
    case 'renamed':
      return step(editor, { ...editor.present, name: edit.name }, 'name')
    case 'ran':
      return step(editor, { ...editor.present, ...edit.running }, null)
    case 'loaded':
      return step(editor, edit.draft, null)
    case 'added':
      return step(
        editor,
        { ...editor.present, items: insertedAfter(editor.present.items, edit.items, edit.after) },
        null,
      )
    case 'removed':
      return step(
        editor,
        { ...editor.present, items: editor.present.items.filter((item) => !edit.ids.includes(item.id)) },
        null,
      )
    case 'moved':
      return step(editor, { ...editor.present, items: moved(editor.present.items, edit.from, edit.to) }, null)
    case 'shifted':
      return step(editor, { ...editor.present, items: shifted(editor.present.items, new Set(edit.ids), edit.by) }, null)
    case 'changed': {
      const items = editor.present.items.map((item) => (item.id === edit.id ? { ...item, ...edit.part } : item))
      return step(editor, { ...editor.present, items }, `${edit.id} ${Object.keys(edit.part).join(' ')}`)
    }
  }
}

/** Is there anything in the draft that the saved playlist has not? */
export function differs(a: Draft, b: Draft): boolean {
  return JSON.stringify(whole(a)) !== JSON.stringify(whole(b))
}

function whole({ name, items, sync = false, campaign = false, transition = 'fade' }: Draft): unknown[] {
  return [name, items.map(({ weight = 1, ...item }) => ({ ...item, weight })), sync, campaign, transition]
}

/** In which ways two versions of a playlist run differently; left out is as usual. */
export function differingWays(a: Running, b: Running): (keyof Running)[] {
  const usual = { sync: false, campaign: false, transition: 'fade' }
  const ways = ['sync', 'campaign', 'transition'] as const
  return ways.filter((way) => (a[way] ?? usual[way]) !== (b[way] ?? usual[way]))
}

/** Does an item come another number of times a round than in the other version? One that is not there does not. */
export function weightDiffers({ id, weight = 1 }: DraftItem, others: readonly DraftItem[]): boolean {
  const other = others.find((each) => each.id === id)
  return other !== undefined && (other.weight ?? 1) !== weight
}

/** The part of a saved playlist that is edited. */
export function draftOf({ name, items, sync, campaign, transition }: PlaylistInput): Draft {
  return {
    name,
    items,
    ...(sync === undefined ? {} : { sync }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(transition === undefined ? {} : { transition }),
  }
}

function step(editor: Editor, present: Draft, about: string | null): Editor {
  return stepped(editor, present, about, differs)
}

function insertedAfter(items: readonly DraftItem[], more: readonly DraftItem[], after: string | null): DraftItem[] {
  const at = items.findIndex((item) => item.id === after)
  return at === -1 ? [...items, ...more] : [...items.slice(0, at + 1), ...more, ...items.slice(at + 1)]
}

function moved(items: readonly DraftItem[], from: number, to: number): readonly DraftItem[] {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}

function shifted(items: readonly DraftItem[], ids: ReadonlySet<string>, by: -1 | 1): readonly DraftItem[] {
  const ordered = by === -1 ? [...items] : items.toReversed()
  for (let at = 1; at < ordered.length; at++) {
    const [before, item] = [ordered[at - 1], ordered[at]]
    if (before === undefined || item === undefined || !ids.has(item.id) || ids.has(before.id)) continue
    ordered[at - 1] = item
    ordered[at] = before
  }
  return by === -1 ? ordered : ordered.toReversed()
}
