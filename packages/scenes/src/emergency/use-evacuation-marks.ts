import { useMemo } from 'react'
import type { DrawMarks } from '../map/map-props.ts'
import { type EvacuationPlace, evacuationMarks } from './evacuation-marks.ts'

/** What a map draws where somebody stands in an emergency, the same function as long as the same things are closed. */
export function useEvacuationMarks({ closures }: EvacuationPlace): DrawMarks {
  return useMemo(() => (level, around) => evacuationMarks(level, around, closures), [closures])
}
