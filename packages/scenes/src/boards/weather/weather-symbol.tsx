import type { ReactElement } from 'react'
import { type Sky, weatherOf } from './weather-code.ts'

const RAYS = [0, 45, 90, 135, 180, 225, 270, 315]
const ARMS = [0, 60, 120]

/**
 * The symbol of a forecast code, drawn by us: one kind of weather alone, or two. What comes now and then, or for a time, stands
 * small beside the first; what comes later follows an arrow. Nothing for a code that nobody knows.
 */
export function WeatherSymbol({ code, label }: { code: string; label: string }): ReactElement | null {
  const weather = weatherOf(code)
  if (weather === null) return null
  const { sky, turn } = weather
  if (turn === null) {
    return (
      <svg className="ak-sky" viewBox="0 0 200 110" role="img" aria-label={label}>
        <g transform="translate(45 0) scale(1.1)">{drawn(sky)}</g>
      </svg>
    )
  }
  if (turn.how === 'later') {
    return (
      <svg className="ak-sky" viewBox="0 0 200 110" role="img" aria-label={label}>
        <g transform="translate(-2 11) scale(0.88)">{drawn(sky)}</g>
        <path className="ak-sky-then" d="M92 41l15 14-15 14z" />
        <g transform="translate(114 11) scale(0.88)">{drawn(turn.sky)}</g>
      </svg>
    )
  }
  return (
    <svg className="ak-sky" viewBox="0 0 200 110" role="img" aria-label={label}>
      <g transform="translate(0 0) scale(1.05)">{drawn(sky)}</g>
      <path className="ak-sky-slash" d={turn.how === 'attimes' ? 'M125 34 107 92' : 'M116 62v1'} />
      <g transform="translate(126 38) scale(0.68)">{drawn(turn.sky)}</g>
    </svg>
  )
}

/** One kind of weather on a field of 100 × 100. */
function drawn(sky: Sky): ReactElement {
  switch (sky) {
    case 'sun':
      return (
        <g className="ak-sky-sun">
          <circle cx="50" cy="50" r="21" />
          {RAYS.map((turn) => (
            <path key={turn} d="M50 19V7" transform={`rotate(${turn} 50 50)`} />
          ))}
        </g>
      )
    case 'cloud':
      return <Cloud />
    case 'fog':
      return (
        <>
          <Cloud up={16} />
          <path className="ak-sky-fog" d="M18 76h64M28 90h52" />
        </>
      )
    case 'rain':
      return <Umbrella />
    case 'heavyRain':
      return (
        <>
          <Cloud up={20} dark />
          <path className="ak-sky-drops" d="M28 66l-6 22M44 66l-9 30M60 66l-6 22M76 66l-9 30" />
        </>
      )
    case 'gale':
      return (
        <>
          <Cloud up={22} dark />
          <path className="ak-sky-drops" d="M84 62 62 72M70 80 50 89M52 64 34 72" />
          <path className="ak-sky-wind" d="M6 92h54a9 9 0 1 0-8-13M10 76h24" />
        </>
      )
    case 'snow':
      return <Crystal />
    case 'heavySnow':
      return (
        <>
          <Cloud up={22} dark />
          <g transform="translate(10 58) scale(0.4)">
            <Crystal />
          </g>
          <g transform="translate(50 58) scale(0.4)">
            <Crystal />
          </g>
        </>
      )
    case 'blizzard':
      return (
        <>
          <g transform="translate(18 -4) scale(0.66)">
            <Crystal />
          </g>
          <path className="ak-sky-wind" d="M8 72h62a10 10 0 1 0-9-15M14 88h44" />
        </>
      )
    case 'sleet':
      return (
        <>
          <g transform="translate(-4 -4) scale(0.78)">
            <Umbrella />
          </g>
          <g transform="translate(54 50) scale(0.5)">
            <Crystal />
          </g>
        </>
      )
    case 'thunder':
      return (
        <>
          <Cloud up={20} dark />
          <path className="ak-sky-bolt" d="M54 58 38 80h12l-6 18 20-26H52l8-14z" />
          <path className="ak-sky-drops" d="M26 66l-5 18M78 66l-5 18" />
        </>
      )
    case 'thunderSnow':
      return (
        <>
          <Cloud up={20} dark />
          <path className="ak-sky-bolt" d="M40 58 26 80h11l-5 17 18-25H39l7-14z" />
          <g transform="translate(52 58) scale(0.4)">
            <Crystal />
          </g>
        </>
      )
  }
}

function Cloud({ up = 0, dark = false }: { up?: number; dark?: boolean }): ReactElement {
  return (
    <path
      className="ak-sky-cloud"
      data-dark={dark}
      transform={`translate(0 ${-up})`}
      d="M27 80a19 19 0 0 1-3-37.8 26 26 0 0 1 49.6-7.4A23 23 0 0 1 74 80Z"
    />
  )
}

/** What everybody takes along who reads it. */
function Umbrella(): ReactElement {
  return (
    <g className="ak-sky-umbrella">
      <path d="M50 12v6" />
      <path
        className="ak-sky-canopy"
        d="M8 56a42 40 0 0 1 84 0c-5-7-16-7-21 0-5-7-16-7-21 0-5-7-16-7-21 0-5-7-16-7-21 0Z"
      />
      <path d="M50 54v30a9 9 0 0 0 18 0" />
    </g>
  )
}

function Crystal(): ReactElement {
  return (
    <g className="ak-sky-crystal">
      {ARMS.map((turn) => (
        <path key={turn} transform={`rotate(${turn} 50 50)`} d="M50 10v80M38 20l12 11 12-11M38 80l12-11 12 11" />
      ))}
    </g>
  )
}
