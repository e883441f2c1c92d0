import type { DisplayView, Id, Texts } from '@akari/protocol'
import { useProgramme, useShownDisplays } from '../api/displays.ts'

/** The city as displays name it, in every language; null while nothing is published. */
export function useCity(): Texts | null {
  return useProgramme(firstPublished(useShownDisplays().data ?? [])).data?.city ?? null
}

/** The first display that has a programme: all of them name the same city. */
export function firstPublished(displays: readonly Pick<DisplayView, 'id' | 'publishedRevision'>[]): Id | null {
  return displays.find(({ publishedRevision }) => publishedRevision !== null)?.id ?? null
}
