import type { Fault } from './fault-kinds.ts'

const DAY_MS = 86_400_000

/** The wall clock jumps under agent and page: injected ones (clock.preload.ts), because the machine's own serves others, too. */
export const clockFaults: readonly Fault[] = [
  jump('clock a day ahead', () => DAY_MS),
  jump('clock a day behind', () => -DAY_MS),
  jump('clock in 1970', () => -Date.now()),
]

function jump(name: string, shiftMs: () => number): Fault {
  return {
    name,
    leavesAPath: true,
    begin: async (display) => {
      await display.shiftClock(shiftMs())
      return () => display.shiftClock(0)
    },
  }
}
