import type { Place } from '../place.ts'
import type { Envelope } from '../telegram.ts'
import { comparable } from '../xml/element.ts'

/**
 * Whom a telegram without areas (a 取消, most often) is for: its title names the prefecture, or the office that speaks for
 * the city sent it. Never asked where a telegram has codes.
 */
export function isOursByHead(envelope: Envelope, place: Place): boolean {
  const offices = comparable(envelope.editorialOffice).split(/\s+/)
  return (
    comparable(envelope.headTitle).startsWith(comparable(place.prefecture.name)) ||
    place.weatherOffices.some((office) => offices.includes(comparable(office)))
  )
}
