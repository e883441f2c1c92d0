import type { KioskLanguage } from '@akari/protocol'
import { createContext, useContext } from 'react'
import type { KioskBuilding } from './building.ts'
import type { Comfort, KioskEvent } from './flow.ts'
import { type KioskWord, kioskWord } from './kiosk-words.ts'
import type { KioskTime } from './opening-time.ts'

/** What every screen of the kiosk answers from, and how it tells what was touched. */
export interface KioskView {
  building: KioskBuilding
  language: KioskLanguage
  comfort: Comfort
  time: KioskTime
  tell: (event: KioskEvent) => void
  choose: (language: KioskLanguage) => void
}

export const KioskContext = createContext<KioskView | null>(null)

/** Within a kiosk. */
export function useKiosk(): KioskView & { word: (word: KioskWord, gaps?: Record<string, string>) => string } {
  const view = useContext(KioskContext)
  if (view === null) throw new Error('outside of a kiosk')
  return { ...view, word: (name, gaps) => kioskWord(view.language, name, gaps) }
}
