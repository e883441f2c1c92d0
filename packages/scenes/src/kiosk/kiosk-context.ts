import type { BoardScene, KioskLanguage, SingleScene } from '@akari/protocol'
import { createContext, useContext } from 'react'
import type { KioskRecordings } from './archive/kiosk-recordings.ts'
import type { SceneResources } from '../everyday/scene-props.ts'
import type { KioskBuilding } from './building.ts'
import type { Comfort, KioskEvent } from './flow.ts'
import { type KioskWord, kioskWord } from './kiosk-words.ts'
import type { KioskTime } from './opening-time.ts'

/** A board that a programme can show. */
export type SingleBoard = Extract<SingleScene, { kind: BoardScene['kind'] }>

/** What every screen of the kiosk answers from, and how it tells what was touched. */
export interface KioskView {
  building: KioskBuilding
  language: KioskLanguage
  comfort: Comfort
  /** Boards of the programme, and where they find what they name. */
  boards: readonly SingleBoard[]
  resources: SceneResources
  /** Recorded sittings; null where there are none. */
  archive: KioskRecordings | null
  time: KioskTime
  /** Is something to be heard that films are not to talk over? */
  isHushed: boolean
  tell: (event: KioskEvent) => void
  choose: (language: KioskLanguage) => void
  /** Somebody is still there. */
  stay: () => void
}

export const KioskContext = createContext<KioskView | null>(null)

/** Within a kiosk. */
export function useKiosk(): KioskView & { word: (word: KioskWord, gaps?: Record<string, string>) => string } {
  const view = useContext(KioskContext)
  if (view === null) throw new Error('outside of a kiosk')
  return { ...view, word: (name, gaps) => kioskWord(view.language, name, gaps) }
}
