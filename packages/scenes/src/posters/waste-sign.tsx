import type { WasteKind } from '@akari/protocol'
import type { ReactElement } from 'react'

/** Line drawings on a 48 × 48 grid, made for this city hall. */
const SIGNS: Record<WasteKind, string> = {
  burnable: 'M24 6c2 8 12 12 12 23a12 12 0 0 1-24 0c0-6 4-9 5-14 4 2 5 5 5 8 3-4 4-10 2-17Z',
  nonBurnable: 'M10 20h26v6a13 13 0 0 1-26 0ZM36 22h4a4 4 0 0 1 0 8h-4M15 8v6M23 6v8M31 8v6M8 42h30',
  plastic: 'M12 18 8 8M36 18l4-10M10 16h28l-3 26H13ZM17 24v10M24 24v10M31 24v10',
  paper: 'M8 14h26v28H8ZM14 8h26v28M14 22h14M14 29h14M14 36h8',
  bottle: 'M20 5h8v10c0 4 6 6 6 12v13a3 3 0 0 1-3 3H17a3 3 0 0 1-3-3V27c0-6 6-8 6-12ZM14 28h20',
  canPet:
    'M6 14h16v28H6ZM6 20h16M6 36h16M10 10h8M31 6h6v6c0 3 5 5 5 10v17a3 3 0 0 1-3 3H29a3 3 0 0 1-3-3V22c0-5 5-7 5-10ZM26 26h16',
  garden: 'M24 44V18M24 30c-10 0-14-6-14-14 9 0 14 5 14 14ZM24 24c0-9 5-14 14-14 0 9-5 14-14 14ZM14 44h20',
  hazardous: 'M18 8h12v6H18ZM14 14h20v28H14ZM24 20v10M24 35v1',
}

/** The sign of a kind of waste, white on its colour. */
export function WasteSign({ kind }: { kind: WasteKind }): ReactElement {
  return (
    <svg className="ak-poster-waste-sign" viewBox="0 0 48 48" aria-hidden>
      <path d={SIGNS[kind]} />
    </svg>
  )
}
