import type { Passage } from '../model/venue-model.ts'
import { TRAIT } from './graph.ts'

/** What an edge says of who may pass; what nobody may pass gets no edge. */
export function accessTraits(passage: Passage): number {
  switch (passage) {
    case 'staff':
      return TRAIT.staff
    case 'emergency':
      return TRAIT.emergency
    case 'public':
    case 'none':
      return 0
  }
}
