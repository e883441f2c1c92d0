/** The longest span of a service day that is believed: a week. GTFS itself sets no end. */
const MOST_HOURS = 168

/**
 * Seconds since noon minus twelve hours of the service day (GTFS, Time): `9:05:00`, `09:05`, `25:10:00`. −1 for no time, −2 for one
 * that cannot be read. Without a regular expression: there are a million of them in a large feed.
 */
export function secondsOf(text: string): number {
  if (text === '') return -1
  let [part, digits, colons, total] = [0, 0, 0, 0]
  for (let at = 0; at <= text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter >= 0x30 && letter <= 0x39) {
      part = part * 10 + letter - 0x30
      digits++
    } else if ((letter === 0x3a && colons < 2) || (at === text.length && colons > 0)) {
      if (digits === 0 || digits > (colons === 0 ? 3 : 2) || (colons > 0 && part > 59)) return -2
      total = total * 60 + part
      part = 0
      digits = 0
      colons += at === text.length ? 0 : 1
    } else return -2
  }
  const seconds = colons === 1 ? total * 60 : total
  return seconds > MOST_HOURS * 3600 ? -2 : seconds
}

const DAY_MS = 86_400_000

/** Days since 1970-01-01 of `20261128` (also `2026-11-28`); null for anything that is no day. */
export function dayOf(text: string): number | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text)
  if (found === null) return null
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900 ? ms / DAY_MS : null
}

/** `2026-11-28`. */
export function dateText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** A point on Earth in degrees (WGS 84); null for one that is none. */
export function placeOf(lat: string, lon: string): { lat: number; lon: number } | null {
  if (lat === '' || lon === '') return null
  const place = { lat: Number(lat), lon: Number(lon) }
  return isOnEarth(place) ? place : null
}

/** A coordinate of exactly 0 is one that was never filled in: no bus stands on the line to its last digit. */
export function isOnEarth({ lat, lon }: { lat: number; lon: number }): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && lat !== 0 && lon !== 0
}

/** `#e4007f`; null for anything else. */
export function colourOf(text: string): string | null {
  return /^#?[0-9a-f]{6}$/i.test(text) ? `#${text.slice(-6).toLowerCase()}` : null
}

/** A small enumeration: its number where it is one of 0…most, else 0. */
export function codeOf(text: string, most: number): number {
  const code = text === '' ? 0 : Number(text)
  return Number.isInteger(code) && code >= 0 && code <= most ? code : 0
}
