import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasPoint, onBoundary, readVenue, toMetres } from './venue-reading.ts'
import type { Unit } from './venue-reading.ts'
import { drawVenue } from '../authoring/venue/draw-venue.ts'
import { samplePath } from './index.ts'
import { LANGUAGES } from './sample.ts'

const venue = readVenue()
const PRIVATE = new Set(['nonpublic', 'opentobelow', 'structure', 'column'])
const VERTICAL = new Set(['elevator', 'stairs', 'escalator'])
const unitsOf = (levelId: string): Unit[] => venue.units.filter((unit) => unit.levelId === levelId)

describe('the sample venue', () => {
  it('is what its drawing says, to the byte', () => {
    const stale = [...drawVenue()].filter(([file, text]) => readFileSync(samplePath(`venue/${file}`), 'utf8') !== text)
    expect(stale.map(([file]) => file)).toEqual([])
  })

  it('has a basement and three floors, entered at ordinal 0', () => {
    const floors = venue.levels.map((level) => `${level.ordinal} ${level.shortName}`).sort()
    expect(floors).toEqual(['-1 B1', '0 1F', '1 2F', '2 3F'])
  })

  it('names every labelled thing in every language', () => {
    const nameless = venue.labels.filter((labels) => LANGUAGES.some((language) => (labels[language] ?? '') === ''))
    expect(venue.labels.length).toBeGreaterThan(150)
    expect(nameless).toEqual([])
  })

  it('gives every feature its own identifier and refers only to features that exist', () => {
    expect(new Set(venue.ids).size).toBe(venue.ids.length)
    const known = new Set(venue.ids)
    expect(venue.references.filter((id) => !known.has(id))).toEqual([])
  })

  it.each(venue.levels)('tiles $shortName without overlap or gap', ({ id, outline }) => {
    const units = unitsOf(id)
    let [inside, covered] = [0, 0]
    for (let x = -37.13; x < 38; x += 0.31) {
      for (let y = -22.07; y < 23; y += 0.31) {
        const owners = units.filter((unit) => hasPoint(unit.outline, [x, y]))
        expect(
          owners.length,
          `${owners.map((unit) => unit.label).join(' and ')} overlap at ${x},${y}`,
        ).toBeLessThanOrEqual(1)
        if (hasPoint(outline, [x, y])) inside += 1
        if (owners.length === 1) covered += 1
      }
    }
    expect(covered / inside).toBeGreaterThan(0.995)
  })

  it('puts every doorway on a wall: inside doors between two units, outside doors at one', () => {
    for (const opening of venue.openings) {
      const touched = unitsOf(opening.levelId).filter((unit) =>
        opening.ends.every((end) => onBoundary(unit.outline, end, 0.02)),
      )
      expect(touched.length, `${opening.category} ${opening.id}`).toBe(opening.toOutside ? 1 : 2)
      expect(opening.width).toBeGreaterThanOrEqual(0.9)
      expect(opening.width).toBeLessThanOrEqual(3.1)
    }
  })

  it('lets a visitor reach every public room from an entrance, and a wheelchair as well', () => {
    expect(unreachable(VERTICAL)).toEqual([])
    expect(unreachable(new Set(['elevator']))).toEqual([])
  })

  it('has emergency exits and three kiosks that stand in walkable units', () => {
    expect(venue.openings.filter(({ category }) => category === 'emergencyexit').length).toBeGreaterThanOrEqual(3)
    expect(venue.kiosks.map(({ key }) => key).sort()).toEqual(['kiosk-1f', 'kiosk-2f', 'kiosk-3f'])
    for (const kiosk of venue.kiosks) {
      const standing = unitsOf(kiosk.levelId).find((unit) => hasPoint(unit.outline, kiosk.at))
      expect(standing?.category).toBe('walkway')
    }
  })

  it('uses each counter number once', () => {
    const counters = venue.occupants.flatMap((occupant) => occupant.counters)
    expect(counters.length).toBeGreaterThan(20)
    expect(new Set(counters).size).toBe(counters.length)
  })

  it('lies in Koganei', () => {
    for (const level of venue.levels) for (const corner of level.outline) expect(Math.hypot(...corner)).toBeLessThan(45)
    expect(toMetres([139.503, 35.6995])).toEqual([0, 0])
  })
})

/** Labels of public units that no entrance leads to, changing floors only by shafts of the given categories. */
function unreachable(shafts: ReadonlySet<string>): string[] {
  const reached = new Set<string>()
  const open = venue.openings
    .filter(({ category }) => category === 'pedestrian.principal')
    .flatMap(({ levelId, ends }) =>
      unitsOf(levelId).filter((unit) => ends.every((end) => onBoundary(unit.outline, end, 0.1))),
    )
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    if (reached.has(unit.id)) continue
    reached.add(unit.id)
    open.push(...neighbours(unit), ...floorsOf(unit, shafts))
  }
  return venue.units.filter((unit) => !PRIVATE.has(unit.category) && !reached.has(unit.id)).map((unit) => unit.label)
}

function neighbours(unit: Unit): Unit[] {
  return venue.openings
    .filter(
      ({ levelId, ends, category }) =>
        levelId === unit.levelId && category !== 'service' && ends.every((end) => onBoundary(unit.outline, end, 0.1)),
    )
    .flatMap(({ ends }) =>
      unitsOf(unit.levelId).filter((other) => ends.every((end) => onBoundary(other.outline, end, 0.1))),
    )
}

function floorsOf(unit: Unit, shafts: ReadonlySet<string>): Unit[] {
  if (!shafts.has(unit.category)) return []
  return venue.units.filter((other) => other.shaft === unit.shaft && other.category === unit.category)
}
