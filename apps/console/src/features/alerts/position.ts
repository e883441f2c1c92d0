import { GeoPoint } from '@akari/protocol'

const DIGITS = 6

/** Latitude and longitude as maps write them, with full-width figures, too; null for nothing, undefined for what says neither. */
export function readPosition(text: string): GeoPoint | null | undefined {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return null
  const [, lat, lon] = /^([-+]?\d+(?:\.\d+)?)\s*°?\s*[,、\s]\s*([-+]?\d+(?:\.\d+)?)\s*°?$/.exec(plain) ?? []
  const read = GeoPoint.safeParse({ lat: Number(lat), lon: Number(lon) })
  return read.success ? read.data : undefined
}

export function writtenPosition(at: GeoPoint | null): string {
  return at === null ? '' : `${at.lat.toFixed(DIGITS)}, ${at.lon.toFixed(DIGITS)}`
}
