import type { TownPlace } from '@akari/protocol'
import type { ReactElement } from 'react'

/** What a place is marked with: what it is in a disaster comes before what it is on other days. */
export type PlaceSignName = TownPlace['kind'] | 'flee' | 'stay' | 'both' | 'stop'

const line = {
  fill: 'none',
  stroke: 'currentcolor',
  strokeWidth: 2.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const
const solid = { fill: 'currentcolor', stroke: 'none' } as const

/** A running figure, as on the signs of JIS Z 8210 6.1.4. */
const runner = (
  <>
    <circle {...solid} cx="23.5" cy="9" r="3.6" />
    <path {...line} strokeWidth={3.4} d="M21 15l-7 2-2 5M21 15l3 6 6 2M21 15l-3 9-7 3M18 24l5 4-2 8" />
  </>
)

/** Forty by forty, around its middle when drawn. */
const SIGNS: Record<PlaceSignName, ReactElement> = {
  flee: (
    <>
      <g transform="translate(-2 0)">{runner}</g>
      <circle {...solid} cx="32.5" cy="31.5" r="4.6" />
    </>
  ),
  stay: (
    <>
      <path {...line} strokeWidth={3} d="M5 19 20 6l15 13M9 18v16h22V18" />
      <g transform="translate(11.4 16) scale(.44)">{runner}</g>
    </>
  ),
  both: (
    <>
      <path {...line} strokeWidth={3} d="M5 19 20 6l15 13M9 18v16h22V18" />
      <circle {...solid} cx="20" cy="25" r="5" />
    </>
  ),
  stop: (
    <>
      <rect {...solid} x="10" y="7" width="20" height="20" rx="4" />
      <path {...line} d="M14 31v3M26 31v3" />
      <path d="M13 11h14v7H13z" fill="var(--sign-plate)" />
    </>
  ),
  cityHall: <path {...line} d="M6 34h28M9 34V19h22v15M20 19V6l7 3.5-7 3.5M16 34v-7h8v7M13.5 23.5h.1M26.5 23.5h.1" />,
  station: (
    <>
      <rect {...line} x="11" y="6" width="18" height="21" rx="5" />
      <path {...line} d="M11 17h18M15.5 22h.1M24.5 22h.1M14 27l-5 7M26 27l5 7M11 31.5h18" />
    </>
  ),
  library: <path {...line} d="M20 11c-4-3-9-3.6-14-3v22c5-.6 10 0 14 3 4-3 9-3.6 14-3V8c-5-.6-10 0-14 3zM20 11v22" />,
  school: <path {...line} strokeWidth={3} d="M20 5v6M7 11h26M11 34c10-3 16-10 18-22M11 12c2 12 8 19 18 22" />,
  hall: <path {...line} d="M5 17 20 7l15 10M8 17v17M32 17v17M5 34h30M16 34V24h8v10" />,
  hospital: <path {...solid} d="M15.5 7h9v8.5H33v9h-8.5V33h-9v-8.5H7v-9h8.5z" />,
  police: <path {...solid} d="M20 5l4.4 9.3 10.1 1.4-7.4 7.1 1.8 10.2-8.9-4.9-8.9 4.9 1.8-10.2-7.4-7.1 10.1-1.4z" />,
  fire: <path {...solid} d="M21 4c1 7-9 10-9 19a8.6 8.6 0 0 0 17 2c1-6-3-8-3-12-2 1-3 3-3 5-2-3-3-9-2-14z" />,
  post: <path {...line} strokeWidth={3.6} d="M8 9h24M8 18h24M20 18v15" />,
  park: <path {...solid} d="M20 4c7 0 11 5 11 11 0 5-3 9-9 10v10h-4V25c-6-1-9-5-9-10C9 9 13 4 20 4z" />,
  sports: (
    <>
      <circle {...line} cx="20" cy="20" r="13.5" />
      <path {...line} d="M8 14c8 3 16 3 24 0M8 26c8-3 16-3 24 0M20 6.5v27" />
    </>
  ),
  welfare: <path {...solid} d="M20 34C9 26 5 20 5 14.5A7.5 7.5 0 0 1 20 12a7.5 7.5 0 0 1 15 2.5C35 20 31 26 20 34z" />,
  other: <circle {...solid} cx="20" cy="20" r="7" />,
}

/** Green says where one is safe, kingfisher what the city runs for everybody, the rest is as quiet as ink. */
export function PlaceSign({
  name,
  sizePx,
  number = null,
}: {
  name: PlaceSignName
  sizePx: number
  /** Its number in a list, at its upper corner. */
  number?: number | null
}): ReactElement {
  return (
    <g className="ak-place-sign" data-sign={name} transform={`scale(${sizePx / 40}) translate(-20 -20)`}>
      <rect className="ak-place-plate" width="40" height="40" rx="8" />
      <g transform="translate(4 4) scale(.8)">{SIGNS[name]}</g>
      {number !== null && (
        <g className="ak-place-number" transform="translate(37 4)">
          <circle r="11.5" />
          <text y="5.4" fontSize={number > 9 ? 14 : 16} textAnchor="middle">
            {number}
          </text>
        </g>
      )}
    </g>
  )
}

export function signOf({ kind, shelters = [] }: Pick<TownPlace, 'kind' | 'shelters'>): PlaceSignName {
  const [flee, stay] = [shelters.includes('flee'), shelters.includes('stay')]
  if (flee && stay) return 'both'
  return flee ? 'flee' : stay ? 'stay' : kind
}
