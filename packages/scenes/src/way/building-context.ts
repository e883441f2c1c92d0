import { createContext, useContext } from 'react'
import type { KioskBuilding } from '../kiosk/building.ts'

/** The building that a display stands in, for what is shown of the ways through it; null where nobody knows them. */
export const BuildingContext = createContext<KioskBuilding | null>(null)

export function useBuilding(): KioskBuilding | null {
  return useContext(BuildingContext)
}
