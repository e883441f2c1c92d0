import type { ReactElement } from 'react'

const FLOORS = [0, 1, 2, 3, 4, 5] as const
const BAYS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const

/** Windows somebody still works behind; a fixed pattern, so that the picture is always the same. */
function isLit(floor: number, bay: number): boolean {
  return floor === 0 || (floor * 7 + bay * 5 + floor * bay) % 6 === 0
}

/** The picture beside the sign-in form: the city hall in the evening, with the light left on. Decoration only. */
export function CityHallAtDusk(): ReactElement {
  return (
    <svg viewBox="0 0 1100 1080" preserveAspectRatio="xMidYMax slice" aria-hidden>
      <defs>
        <linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#0f2f40" />
          <stop offset="0.55" stopColor="#2b6072" />
          <stop offset="0.8" stopColor="#c98f86" />
          <stop offset="1" stopColor="#f2c79a" />
        </linearGradient>
        <radialGradient id="glow">
          <stop offset="0" stopColor="#ffe9bd" stopOpacity="0.75" />
          <stop offset="1" stopColor="#ffe9bd" stopOpacity="0" />
        </radialGradient>
      </defs>
      <rect width="1100" height="1080" fill="url(#dusk)" />
      <path d="M0 790c120-90 210-70 330-120s210 40 320 0 250-20 450 90v320H0z" fill="#1d4a58" opacity="0.75" />
      <path d="M0 850c160-50 300-30 520-60s380 0 580 30v260H0z" fill="#163c49" />
      <g fill="#0f2c37">
        <rect x="250" y="430" width="620" height="480" rx="4" />
        <rect x="560" y="350" width="210" height="90" rx="3" />
        <rect x="664" y="262" width="4" height="92" />
        <rect x="200" y="905" width="720" height="18" />
      </g>
      {FLOORS.flatMap((floor) =>
        BAYS.map((bay) => (
          <rect
            key={`${floor}-${bay}`}
            x={276 + bay * 48}
            y={836 - floor * 74}
            width="38"
            height={floor === 0 ? 68 : 46}
            rx="2"
            fill={isLit(floor, bay) ? '#ffdf9e' : '#21505f'}
            opacity={isLit(floor, bay) ? (floor === 0 ? 1 : 0.92) : 0.8}
          />
        )),
      )}
      <ellipse cx="560" cy="880" rx="420" ry="120" fill="url(#glow)" />
      <rect x="516" y="848" width="90" height="56" rx="3" fill="#faf8f4" />
      <rect x="524" y="856" width="46" height="6" rx="3" fill="#00708a" />
      <rect x="524" y="868" width="72" height="4" rx="2" fill="#bfb6a6" />
      <rect x="524" y="877" width="60" height="4" rx="2" fill="#bfb6a6" />
      <path d="M0 922h1100v158H0z" fill="#0c2530" />
      <path d="M430 922h260l150 158H280z" fill="#ffdf9e" opacity="0.14" />
      <Zelkova x={150} height={330} />
      <Zelkova x={985} height={400} />
      <g fill="#0a1f28">
        <circle cx="705" cy="884" r="7" />
        <path d="M697 894h16l4 34h-24z" />
        <circle cx="735" cy="892" r="5" />
        <path d="M729 899h12l3 29h-18z" />
      </g>
    </svg>
  )
}

/** The city's tree: a trunk that fans out. */
function Zelkova({ x, height }: { x: number; height: number }): ReactElement {
  const top = 930 - height
  return (
    <g fill="#123a34">
      <path d={`M${x - 7} 932l4 -${height * 0.5}h6l4 ${height * 0.5}z`} fill="#0a1f28" />
      <ellipse cx={x} cy={top + height * 0.3} rx={height * 0.32} ry={height * 0.3} />
      <ellipse cx={x - height * 0.17} cy={top + height * 0.42} rx={height * 0.22} ry={height * 0.2} />
      <ellipse cx={x + height * 0.18} cy={top + height * 0.4} rx={height * 0.23} ry={height * 0.21} fill="#174a40" />
    </g>
  )
}
