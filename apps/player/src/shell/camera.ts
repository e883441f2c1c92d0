import type { BrowserWindow } from 'electron'
import type { Camera } from '../host/camera.ts'

/** What of a window is needed to look at it; a window of Electron's has more. */
export type Visible = {
  getContentSize: BrowserWindow['getContentSize']
  webContents: Pick<BrowserWindow['webContents'], 'capturePage'>
}

/**
 * Looks at the page as Chromium composed it (`capturePage`). A window of another program above ours is not in these
 * pictures. The bytes are blue, green, red, opacity, and as many as the glass has pixels there.
 */
export function windowCamera(window: Visible): Camera {
  return {
    size: async () => {
      const [width, height] = window.getContentSize()
      if (width === undefined || height === undefined) throw new Error('the window has no size')
      return { width, height }
    },
    take: async (area) => {
      const image = await window.webContents.capturePage(area)
      const data = image.toBitmap()
      const { width, height } = image.getSize()
      if (width === 0 || height === 0) throw new Error('an empty picture')
      // The size may be told in the page's own pixels, while the bytes are those of the glass.
      const ratio = Math.sqrt(data.length / 4 / (width * height))
      return { data, width: Math.round(width * ratio), height: Math.round(height * ratio), channels: 4 }
    },
  }
}
