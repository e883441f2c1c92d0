import type { Presentation } from '@akari/protocol'
import type { ReactElement } from 'react'

type Symbol = Presentation['symbol']

/** The hazard as a picture, in the colour of the text around it. Drawn on a field of 100 × 100. */
export function AlertSymbol({ symbol }: { symbol: Symbol }): ReactElement {
  return (
    <svg className="ak-symbol" viewBox="0 0 100 100" aria-hidden focusable="false">
      {shapeOf(symbol)}
    </svg>
  )
}

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 7,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const
const solid = { fill: 'currentColor' } as const

function shapeOf(symbol: Symbol): ReactElement {
  switch (symbol) {
    case 'earthquake':
      return (
        <g>
          <path {...solid} d="M22 47 48 19l35 16 -6 37 -17 -4 3 -19 -14 -3 -3 19 -18 -4 4 -18z" />
          <path {...line} d="M6 84h20l8 -9 10 15 10 -13 8 11 9 -9 6 5h17" />
          <path {...line} d="M12 26 5 38m12 -22 -3 4M90 52l5 13" />
        </g>
      )
    case 'rain':
      return (
        <g>
          <path {...solid} d="M27 56a17 17 0 0 1 1-34 23 23 0 0 1 43 5 15 15 0 0 1 3 29z" />
          <path {...line} d="m31 67 -7 19M48 67l-7 19M65 67l-7 19M82 67l-7 19" />
        </g>
      )
    case 'landslide':
      return (
        <g>
          <path {...solid} d="M4 92V24l21 9 14 24 18 12 9 23z" />
          <path {...solid} d="m66 76 15-15 15 15v16H66z" />
          <circle {...solid} cx="43" cy="34" r="9" />
          <circle {...solid} cx="60" cy="51" r="7" />
          <circle {...solid} cx="61" cy="26" r="5" />
        </g>
      )
    case 'flood':
      return (
        <g>
          <path {...solid} d="m18 41 32-28 32 28v17l-8-5-11 8-13-9-13 9-11-8-8 5z" />
          <path {...line} d="M6 74q11-11 22 0t22 0 22 0 22 0M6 91q11-11 22 0t22 0 22 0 22 0" />
        </g>
      )
    case 'wind':
      return <path {...line} d="M6 38h52a13 13 0 1 0-12-18M6 55h74a13 13 0 1 1-12 19M6 72h36a10 10 0 1 1-9 15" />
    case 'snow':
      return (
        <path
          {...line}
          d="M50 6v88M12 28l76 44M12 72l76-44M38 12l12 10 12-10M38 88l12-10 12 10M11 45l15-6-3-16M89 55l-15 6 3 16M11 55l15 6-3 16M89 45l-15-6 3-16"
        />
      )
    case 'tsunami':
      return (
        <g>
          <path
            {...solid}
            d="M4 78C10 38 32 12 62 14c18 1 30 14 28 29-2 12-15 17-22 9 7 1 11-4 8-10-4-8-17-7-22 3-6 13 3 27 24 33z"
          />
          <path {...line} d="M6 90q11-9 22 0t22 0 22 0 22 0" />
        </g>
      )
    case 'volcano':
      return (
        <g>
          <path {...solid} d="M4 94 36 49h8l6 8 6-8h8l32 45z" />
          <path {...line} d="M50 42V26M38 38 30 22M62 38l8-16" />
          <path {...solid} d="M27 17a7 7 0 1 1 0-.1M57 11a7 7 0 1 1 0-.1M87 17a7 7 0 1 1 0-.1" />
        </g>
      )
    case 'heat':
      return (
        <g>
          <circle {...solid} cx="36" cy="40" r="15" />
          <path {...line} d="M36 8v6M36 66v6M4 40h6M13 17l5 5M59 17l-5 5M13 63l5-5" />
          <path {...line} d="M66 61V24a9 9 0 0 1 18 0v37a15 15 0 1 1-18 0z" />
          <path {...line} d="M75 42v30" />
          <circle {...solid} cx="75" cy="74" r="7" />
        </g>
      )
    case 'fire':
      return (
        <path
          {...solid}
          fillRule="evenodd"
          d="M54 4c4 17 26 27 26 54 0 21-13 36-30 36S20 80 20 61c0-14 8-22 13-31 3 7 5 10 9 13 4-12 4-26 12-39zM50 56c-3 9-12 13-12 22 0 8 5 12 12 12s12-5 12-12c0-9-9-13-12-22z"
        />
      )
    case 'exit':
      return (
        <g>
          <path {...line} d="M58 8h34v84H58" />
          <circle {...solid} cx="47" cy="17" r="9" />
          <path
            {...line}
            strokeWidth={10}
            d="M41 34 30 56l17 12 4 24M30 56 19 74 5 76M41 35l-18 3-8 14M43 36l12 14 15 2"
          />
        </g>
      )
    case 'info':
      return (
        <g>
          <circle {...line} cx="50" cy="50" r="42" />
          <circle {...solid} cx="50" cy="28" r="7" />
          <path {...line} strokeWidth={11} strokeLinecap="butt" d="M40 45h11v31M37 76h27" />
        </g>
      )
  }
}
