import { z } from 'zod'
import type { GlassHands } from '../host/serve-glass.ts'
import type { PageSession } from './page-session.ts'

const Metrics = z.object({
  cssVisualViewport: z.object({ clientWidth: z.number().positive(), clientHeight: z.number().positive() }),
})
const Screenshot = z.object({ data: z.string() })
/** Legible, and small enough to be sent every few minutes. */
const JPEG_QUALITY = 65

/** What can be done with the page in Chromium. `current` rejects while no browser runs. */
export function chromiumHands(current: () => Promise<PageSession>): GlassHands {
  return {
    picture: async (mostPx) => {
      const page = await current()
      const { clientWidth: width, clientHeight: height } = Metrics.parse(
        await page.send('Page.getLayoutMetrics'),
      ).cssVisualViewport
      const clip = { x: 0, y: 0, width, height, scale: Math.min(1, mostPx / Math.max(width, height)) }
      const taken = await page.send('Page.captureScreenshot', { format: 'jpeg', quality: JPEG_QUALITY, clip })
      return Buffer.from(Screenshot.parse(taken).data, 'base64')
    },
    reload: async () => {
      const page = await current()
      await page.send('Page.reload')
    },
  }
}
