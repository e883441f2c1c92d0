import { SittingInput, type SittingView } from '@akari/protocol'
import { z } from 'zod'
import { type History, redone, stepped, undone } from '../../parts/history.ts'
import { unfinished } from '../../parts/unfinished.ts'
import { type KeptEditor, useKeptEditor } from '../../parts/use-kept-editor.ts'
import type { SittingDraft } from './sitting-draft.ts'

export type SittingEdit =
  | { type: 'changed'; draft: SittingDraft; about: string | null }
  | { type: 'undone' }
  | { type: 'redone' }

const Kept = z.object({
  draft: unfinished<SittingDraft>(SittingInput.extend({ recordingUrl: z.string().nullable() })),
  version: z.int(),
})

/** An editor for the plan of a sitting (or a new one) that keeps what is unfinished in this browser. */
export function useSittingEditor(
  saved: SittingView | null,
  start: SittingDraft,
): KeptEditor<SittingDraft, SittingEdit> {
  return useKeptEditor({
    name: 'akari.console.sitting-draft.',
    id: saved?.id ?? 'new',
    schema: Kept,
    read: ({ draft }) => draft,
    write: written,
    base: start,
    version: saved?.version ?? 0,
    edited,
    differs,
  })
}

function written(draft: SittingDraft, version: number): z.infer<typeof Kept> {
  return { draft, version }
}

function edited(history: History<SittingDraft>, edit: SittingEdit): History<SittingDraft> {
  switch (edit.type) {
    case 'changed':
      return stepped(history, edit.draft, edit.about, differs)
    case 'undone':
      return undone(history)
    case 'redone':
      return redone(history)
  }
}

function differs(a: SittingDraft, b: SittingDraft): boolean {
  return JSON.stringify(a) !== JSON.stringify(b)
}
