import type { Stop, Wheelchair } from '../model/timetable.ts'

/**
 * Whether somebody in a wheelchair can board here: not where the stop or the bus forbids it. Of the bus, what is said of today's (`today`)
 * outdoes the timetable (`planned`: 1 yes, 2 no).
 */
export function wheelchairAt(planned: number, today: Wheelchair, stop: Stop | undefined): Wheelchair {
  const bus = today !== 'unknown' ? today : planned === 1 ? 'yes' : planned === 2 ? 'no' : 'unknown'
  return bus === 'no' || stop?.wheelchair === 'no' ? 'no' : bus
}
