import { KioskLanguage, SittingInput, type SittingView } from '@akari/protocol'
import { z } from 'zod'
import { type WholeEdit, wholeEdited } from '../../parts/history.ts'
import { unfinished } from '../../parts/unfinished.ts'
import { type KeptEditor, useKeptEditor } from '../../parts/use-kept-editor.ts'
import { PASTED_ROWS, type SittingDraft } from './sitting-draft.ts'

const Pasted = z.partialRecord(z.enum(PASTED_ROWS), z.string())
const PastedIn = z.partialRecord(z.enum(PASTED_ROWS), KioskLanguage)
const Kept = z.object({
  draft: unfinished<SittingDraft>(
    SittingInput.extend({
      recordingUrl: z.string().nullable(),
      pasted: Pasted.optional(),
      pastedIn: PastedIn.optional(),
    }),
  ),
  version: z.int(),
})

/** An editor for the plan of a sitting (or a new one) that keeps what is unfinished in this browser. */
export function useSittingEditor(
  saved: SittingView | null,
  start: SittingDraft,
  keptAs: string,
): KeptEditor<SittingDraft, WholeEdit<SittingDraft>> {
  return useKeptEditor({
    name: 'akari.console.sitting-draft.',
    id: keptAs,
    schema: Kept,
    read: ({ draft }) => draft,
    write: written,
    base: start,
    version: saved?.version ?? 0,
    edited: wholeEdited(differs),
    differs,
  })
}

function written(draft: SittingDraft, version: number): z.infer<typeof Kept> {
  return { draft, version }
}

function differs(a: SittingDraft, b: SittingDraft): boolean {
  return JSON.stringify(a) !== JSON.stringify(b)
}
