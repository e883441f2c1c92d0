import type { BrowserWindow } from 'electron'
import type { GlassHands } from '../host/serve-glass.ts'

/** What of a window is needed; a window of Electron's has more. */
export type Reloadable = { webContents: Pick<BrowserWindow['webContents'], 'capturePage' | 'reload'> }

/** Legible, and small enough to be sent every few minutes. */
const JPEG_QUALITY = 65

/** What can be done with the page in Electron's window. */
export function windowHands(window: Reloadable): GlassHands {
  return {
    picture: async (mostPx) => {
      const image = await window.webContents.capturePage()
      const { width, height } = image.getSize()
      if (width === 0 || height === 0) throw new Error('an empty picture')
      const scale = Math.min(1, mostPx / Math.max(width, height))
      return image.resize({ width: Math.round(width * scale), quality: 'good' }).toJPEG(JPEG_QUALITY)
    },
    reload: async () => window.webContents.reload(),
  }
}
