import type { Point } from '@akari/protocol'
import { distance } from '../model/geometry.ts'
import type { NetworkLink } from '../model/venue-model.ts'

/** Where a drawn line bends on its way from one of a link's ends, whichever way round it was drawn; nothing where it is straight. */
export function linkBends(line: readonly Point[], from: Point | undefined): Pick<NetworkLink, 'bends'> {
  const [first, last] = [line[0], line.at(-1)]
  if (line.length < 3 || first === undefined || last === undefined || from === undefined) return {}
  const bends = line.slice(1, -1)
  return { bends: distance(last, from) < distance(first, from) ? bends.toReversed() : bends }
}
