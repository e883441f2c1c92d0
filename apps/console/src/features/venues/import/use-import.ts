import type { VenueImported } from '@akari/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '../../../api/keys.ts'
import { importVenue } from '../../../api/venues.ts'
import type { Chosen } from '../../../parts/uploads/dropped-files.ts'
import { packed } from './packed.ts'

export type ImportState =
  | { state: 'idle' }
  /** `share` of it has been sent, from 0 to 1. */
  | { state: 'sending'; name: string; share: number }
  /** Everything has arrived; the server reads it. */
  | { state: 'reading'; name: string }
  | { state: 'failed'; name: string; error: unknown }

/** Sends what fell or was chosen as a new venue, or in place of the plan of one. */
export function useImport(
  replaces: { id: string; version: number } | null,
  onDone: (imported: VenueImported) => void,
): { progress: ImportState; begin: (files: readonly Chosen[]) => void; forget: () => void } {
  const client = useQueryClient()
  const [progress, setProgress] = useState<ImportState>({ state: 'idle' })
  const begin = (files: readonly Chosen[]): void => {
    const first = files[0]?.file.name
    if (first === undefined || progress.state === 'sending' || progress.state === 'reading') return
    setProgress({ state: 'sending', name: first, share: 0 })
    void packed(files)
      .then((file) =>
        importVenue(file, replaces, (share) =>
          setProgress(share < 1 ? { state: 'sending', name: file.name, share } : { state: 'reading', name: file.name }),
        ),
      )
      .then(
        async (imported) => {
          await client.invalidateQueries({ queryKey: keys.venues })
          setProgress({ state: 'idle' })
          onDone(imported)
        },
        (error: unknown) => setProgress({ state: 'failed', name: first, error }),
      )
  }
  return { progress, begin, forget: () => setProgress({ state: 'idle' }) }
}
