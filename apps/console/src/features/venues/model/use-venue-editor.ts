import { VenueEdits, type VenueDraft } from '@akari/protocol'
import { useEffect, useRef } from 'react'
import { z } from 'zod'
import { type KeptEditor, useKeptEditor } from '../../../parts/use-kept-editor.ts'
import { differs, type Edit, edited } from './editor.ts'

const Kept = z.object({ edits: VenueEdits, version: z.int() })

export type VenueEditor = KeptEditor<VenueEdits, Edit>

/**
 * The edits of a venue, with what is not saved kept in this browser. Whoever has changed nothing follows what others save or
 * bring back.
 */
export function useVenueEditor(venue: VenueDraft): VenueEditor {
  const state = useKeptEditor({
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
  const seen = useRef(venue)
  useEffect(() => {
    const before = seen.current
    seen.current = venue
    if (before.version === venue.version || differs(state.editor.present, before.edits)) return
    state.dispatch({ type: 'loaded', edits: venue.edits })
    state.setVersion(venue.version)
  }, [venue, state])
  return state
}

function write(edits: VenueEdits, version: number): z.infer<typeof Kept> {
  return { edits, version }
}
