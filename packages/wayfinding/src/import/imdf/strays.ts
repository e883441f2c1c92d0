import { boxOf, isNearBox } from '../../model/geometry.ts'
import type { ReportProblem } from '../import-problem.ts'
import { levelPlane, type Position } from '../plane.ts'
import type { ImdfArchive } from './archive.ts'

/** A feature farther than this from all levels is a slip in the data, and would shrink the map to a dot. */
const NEAR_M = 50

/** Leaves out what lies far from the building, and reports it. */
export function withoutStrays(archive: ImdfArchive, report: ReportProblem): ImdfArchive {
  const { place } = levelPlane(outlinePositions(archive))
  const levels = boxOf(archive.levels.flatMap(({ geometry }) => geometry.flat(2)).map(place))
  const isNear = (position: Position) => isNearBox(place(position), levels, NEAR_M)
  const near = <F extends { id: string }>(file: string, features: F[], positionsOf: (feature: F) => Position[]): F[] =>
    features.filter((feature) => {
      const kept = positionsOf(feature).every(isNear)
      if (!kept) report({ code: 'far-from-building', file, featureId: feature.id, detail: null })
      return kept
    })
  return {
    ...archive,
    units: near('unit.geojson', archive.units, ({ geometry }) => geometry.flat(2)),
    openings: near('opening.geojson', archive.openings, ({ geometry }) => geometry),
    amenities: near('amenity.geojson', archive.amenities, ({ geometry }) => [geometry]),
    anchors: near('anchor.geojson', archive.anchors, ({ geometry }) => [geometry]),
    kiosks: near('kiosk.geojson', archive.kiosks, kioskPositions),
    network: {
      ...archive.network,
      nodes: near('network.geojson', archive.network.nodes, ({ geometry }) => [geometry]),
      links: near('network.geojson', archive.network.links, ({ geometry }) => geometry ?? []),
    },
  }
}

/** What the building's direction is read from: its footprint on the ground, else its levels. */
export function outlinePositions({ footprints, levels }: ImdfArchive): Position[] {
  const ground = footprints.filter(({ properties }) => properties.category === 'ground')
  return (ground.length > 0 ? ground : levels).flatMap(({ geometry }) => geometry.flat(2))
}

export function everyPosition({
  levels,
  units,
  openings,
  amenities,
  anchors,
  kiosks,
  network,
}: ImdfArchive): Position[] {
  return [
    ...[...levels, ...units].flatMap(({ geometry }) => geometry.flat(2)),
    ...[...openings, ...network.links].flatMap(({ geometry }) => geometry ?? []),
    ...[...amenities, ...anchors, ...network.nodes].map(({ geometry }) => geometry),
    ...kiosks.flatMap(kioskPositions),
  ]
}

function kioskPositions({ geometry, properties }: ImdfArchive['kiosks'][number]): Position[] {
  return [...(geometry ?? []).flat(2), ...(properties.display_point ? [properties.display_point] : [])]
}
