import { type Loop, startLoop } from './loop.ts'
import type { Memory } from './memory.ts'

/** Grows the reserve of the disk again once there is room, and saves then what the disk had refused. */
export function startReserve(deps: {
  memory: Pick<Memory, 'reserve' | 'outbox' | 'faults'>
  everyMs: number
  failed: (error: unknown) => void
}): Loop {
  const { reserve, outbox, faults } = deps.memory
  return startLoop({
    waitMs: () => deps.everyMs,
    failed: deps.failed,
    step: async () => {
      await outbox.saveAgain()
      if (await reserve.refill()) faults.clear('disk-full')
      else faults.report('disk-full', 'no room to keep a reserve')
    },
  })
}
