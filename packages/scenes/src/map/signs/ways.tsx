import { letters, line, solid } from './strokes.ts'

/** Signs of ways through the building and out of it. Forty by forty, after the manner of JIS Z 8210. */
export const ways = {
  lift: (
    <>
      <path {...line} strokeWidth={2} d="M8 16h24v18H8zM20 16v18" />
      <path {...solid} d="m14 5 5 7H9zM26 12l5-7H21z" />
    </>
  ),
  stairs: <path {...line} strokeWidth={3} d="M6 32h7v-6h7v-6h7v-6h7" />,
  escalator: (
    <>
      <path {...line} strokeWidth={4} d="M7 31h6l14-15h6" />
      <circle {...solid} cx="18" cy="9" r="3" />
      <path {...line} d="M18 15v6" />
    </>
  ),
  ramp: (
    <>
      <path {...solid} d="M5 32.5h30V20z" />
      <path {...line} d="m8 21.5 17-7M20 12l6 2-2.5 5.5" />
    </>
  ),
  exit: (
    <>
      <path {...line} d="M24 6h10v28H24" />
      <circle {...solid} cx="18" cy="9" r="3.2" />
      <path {...line} strokeWidth={3.4} d="m17 15-4 8 6 4v8M13 23l-3 6-5 1M17 15l-7 2-2 4M18 16l4 5h5" />
    </>
  ),
  wayout: (
    <>
      <path {...line} d="M24 7H8v26h16" />
      <path {...line} strokeWidth={3.4} d="M15 20h17M26.5 13.5 33 20l-6.5 6.5" />
    </>
  ),
  entrance: (
    <>
      <path {...line} d="M8 34V7h24v27" />
      <path {...solid} d="m20 12 7 9h-4.5v12h-5V21H13z" />
    </>
  ),
  info: (
    <text {...letters} x="20" y="31" fontSize="30">
      i
    </text>
  ),
  parking: (
    <text {...letters} x="20" y="31" fontSize="30">
      P
    </text>
  ),
} as const
