import type { Place } from '../place.ts'
import { comparable } from '../xml/element.ts'
import type { CapArea, CapInfo, NamedValue } from './cap-alert.ts'
import { circleMeets, distanceKm, isInside, ringsMeet } from './geometry.ts'
import type { CapPolicy } from './policy.ts'

/** `unclear`: the message does not say where in a way that can be read, so a person must decide. */
export type Concern = 'here' | 'elsewhere' | 'unclear'

/** Several areas are a union (CAP 1.2 §3.2.4): one that reaches the city is enough, one in doubt leaves doubt. */
export function concernOf(info: CapInfo, place: Place, policy: CapPolicy): Concern {
  const concerns = info.areas.map((area) => concernOfArea(area, place, policy))
  if (concerns.includes('here')) return 'here'
  return concerns.length === 0 || concerns.includes('unclear') ? 'unclear' : 'elsewhere'
}

/** Polygons, circles and geocodes of one area are a union, too. */
export function concernOfArea(area: CapArea, place: Place, policy: CapPolicy): Concern {
  const geocodes = area.geocodes.map((geocode) => concernOfGeocode(geocode, place, policy))
  if (geocodes.includes('here') || reaches(area, place)) return 'here'
  if (area.unreadable) return 'unclear'
  if (area.polygons.length + area.circles.length > 0) return 'elsewhere'
  return geocodes.length === 0 || geocodes.includes('unclear') ? 'unclear' : 'elsewhere'
}

function reaches(area: CapArea, place: Place): boolean {
  return (
    area.polygons.some((ring) => isInside(place.point, ring) || ringsMeet(ring, place.outline)) ||
    area.circles.some(
      (circle) => distanceKm(circle.centre, place.point) <= circle.radiusKm || circleMeets(circle, place.outline),
    )
  )
}

function concernOfGeocode({ valueName, value }: NamedValue, place: Place, policy: CapPolicy): Concern {
  if (isNamed(valueName, policy.cityCodeNames)) return isCity(comparable(value), place.city.code) ? 'here' : 'elsewhere'
  return isNamed(unversioned(valueName), policy.foreignCodeNames) ? 'elsewhere' : 'unclear'
}

/** The 7 digits of the weather service, the 5 of JIS X 0402, or the same 5 with the check digit of 総務省. */
function isCity(value: string, cityCode: string): boolean {
  const five = cityCode.slice(0, 5)
  return value === cityCode || value === five || value === `${five}${checkDigit(five)}`
}

/** 全国地方公共団体コード: weights 6 to 2, modulus 11, of the difference the last digit. */
function checkDigit(five: string): number {
  const sum = [...five].reduce((total, digit, i) => total + Number(digit) * (6 - i), 0)
  return (11 - (sum % 11)) % 10
}

function isNamed(valueName: string, names: readonly string[]): boolean {
  const name = comparable(valueName).toLowerCase()
  return names.some((each) => each.toLowerCase() === name)
}

/** `profile:CAP-CP:Location:0.4` is the same list as any other version of it. */
function unversioned(valueName: string): string {
  return valueName.replace(/:\d+(\.\d+)*$/, '')
}
