import type { NearestKind } from '@akari/wayfinding'
import type { ReactElement } from 'react'
import { Pictogram } from '../map/pictogram.tsx'
import type { PictogramName } from '../map/pictogram-names.ts'

const SIGNS: Record<NearestKind, PictogramName> = {
  toilet: 'toilet',
  'accessible-toilet': 'wheelchair',
  nursing: 'nursing',
  aed: 'aed',
  elevator: 'lift',
  stairs: 'stairs',
  atm: 'atm',
  information: 'info',
  exit: 'exit',
}

/** The sign that the map has for a kind. */
export function pictogramOfKind(what: NearestKind): ReactElement {
  return (
    <svg className="ak-kind-sign" viewBox="-20 -20 40 40" aria-hidden focusable="false">
      <Pictogram name={SIGNS[what]} size={40} />
    </svg>
  )
}
