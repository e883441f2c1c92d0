import type { Language } from '@akari/protocol'
import { createContext, useContext } from 'react'
import type { Glass } from './type-scale.ts'

/** Only until a stage says which glass it is: a full-HD one read from two metres. */
const UNKNOWN: Glass = { widthPx: 1920, heightPx: 1080, mmPerPx: 0.63, viewingDistanceM: 2 }

export const GlassContext = createContext<Glass>(UNKNOWN)

/** The glass that everything is drawn on, also for a scene in a zone of it. */
export function useGlass(): Glass {
  return useContext(GlassContext)
}

/** What the glass is to speak beside Japanese, in this order; null: whatever is written. */
export function useWantedLanguages(): readonly Language[] | null {
  return useGlass().languagesBeside ?? null
}
