import type { Texts } from '@akari/protocol'
import { useProgramme, useShownDisplays } from '../api/displays.ts'

/** The city as displays name it, in every language; null while nothing is published. */
export function useCity(): Texts | null {
  const [first] = useShownDisplays().data ?? []
  return useProgramme(first?.id ?? null).data?.city ?? null
}
