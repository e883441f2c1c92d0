import type { ReactElement } from 'react'
import type { PictogramName } from './pictogram-names.ts'

interface PictogramProps {
  name: PictogramName
  size: number
  /** Struck out: not to be used now. */
  crossed?: boolean
}

/** A pictogram of `size` pixels around the point 0,0 of the SVG it is put in. */
export function Pictogram({ name, size, crossed = false }: PictogramProps): ReactElement {
  return (
    <g className="ak-pictogram" data-pictogram={name} transform={`scale(${size / 40}) translate(-20 -20)`}>
      <rect className="ak-pictogram-plate" width="40" height="40" rx="7" />
      <g className="ak-pictogram-sign">{signOf(name)}</g>
      {crossed && <path className="ak-pictogram-cross" d="M4 4l32 32M36 4L4 36" />}
    </g>
  )
}

const solid = { fill: 'currentColor', stroke: 'none' } as const
const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const
const letters = { ...solid, textAnchor: 'middle', fontWeight: 700 } as const

function signOf(name: PictogramName): ReactElement {
  switch (name) {
    case 'men':
      return <g transform="translate(10 0)">{man}</g>
    case 'women':
      return <g transform="translate(10 0)">{woman}</g>
    case 'toilet':
      return (
        <>
          <g transform="translate(2 0)">{man}</g>
          <path {...line} strokeWidth={1.6} d="M20 7v26" />
          <g transform="translate(18 0)">{woman}</g>
        </>
      )
    case 'wheelchair':
      return (
        <>
          <circle {...solid} cx="17" cy="8.5" r="3.2" />
          <path {...line} strokeWidth={3} d="M17.5 14v9h9l4 9" />
          <path {...line} d="M18 18h8M14.5 18.5a8 8 0 1 0 9.5 11" />
        </>
      )
    case 'lift':
      return (
        <>
          <path {...line} strokeWidth={2} d="M8 16h24v18H8zM20 16v18" />
          <path {...solid} d="m14 5 5 7H9zM26 12l5-7H21z" />
        </>
      )
    case 'stairs':
      return <path {...line} strokeWidth={3} d="M6 32h7v-6h7v-6h7v-6h7" />
    case 'escalator':
      return (
        <>
          <path {...line} strokeWidth={4} d="M7 31h6l14-15h6" />
          <circle {...solid} cx="18" cy="9" r="3" />
          <path {...line} d="M18 15v6" />
        </>
      )
    case 'nursing':
      return (
        <>
          <path {...line} d="M14 15h12v15a4 4 0 0 1-4 4h-4a4 4 0 0 1-4-4z" />
          <path {...line} d="M13 14h14M17 13c0-3 1-3 1-6h4c0 3 1 3 1 6M20 21h6M20 26h6" />
        </>
      )
    case 'aed':
      return (
        <>
          <path {...solid} d="M20 21c-7-5-9-8-9-11a4.5 4.5 0 0 1 9-1.5A4.5 4.5 0 0 1 29 10c0 3-2 6-9 11z" />
          <text {...letters} x="20" y="34" fontSize="12">
            AED
          </text>
        </>
      )
    case 'atm':
      return (
        <>
          <text {...letters} x="20" y="18" fontSize="13">
            ATM
          </text>
          <path {...line} strokeWidth={2} d="M9 23h22v10H9z" />
          <circle {...solid} cx="20" cy="28" r="2.6" />
        </>
      )
    case 'exit':
      return (
        <>
          <path {...line} d="M24 6h10v28H24" />
          <circle {...solid} cx="18" cy="9" r="3.2" />
          <path {...line} strokeWidth={3.4} d="m17 15-4 8 6 4v8M13 23l-3 6-5 1M17 15l-7 2-2 4M18 16l4 5h5" />
        </>
      )
    case 'entrance':
      return (
        <>
          <path {...line} d="M8 34V7h24v27" />
          <path {...solid} d="m20 12 7 9h-4.5v12h-5V21H13z" />
        </>
      )
    case 'info':
      return (
        <text {...letters} x="20" y="31" fontSize="30">
          i
        </text>
      )
    case 'wifi':
      return (
        <>
          <path {...line} strokeWidth={3} d="M6 17a20 20 0 0 1 28 0M11 23a13 13 0 0 1 18 0" />
          <circle {...solid} cx="20" cy="30" r="3.4" />
        </>
      )
    case 'copy':
      return <path {...line} d="M10 14h20v13H10zM14 14V7h12v7M14 22h12v11H14z" />
    case 'water':
      return <path {...solid} d="M20 5c7 9 10 13 10 18a10 10 0 0 1-20 0c0-5 3-9 10-18z" />
    case 'vending':
      return (
        <>
          <path {...line} strokeWidth={2} d="M11 6h18v28H11zM15 10.5h10v10H15zM15 27.5h7" />
          <path {...line} d="M18.5 13v5M22 13v5" />
        </>
      )
    case 'kids':
      return (
        <>
          <circle {...solid} cx="20" cy="10" r="5" />
          <path {...line} strokeWidth={3.4} d="M9 17l11 4 11-4M20 21v6l-6 7M20 27l6 7" />
        </>
      )
    case 'cafe':
      return (
        <>
          <path {...solid} d="M9 15h18v9a7 7 0 0 1-7 7h-4a7 7 0 0 1-7-7z" />
          <path {...line} d="M27 17h2a4 4 0 0 1 0 8h-2M14 6c-2 2 2 3 0 5.5M21 6c-2 2 2 3 0 5.5" />
        </>
      )
  }
}

const man = (
  <>
    <circle {...solid} cx="10" cy="8" r="3.2" />
    <path {...solid} d="M5.5 13h9a1.5 1.5 0 0 1 1.5 1.5V23h-2.5v11h-3v-9h-1v9h-3V23H4v-8.5A1.5 1.5 0 0 1 5.5 13z" />
  </>
)
const woman = (
  <>
    <circle {...solid} cx="10" cy="8" r="3.2" />
    <path {...solid} d="M7 13h6l4 13h-4v8h-2.5v-8h-1v8H7v-8H3z" />
  </>
)
