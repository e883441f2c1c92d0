import type { Display } from './display.ts'
import { clockFaults } from './clock-faults.ts'
import { diskFaults } from './disk-faults.ts'
import { mediaFaults } from './media-faults.ts'
import { processFaults } from './process-faults.ts'
import type { Road } from './fault-proxy.ts'

export type Fault = {
  name: string
  /** Nothing is done at all. */
  calm?: true
  /** Whether alerts still have a way to the glass and back while it lasts. */
  leavesAPath: boolean
  /** Whether the glass may stand still with its last picture, so that nobody can look at it. */
  stands?: boolean
  /** Why it cannot be done here, or null. */
  impossible?: (display: Display) => string | null
  /** Does it; resolves to what undoes it. */
  begin: (display: Display, random: () => number) => Promise<() => Promise<void>>
}

const BAD_ROADS: readonly Exclude<Road, 'open'>[] = ['cut', 'slow', 'lossy', 'half-open', 'corrupt', 'errors', 'html']
const PASSABLE: readonly Road[] = ['slow', 'lossy']

const roadFaults: Fault[] = BAD_ROADS.flatMap((road) => [
  { name: `${road}, first address`, leavesAPath: true, begin: (display) => roadsBecome(display, road, 1) },
  {
    name: `${road}, both addresses`,
    leavesAPath: PASSABLE.includes(road),
    begin: (display) => roadsBecome(display, road, 2),
  },
])

/** No fault for so long: what is measured then is what faults are compared with, and the glass may never be blank. */
export function calm(ms: number): Fault {
  return {
    name: 'no fault',
    calm: true,
    leavesAPath: true,
    begin: async () => {
      await new Promise((resolve) => setTimeout(resolve, ms))
      return async () => {}
    },
  }
}

const powerFaults: Fault[] = [
  {
    name: 'power flaps',
    leavesAPath: true,
    begin: async (display, random) => {
      const over = new AbortController()
      const flap = async (): Promise<void> => {
        for (let online = false; !over.signal.aborted; online = !online) {
          await display.setMains(online)
          await new Promise((resolve) => setTimeout(resolve, 300 + random() * 2_500))
        }
        await display.setMains(true)
      }
      const flapping = flap()
      return () => {
        over.abort()
        return flapping
      }
    },
  },
]

/** Everything that is done to a display. */
export const FAULTS: readonly Fault[] = [
  ...roadFaults,
  ...processFaults,
  ...diskFaults,
  ...mediaFaults,
  ...clockFaults,
  ...powerFaults,
]

async function roadsBecome({ roads }: Display, road: Road, count: 1 | 2): Promise<() => Promise<void>> {
  for (const each of roads.slice(0, count)) each.set(road)
  return async () => {
    for (const each of roads) each.set('open')
  }
}
