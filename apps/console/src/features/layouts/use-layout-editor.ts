import type { LayoutView } from '@akari/protocol'
import { z } from 'zod'
import { type KeptEditor, useKeptEditor } from '../../parts/use-kept-editor.ts'
import { differs, Drawing } from './drawing.ts'
import { type Edit, edited } from './editor.ts'

const Kept = z.object({ drawing: Drawing, version: z.int() })

/** The drawing of a saved layout, without what the server adds. */
export function drawingOfView({ name, landscape, portrait }: LayoutView): Drawing {
  return { name, ...(landscape === undefined ? {} : { landscape }), ...(portrait === undefined ? {} : { portrait }) }
}

/** An editor for a saved layout (null: a new one that begins with `start`) that keeps its unsaved drawing in this browser. */
export function useLayoutEditor(saved: LayoutView | null, start: Drawing): KeptEditor<Drawing, Edit> {
  return useKeptEditor({
    name: 'akari.console.layout-draft.',
    id: saved?.id ?? 'new',
    schema: Kept,
    read: ({ drawing }) => drawing,
    write,
    base: saved === null ? start : drawingOfView(saved),
    version: saved?.version ?? 0,
    edited,
    differs,
  })
}

function write(drawing: Drawing, version: number): z.infer<typeof Kept> {
  return { drawing, version }
}
