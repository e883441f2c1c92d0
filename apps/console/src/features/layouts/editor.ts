import type { GlassShape, ZoneArea } from '@akari/protocol'
import { type History, redone, stepped, undone } from '../../parts/history.ts'
import { differs, type Drawing, drawnFor, type DrawnZone, followed } from './drawing.ts'

export type Editor = History<Drawing>

export type Edit =
  | { type: 'renamed'; name: string }
  /** `about` names one drag: all its places are one step of undo. */
  | { type: 'placed'; shape: GlassShape; id: string; area: ZoneArea; about: string | null }
  | { type: 'added'; shape: GlassShape; zone: DrawnZone }
  | { type: 'removed'; shape: GlassShape; id: string }
  /** In both shapes: a zone of the same id is the same zone. */
  | { type: 'assigned'; id: string; playlistId: string }
  /** Draws a shape by hand from what followed so far. */
  | { type: 'drawn'; shape: GlassShape }
  /** Lets a shape follow from the other again. */
  | { type: 'followed'; shape: GlassShape }
  | { type: 'loaded'; drawing: Drawing }
  | { type: 'undone' }
  | { type: 'redone' }

/** The editor after an edit. Every edit can be undone, also loading someone else's version. */
export function edited(editor: Editor, edit: Edit): Editor {
  switch (edit.type) {
    case 'undone':
      return undone(editor)
    case 'redone':
      return redone(editor)
    case 'renamed':
      return step(editor, { ...editor.present, name: edit.name }, 'name')
    case 'loaded':
      return step(editor, edit.drawing, null)
    case 'placed':
      return step(editor, place(editor.present, edit), edit.about)
    case 'added':
      return step(
        editor,
        changed(editor.present, edit.shape, (zones) => [...zones, edit.zone]),
        null,
      )
    case 'removed':
      return step(
        editor,
        changed(editor.present, edit.shape, (zones) => zones.filter(({ id }) => id !== edit.id)),
        null,
      )
    case 'assigned':
      return step(editor, assigned(editor.present, edit), `playlist ${edit.id}`)
    case 'drawn':
      return step(editor, { ...editor.present, [drawnFor(edit.shape)]: followed(editor.present, edit.shape) }, null)
    case 'followed':
      return step(editor, without(editor.present, edit.shape), null)
  }
}

function place(drawing: Drawing, { shape, id, area }: Extract<Edit, { type: 'placed' }>): Drawing {
  return changed(drawing, shape, (zones) => zones.map((zone) => (zone.id === id ? { ...zone, area } : zone)))
}

function assigned(drawing: Drawing, { id, playlistId }: Extract<Edit, { type: 'assigned' }>): Drawing {
  const assign = (zones: readonly DrawnZone[]) => zones.map((zone) => (zone.id === id ? { ...zone, playlistId } : zone))
  return changed(changed(drawing, 'wide', assign), 'tall', assign)
}

function changed(drawing: Drawing, shape: GlassShape, change: (zones: readonly DrawnZone[]) => DrawnZone[]): Drawing {
  const zones = drawing[drawnFor(shape)]
  return zones === undefined ? drawing : { ...drawing, [drawnFor(shape)]: change(zones) }
}

/** One of the two is always there: the only one stays. */
function without(drawing: Drawing, shape: GlassShape): Drawing {
  const { name, landscape, portrait } = drawing
  if (landscape === undefined || portrait === undefined) return drawing
  return shape === 'tall' ? { name, landscape } : { name, portrait }
}

function step(editor: Editor, present: Drawing, about: string | null): Editor {
  return stepped(editor, present, about, differs)
}
