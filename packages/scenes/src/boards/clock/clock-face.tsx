import type { ReactElement } from 'react'

const HOURS = Array.from({ length: 12 }, (_, hour) => hour)

/** A clock with two hands; it moves once a minute. `label` is the time in figures. */
export function ClockFace({ minutes, label }: { minutes: number; label: string }): ReactElement {
  const hourAngle = (minutes % 720) / 2
  const minuteAngle = (minutes % 60) * 6
  return (
    <svg className="ak-clock-face" viewBox="-100 -100 200 200" role="img" aria-label={label}>
      <circle className="ak-clock-rim" r="94" />
      {HOURS.map((hour) => (
        <path
          key={hour}
          className="ak-clock-mark"
          data-quarter={hour % 3 === 0}
          d="M0-84V-74"
          transform={`rotate(${hour * 30})`}
        />
      ))}
      <path className="ak-clock-hour" d="M0 12V-46" transform={`rotate(${hourAngle})`} />
      <path className="ak-clock-minute" d="M0 16V-70" transform={`rotate(${minuteAngle})`} />
      <circle className="ak-clock-pin" r="6" />
    </svg>
  )
}
