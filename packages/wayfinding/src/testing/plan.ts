import type { Point, UnitKind } from '@akari/protocol'
import type { Polygon } from '../model/geometry.ts'
import { labelPoint } from '../model/label-point.ts'
import type { ModelKiosk, ModelLevel, ModelOpening, ModelUnit, VenueModel } from '../model/venue-model.ts'

/** A ring around a rectangle, y down. */
export function rect(left: number, top: number, right: number, bottom: number): Point[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]
}

export function unit(id: string, kind: UnitKind, ring: Point[], changes: Partial<ModelUnit> = {}): ModelUnit {
  const shape: Polygon[] = [[ring]]
  return {
    id,
    levelId: 'first',
    kind,
    category: kind,
    name: null,
    readings: [],
    shape,
    labelAt: labelPoint(shape, null),
    passage: kind === 'nonpublic' ? 'staff' : kind === 'void' ? 'none' : 'public',
    shaft: null,
    direction: null,
    hours: null,
    ...changes,
  }
}

export function door(
  id: string,
  category: string,
  from: Point,
  to: Point,
  changes: Partial<ModelOpening> = {},
): ModelOpening {
  const passage = category === 'emergencyexit' ? 'emergency' : category === 'service' ? 'staff' : 'public'
  const base = { id, levelId: 'first', category, name: null, line: [from, to], stepFree: null, hours: null }
  return { ...base, passage, ...changes }
}

export function kiosk(id: string, at: Point): ModelKiosk {
  return { id, levelId: 'first', name: null, at, facingDeg: null }
}

export function level(id: string, ordinal: number, changes: Partial<ModelLevel> = {}): ModelLevel {
  const name = ordinal >= 0 ? `${ordinal + 1}F` : `B${-ordinal}`
  return { id, ordinal, shortName: { ja: name }, outline: [[rect(0, 0, 40, 20)]], outdoor: false, ...changes }
}

export function plan(changes: Partial<VenueModel>): VenueModel {
  return {
    format: 'imdf',
    id: 'plan',
    name: { ja: '市役所' },
    widthM: 40,
    heightM: 20,
    northDeg: 0,
    levels: [level('first', 0)],
    units: [],
    openings: [],
    amenities: [],
    occupants: [],
    kiosks: [],
    relations: [],
    network: null,
    ...changes,
  }
}
