import type { VenueReport } from './venue-report.ts'

/** Public units that nobody reaches and nobody has accepted by name: while there are any, a venue is not published. */
export function standingInTheWay(report: VenueReport, acceptedIds: readonly string[]): VenueReport['unreachable'] {
  const accepted = new Set(acceptedIds)
  return report.unreachable.filter(({ id }) => !accepted.has(id))
}
