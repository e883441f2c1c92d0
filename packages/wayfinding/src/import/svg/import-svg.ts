import type { Point } from '@akari/protocol'
import { boxOf } from '../../model/geometry.ts'
import { labelPoint } from '../../model/label-point.ts'
import type { ModelLevel, ModelUnit, VenueModel } from '../../model/venue-model.ts'
import { unitKindOf, unitPassage } from '../imdf/categories.ts'
import { fittingId } from '../fitting-id.ts'
import type { ReportProblem } from '../import-problem.ts'
import { MOST_CORNERS, MOST_SVG_LETTERS } from '../limits.ts'
import { placingOf } from '../placing.ts'
import { drawnWays, roomUnitId } from './drawn-ways.ts'
import { georeference } from './georeference.ts'
import { levelOfFile } from './level-of-file.ts'
import { type PlanSheet, readSheet } from './plan-sheet.ts'

/** Metres of a unit of a plan without control points: a door of ten units is a metre wide. */
const ASSUMED_SCALE_M = 0.1
const PLAUSIBLE_M = 5000
/** Every end of a way is looked for on every other: a floor has some hundreds, a building some thousands. */
const MOST_WAY_CORNERS = { floor: 5000, building: 30_000 }

type Floor = { file: string; id: string; ordinal: number; sheet: PlanSheet }
type Frame = Pick<VenueModel, 'widthM' | 'heightM' | 'northDeg' | 'at'> & { point: (at: Point) => Point }

/**
 * Reads floor plans drawn as SVG, one file for each level, by the convention of `readSheet`; levels are told by the names of
 * the files (`…_1.svg`, `…_B1.svg`). Ways are those that are drawn. Without control points a scale is assumed and reported. Never
 * throws; null where nothing is drawn.
 */
export function importSvg(files: ReadonlyMap<string, string>, report: ReportProblem): VenueModel | null {
  const floors = floorsOf(files, report)
  const frame = frameOf(floors, report)
  if (frame === null) return null
  const placed = floors.map(({ id, ordinal, sheet }) => ({
    levelId: id,
    ordinal,
    paths: sheet.paths.map((line) => line.map(frame.point)),
    doors: sheet.doors.map(({ roomId, line }) => ({ roomId, line: line.map(frame.point) })),
    portals: sheet.portals.map(({ id: portal, line }) => ({ id: portal, line: line.map(frame.point) })),
  }))
  const { nodes, links, danglingPortals } = drawnWays(placed)
  for (const portal of danglingPortals)
    report({ code: 'link-dangling', file: '', featureId: portal, detail: 'Portals' })
  return {
    format: 'svg',
    id: fittingId(floors.map(({ file }) => file).join('+')),
    name: { ja: (floors[0]?.file ?? '').replace(/[_-]?\w*\.svg$/i, '') || '平面図' },
    widthM: frame.widthM,
    heightM: frame.heightM,
    northDeg: frame.northDeg,
    ...(frame.at === undefined ? {} : { at: frame.at }),
    levels: floors.map((floor) => levelOf(floor, frame)),
    units: floors.flatMap((floor) => unitsOf(floor, frame, report)),
    openings: [],
    amenities: [],
    occupants: [],
    kiosks: [],
    relations: [],
    network: { whole: true, nodes, links },
  }
}

