import type { PanelDriver } from './panel-driver.ts'
import { runProgram } from '../run-program.ts'

/** The signal to the panel itself: by `wlopm` where the display runs on Wayland, else by `xset` (X11's DPMS extension). */
export function dpmsDriver({ wayland }: { wayland: boolean }): PanelDriver {
  return {
    control: 'dpms',
    switchTo: async (state) => {
      if (wayland) await runProgram(['wlopm', `--${state}`, '*'])
      else await runProgram(['xset', 'dpms', 'force', state])
    },
    state: async () => {
      const answer = wayland ? await runProgram(['wlopm']) : await runProgram(['xset', 'q'])
      if (wayland) return /\bon\b/.test(answer) ? 'on' : /\boff\b/.test(answer) ? 'off' : 'unknown'
      const told = /Monitor is (On|Off|in Standby|in Suspend)/.exec(answer)?.[1]
      if (told === undefined) return 'unknown'
      return told === 'On' ? 'on' : 'off'
    },
  }
}
