import { line, solid } from './strokes.ts'

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

/** Signs with people in them: toilets, and places to sit, feed or play. Forty by forty, after the manner of JIS Z 8210. */
export const people = {
  toilet: (
    <>
      <g transform="translate(2 0)">{man}</g>
      <path {...line} strokeWidth={1.6} d="M20 7v26" />
      <g transform="translate(18 0)">{woman}</g>
    </>
  ),
  men: <g transform="translate(10 0)">{man}</g>,
  women: <g transform="translate(10 0)">{woman}</g>,
  wheelchair: (
    <>
      <circle {...solid} cx="17" cy="8.5" r="3.2" />
      <path {...line} strokeWidth={3} d="M17.5 14v9h9l4 9" />
      <path {...line} d="M18 18h8M14.5 18.5a8 8 0 1 0 9.5 11" />
    </>
  ),
  ostomate: (
    <>
      <circle {...solid} cx="20" cy="8.2" r="3.8" />
      <path
        {...solid}
        fillRule="evenodd"
        d="M11 34V18.5A4.5 4.5 0 0 1 15.5 14h9a4.5 4.5 0 0 1 4.5 4.5V34zM28 25a4.8 4.8 0 1 0-9.6 0 4.8 4.8 0 0 0 9.6 0z"
      />
      <path {...line} strokeWidth={2} d="M23.2 22.4v5.2M20.6 25h5.2" />
    </>
  ),
  nursing: (
    <>
      <path {...line} d="M14 15h12v15a4 4 0 0 1-4 4h-4a4 4 0 0 1-4-4z" />
      <path {...line} d="M13 14h14M17 13c0-3 1-3 1-6h4c0 3 1 3 1 6M20 21h6M20 26h6" />
    </>
  ),
  diaper: (
    <>
      <circle {...solid} cx="27" cy="8" r="3.4" />
      <path {...line} strokeWidth={3.2} d="M28 15v8M27.5 15.5 20 20" />
      <circle {...solid} cx="9.5" cy="23.5" r="3" />
      <path {...line} strokeWidth={3.4} d="M14 25h7l3-4" />
      <path {...line} strokeWidth={2.4} d="M5 30h30M9 30v4M31 30v4" />
    </>
  ),
  kids: (
    <>
      <circle {...solid} cx="20" cy="10" r="5" />
      <path {...line} strokeWidth={3.4} d="M9 17l11 4 11-4M20 21v6l-6 7M20 27l6 7" />
    </>
  ),
  bench: (
    <>
      <circle {...solid} cx="18" cy="8" r="3.4" />
      <path {...line} strokeWidth={4} d="M18 15v9h9v9" />
      <path {...line} d="M12 14v20M12 29.5h9v4.5" />
    </>
  ),
} as const
