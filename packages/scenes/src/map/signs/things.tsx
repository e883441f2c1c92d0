import { letters, line, solid } from './strokes.ts'

/** Signs of what one finds or uses on the way. Forty by forty, after the manner of JIS Z 8210. */
export const things = {
  aed: (
    <>
      <path {...solid} d="M20 21c-7-5-9-8-9-11a4.5 4.5 0 0 1 9-1.5A4.5 4.5 0 0 1 29 10c0 3-2 6-9 11z" />
      <text {...letters} x="20" y="34" fontSize="12">
        AED
      </text>
    </>
  ),
  firstaid: <path {...solid} d="M15.5 7h9v8.5H33v9h-8.5V33h-9v-8.5H7v-9h8.5z" />,
  extinguisher: (
    <>
      <path {...solid} d="M14 19a6 6 0 0 1 12 0v15H14z" />
      <path {...line} d="M20 13V8.5M26 6.5l-12 2.5c-4 1-5 4-5 9" />
    </>
  ),
  atm: (
    <>
      <text {...letters} x="20" y="18" fontSize="13">
        ATM
      </text>
      <path {...line} strokeWidth={2} d="M9 23h22v10H9z" />
      <circle {...solid} cx="20" cy="28" r="2.6" />
    </>
  ),
  phone: (
    <>
      <path {...solid} d="M6.5 15.5c7.5-8 19.5-8 27 0l-3 4.5-6-2.2v-3.6h-9v3.6l-6 2.2z" />
      <path {...solid} fillRule="evenodd" d="M13.5 19h13L31 33H9zM24 26.5a4 4 0 1 0-8 0 4 4 0 0 0 8 0z" />
    </>
  ),
  smoking: (
    <>
      <path {...solid} d="M6 24h19v5.5H6zM26.5 24H29v5.5h-2.5zM30.5 24H33v5.5h-2.5z" />
      <path {...line} d="M31 20c0-4-5-3-5-6.5S29 10 29 6.5M25.5 20c0-3-3.5-2.5-3.5-5.5" />
    </>
  ),
  vending: (
    <>
      <path {...line} strokeWidth={2} d="M11 6h18v28H11zM15 10.5h10v10H15zM15 27.5h7" />
      <path {...line} d="M18.5 13v5M22 13v5" />
    </>
  ),
  cafe: (
    <>
      <path {...solid} d="M9 15h18v9a7 7 0 0 1-7 7h-4a7 7 0 0 1-7-7z" />
      <path {...line} d="M27 17h2a4 4 0 0 1 0 8h-2M14 6c-2 2 2 3 0 5.5M21 6c-2 2 2 3 0 5.5" />
    </>
  ),
  water: <path {...solid} d="M20 5c7 9 10 13 10 18a10 10 0 0 1-20 0c0-5 3-9 10-18z" />,
  wifi: (
    <>
      <path {...line} strokeWidth={3} d="M6 17a20 20 0 0 1 28 0M11 23a13 13 0 0 1 18 0" />
      <circle {...solid} cx="20" cy="30" r="3.4" />
    </>
  ),
  copy: <path {...line} d="M10 14h20v13H10zM14 14V7h12v7M14 22h12v11H14z" />,
  writing: (
    <>
      <path {...solid} d="m15.5 18.5 1.2-4.7L27 4.5l3.6 3.8-10.4 9.3z" />
      <path {...line} d="M7 22.5h26M10.5 23v11M29.5 23v11" />
      <path {...line} strokeWidth={2} d="M9 19h4" />
    </>
  ),
  ticket: (
    <>
      <path {...line} strokeWidth={2.2} d="M9 6h15v28H9zM13 11.5h7v5h-7z" />
      <path {...solid} d="M16 22h17v8H16z" />
    </>
  ),
  lockers: (
    <>
      <path {...line} strokeWidth={2.2} d="M8 7h24v26H8zM20 7v26M8 20h24" />
      <path {...line} d="M15.5 12.5v2M27.5 12.5v2M15.5 25.5v2M27.5 25.5v2" />
    </>
  ),
  mailbox: <path {...line} d="M6.5 11h27v19h-27zM7 12l13 10 13-10" />,
  charging: <path {...solid} d="M23 4.5 9.5 22.5h8L15.5 35.5 30.5 16h-8.7z" />,
  library: (
    <path
      {...line}
      d="M20 11.5c-4-3-8-3.3-13.5-2.5v20.5c5.5-.8 9.5-.5 13.5 2.5 4-3 8-3.3 13.5-2.5V9c-5.5-.8-9.5-.5-13.5 2.5zM20 11.5V32"
    />
  ),
} as const