function floorsOf(files: ReadonlyMap<string, string>, report: ReportProblem): Floor[] {
  const names = [...files.keys()].filter((name) => /\.svg$/i.test(name)).toSorted()
  const floors: Floor[] = []
  let allCorners = 0
  for (const file of names) {
    const text = files.get(file) ?? ''
    if (text.length > MOST_SVG_LETTERS) {
      report({ code: 'archive-too-large', file, featureId: null, detail: `${text.length} letters` })
      continue
    }
    const sheet = readSheet(text)
    if (sheet === null) {
      report({ code: 'file-unreadable', file, featureId: null, detail: null })
      continue
    }
    const pieces = [...sheet.paths, ...[...sheet.doors, ...sheet.portals].map(({ line }) => line)]
    const corners = pieces.reduce((sum, line) => sum + line.length, 0)
    if (corners > MOST_WAY_CORNERS.floor || allCorners + corners > MOST_WAY_CORNERS.building) {
      report({ code: 'archive-too-large', file, featureId: null, detail: `${corners} corners of ways` })
      continue
    }
    allCorners += corners
    const { id, ordinal } = levelOfFile(file, floors.length)
    const isKnown = floors.some((floor) => floor.id === id)
    if (isKnown) report({ code: 'file-duplicate', file, featureId: null, detail: null })
    else floors.push({ file, id, ordinal, sheet })
  }
  if (floors.length === 0) report({ code: 'levels-missing', file: names[0] ?? '', featureId: null, detail: null })
  return floors.toSorted((a, b) => a.ordinal - b.ordinal)
}

/** Where the plans lie: on Earth where control points say so, else on paper at an assumed scale. */
function frameOf(floors: readonly Floor[], report: ReportProblem): Frame | null {
  const [first] = floors
  if (first === undefined) return null
  const points = floors.flatMap(({ sheet }) => [
    ...sheet.rooms.flatMap(({ ring }) => ring),
    ...[...sheet.paths, ...sheet.doors.map(({ line }) => line), ...sheet.portals.map(({ line }) => line)].flat(),
  ])
  const onEarth = georeference(floors.flatMap(({ sheet }) => sheet.controls))
  const positions = onEarth === null ? [] : points.map(onEarth)
  const placing = onEarth === null ? null : placingOf(positions, positions)
  if (onEarth !== null && placing !== null) {
    const { widthM, heightM, northDeg, at: middle } = placing
    return { widthM, heightM, northDeg, at: middle, point: (at) => placing.point(onEarth(at)) }
  }
  if (onEarth === null) {
    const { minX, minY, maxX, maxY } = boxOf(points)
    const [widthM, heightM] = [(maxX - minX) * ASSUMED_SCALE_M, (maxY - minY) * ASSUMED_SCALE_M]
    if (widthM > 0 && heightM > 0 && Math.max(widthM, heightM) <= PLAUSIBLE_M) {
      report({ code: 'scale-assumed', file: first.file, featureId: null, detail: `1 = ${ASSUMED_SCALE_M} m` })
      const point = ([x, y]: Point): Point => [(x - minX) * ASSUMED_SCALE_M, (y - minY) * ASSUMED_SCALE_M]
      return { widthM, heightM, northDeg: 0, point }
    }
  }
  report({ code: 'size-implausible', file: first.file, featureId: null, detail: null })
  return null
}

function levelOf({ id, ordinal }: Floor, { widthM, heightM }: Frame): ModelLevel {
  const outline: Point[] = [
    [0, 0],
    [widthM, 0],
    [widthM, heightM],
    [0, heightM],
  ]
  return { id, ordinal, shortName: { ja: id }, outline: [[outline]], outdoor: false }
}

function unitsOf({ file, id: levelId, sheet }: Floor, frame: Frame, report: ReportProblem): ModelUnit[] {
  const units = new Map<string, ModelUnit>()
  for (const { id: roomId, title, category, ring } of sheet.rooms) {
    const id = roomUnitId(levelId, roomId)
    if (units.has(id)) {
      report({ code: 'duplicate-id', file, featureId: roomId, detail: null })
      continue
    }
    if (ring.length > MOST_CORNERS) {
      report({ code: 'feature-unreadable', file, featureId: roomId, detail: `${ring.length} corners` })
      continue
    }
    const shape = [[ring.map(frame.point)]]
    units.set(id, {
      id,
      levelId,
      kind: unitKindOf(category) ?? 'room',
      category,
      name: { ja: title },
      readings: title === roomId ? [] : [roomId],
      shape,
      labelAt: labelPoint(shape, null),
      passage: unitPassage(category, null),
      shaft: null,
      direction: null,
      hours: null,
    })
  }
  return [...units.values()]
}
