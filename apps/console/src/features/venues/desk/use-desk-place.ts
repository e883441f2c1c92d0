import type { VenueModel } from '@akari/protocol'
import { useState } from 'react'

const NAME = 'akari.console.desk-place.'

/** Where this tablet stands in a venue, kept on it; at first where the first display is. */
export function useDeskPlace(venueId: string, model: VenueModel): [string, (id: string) => void] {
  const [here, setHere] = useState(() => {
    const kept = window.localStorage.getItem(NAME + venueId)
    const places = [...model.kiosks, ...model.occupants, ...model.amenities, ...model.units]
    return (places.find(({ id }) => id === kept) ?? places[0])?.id ?? ''
  })
  return [
    here,
    (id) => {
      window.localStorage.setItem(NAME + venueId, id)
      setHere(id)
    },
  ]
}
