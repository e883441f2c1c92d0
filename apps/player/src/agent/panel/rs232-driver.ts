import { open } from 'node:fs/promises'
import type { PanelDriver, PanelState } from './panel-driver.ts'
import { runProgram } from '../run-program.ts'

/** The bytes that switch panels of one make, from its manual. */
export type Bytes = Record<PanelState, Uint8Array>

/**
 * A panel at a serial line: 8 data bits, no parity, one stop bit. The bytes come from the settings, as each make has its own;
 * what a panel answers is not read.
 */
export function rs232Driver({ device, baud, bytes }: { device: string; baud: number; bytes: Bytes }): PanelDriver {
  return {
    control: 'rs232',
    switchTo: async (state) => {
      const how = ['cs8', '-parenb', '-cstopb', '-crtscts', 'clocal', 'raw', '-echo']
      await runProgram(['stty', '-F', device, String(baud), ...how])
      const line = await open(device, 'r+')
      try {
        await line.write(bytes[state])
      } finally {
        await line.close()
      }
    },
    state: () => Promise.resolve('unknown'),
  }
}
