import { z } from 'zod'
import { cecDriver } from './cec-driver.ts'
import { dpmsDriver } from './dpms-driver.ts'
import type { PanelDriver } from './panel-driver.ts'
import { type Bytes, rs232Driver } from './rs232-driver.ts'

/** What switches the panel, by the settings. */
export type PanelConfig =
  | { kind: 'none' }
  | { kind: 'cec'; device: string }
  | { kind: 'rs232'; device: string; baud: number; bytes: Bytes }
  | { kind: 'dpms'; wayland: boolean }

const hex = z
  .string()
  .regex(/^([0-9a-f]{2}[ :]?)+$/i, { error: 'must be bytes in hexadecimal, e.g. 6b6120303120303107' })
  .transform((text) => Uint8Array.from(Buffer.from(text.replaceAll(/[ :]/g, ''), 'hex')))

/** The variables of the agent's environment that are about the panel; errors name the variable. */
export const PanelEnvironment = z.object({
  AKARI_PANEL: z.enum(['none', 'cec', 'rs232', 'dpms']).default('none'),
  AKARI_PANEL_DEVICE: z.string().min(1).optional(),
  AKARI_PANEL_BAUD: z.coerce.number().int().min(300).max(115_200).default(9600),
  AKARI_PANEL_ON: hex.optional(),
  AKARI_PANEL_OFF: hex.optional(),
  WAYLAND_DISPLAY: z.string().optional(),
})

/** Null: a panel at a serial line whose bytes nobody named. */
export function panelConfigOf(settings: z.infer<typeof PanelEnvironment>): PanelConfig | null {
  switch (settings.AKARI_PANEL) {
    case 'none':
      return { kind: 'none' }
    case 'cec':
      return { kind: 'cec', device: settings.AKARI_PANEL_DEVICE ?? '/dev/cec0' }
    case 'dpms':
      return { kind: 'dpms', wayland: settings.WAYLAND_DISPLAY !== undefined }
    case 'rs232': {
      const { AKARI_PANEL_ON: on, AKARI_PANEL_OFF: off, AKARI_PANEL_BAUD: baud } = settings
      if (on === undefined || off === undefined) return null
      return { kind: 'rs232', device: settings.AKARI_PANEL_DEVICE ?? '/dev/ttyS0', baud, bytes: { on, off } }
    }
  }
}

/** Null: nothing switches this panel. */
export function driverFor(config: PanelConfig): PanelDriver | null {
  switch (config.kind) {
    case 'none':
      return null
    case 'cec':
      return cecDriver(config.device)
    case 'rs232':
      return rs232Driver(config)
    case 'dpms':
      return dpmsDriver(config)
  }
}
