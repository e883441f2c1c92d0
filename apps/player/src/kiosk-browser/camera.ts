import { decode } from 'fast-png'
import { z } from 'zod'
import type { Area, Camera } from '../host/camera.ts'
import type { PageSession } from './page-session.ts'

const Metrics = z.object({
  cssVisualViewport: z.object({ clientWidth: z.number().positive(), clientHeight: z.number().positive() }),
})
const Screenshot = z.object({ data: z.string() })

/**
 * Looks at the page as Chromium composed it. `current` rejects while no browser runs. A window of another program above the
 * browser's is not in these pictures.
 */
export function chromiumCamera(current: () => Promise<PageSession>): Camera {
  return {
    size: async () => {
      const page = await current()
      const { clientWidth, clientHeight } = Metrics.parse(await page.send('Page.getLayoutMetrics')).cssVisualViewport
      return { width: Math.round(clientWidth), height: Math.round(clientHeight) }
    },
    take: async (area: Area) => {
      const page = await current()
      const clip = { ...area, scale: 1 }
      const { data } = Screenshot.parse(await page.send('Page.captureScreenshot', { format: 'png', clip }))
      const png = decode(Buffer.from(data, 'base64'))
      if (png.depth !== 8 || (png.channels !== 3 && png.channels !== 4)) throw new Error('a picture without colours')
      return { data: png.data, width: png.width, height: png.height, channels: png.channels }
    },
  }
}
