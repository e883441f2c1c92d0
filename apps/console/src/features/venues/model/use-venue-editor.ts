import { VenueEdits, type VenueDraft } from '@akari/protocol'
import { z } from 'zod'
import { type KeptEditor, useKeptEditor } from '../../../parts/use-kept-editor.ts'
import { differs, type Edit, edited } from './editor.ts'

const Kept = z.object({ edits: VenueEdits, version: z.int() })

export type VenueEditor = KeptEditor<VenueEdits, Edit>

/** The edits of a venue, with what is not saved kept in this browser. */
export function useVenueEditor(venue: VenueDraft): VenueEditor {
  return useKeptEditor({
    name: 'akari.console.venue-draft.',
    id: venue.id,
    schema: Kept,
    read: ({ edits }) => edits,
    write,
    base: venue.edits,
    version: venue.version,
    edited,
    differs,
  })
}

function write(edits: VenueEdits, version: number): z.infer<typeof Kept> {
  return { edits, version }
}
