import type { ReactElement } from 'react'

/** Lanterns and petals in the air, for an event without a picture. */
export function Confetti(): ReactElement {
  return (
    <svg className="ak-poster-motif" viewBox="0 0 800 960" preserveAspectRatio="xMidYMid slice" aria-hidden>
      <rect width="800" height="960" fill="#f7dde3" />
      <circle cx="560" cy="300" r="250" fill="#e9a6b5" />
      <circle cx="250" cy="660" r="190" fill="#faf8f4" />
      <path d="M800 960V640C640 600 520 700 430 780S230 930 80 960Z" fill="#3f6b4b" />
      <path d="M0 960V840c120-50 230-20 330 30s180 70 250 90Z" fill="#00708a" />
      {LANTERNS.map(([x, y, scale]) => (
        <g key={x} transform={`translate(${x} ${y}) scale(${scale})`}>
          <path d="M0-150V-60" stroke="#1b1f23" strokeWidth="5" />
          <rect x="-30" y="-66" width="60" height="16" rx="5" fill="#1b1f23" />
          <ellipse rx="66" ry="56" fill="#faf8f4" />
          <path d="M-62-18H62M-66 0H66M-62 18H62" stroke="#e9a6b5" strokeWidth="5" />
          <rect x="-30" y="50" width="60" height="16" rx="5" fill="#1b1f23" />
        </g>
      ))}
      {PETALS.map(([x, y, turn]) => (
        <path
          key={`${x} ${y}`}
          transform={`translate(${x} ${y}) rotate(${turn})`}
          d="M0-34C26-26 30 14 0 34-30 14-26-26 0-34Z"
          fill="#ffffff"
        />
      ))}
    </svg>
  )
}

const LANTERNS = [
  [200, 260, 1],
  [430, 200, 1.3],
  [640, 330, 0.9],
] as const

const PETALS = [
  [120, 460, 20],
  [330, 420, 70],
  [560, 480, -30],
  [700, 540, 40],
  [480, 590, 10],
  [90, 620, -50],
] as const

/** An abstract canvas, for an exhibition without a picture. */
export function Canvas(): ReactElement {
  return (
    <svg className="ak-poster-motif" viewBox="0 0 800 600" preserveAspectRatio="xMidYMid slice" aria-hidden>
      <rect width="800" height="600" fill="#cfe5e9" />
      <circle cx="580" cy="190" r="96" fill="#e9a6b5" />
      <path d="M0 430c150-120 280-140 420-40s260 70 380-40v250H0Z" fill="#3f6b4b" />
      <path d="M0 520c190-90 330-60 470 0s220 40 330-20v100H0Z" fill="#00708a" />
      <path d="M150 600c10-130-10-220 20-330 26 110 6 210 30 330Z" fill="#1b1f23" />
    </svg>
  )
}

/** The box that the leaf of polling day goes into. */
export function BallotBox(): ReactElement {
  return (
    <svg className="ak-poster-ballot" viewBox="0 0 480 136" preserveAspectRatio="none" aria-hidden>
      <path d="M24 0h432l24 30H0Z" fill="#1b1f23" />
      <path d="M54 8h372l10 13H44Z" fill="#00414f" />
      <path d="M0 26h480v110H0Z" fill="#00566b" />
      <path d="M0 26h480v8H0Z" fill="#00708a" />
    </svg>
  )
}
