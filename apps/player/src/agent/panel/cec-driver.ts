import type { PanelDriver } from './panel-driver.ts'
import { runProgram } from '../run-program.ts'

/** HDMI-CEC by `cec-ctl` of v4l-utils (CEC 1.4 §13.1 One Touch Play, §13.5 Standby, §13.13 Power Status); the TV is address 0. */
export function cecDriver(device: string): PanelDriver {
  const tell = (...message: string[]): Promise<string> =>
    runProgram(['cec-ctl', '--device', device, '--playback', '--to', '0', ...message])
  return {
    control: 'cec',
    switchTo: async (state) => {
      await tell(state === 'on' ? '--image-view-on' : '--standby')
    },
    state: async () => {
      const answer = await tell('--give-device-power-status')
      const told = /pwr-state:\s*([a-z-]+)/.exec(answer)?.[1] ?? ''
      // One that is waking up, or falling asleep, counts as there already.
      if (told === 'on' || told === 'to-on') return 'on'
      return told === 'standby' || told === 'to-standby' ? 'off' : 'unknown'
    },
  }
}
