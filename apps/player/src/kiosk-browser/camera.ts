import type { Pixels } from '@akari/protocol'
import { decode } from 'fast-png'
import { z } from 'zod'
import type { Area, Camera } from '../host/camera.ts'
import type { PageSession } from './page-session.ts'

const Metrics = z.object({
  cssVisualViewport: z.object({ clientWidth: z.number().positive(), clientHeight: z.number().positive() }),
})
const Screenshot = z.object({ data: z.string() })

type Whole = Pixels & { data: Uint8Array | Uint8ClampedArray }
type Taken = { size: { width: number; height: number }; whole: Whole }

/**
 * Gives a camera for one look at the page as Chromium composed it: a single picture, of which every area is a part. The
 * browser is never asked for an area alone: for that it changes the viewport of the page, and whoever stands before the glass
 * sees it jump. `current` rejects while no browser runs. A window of another program above the browser's is not in it.
 */
export function chromiumCamera(current: () => Promise<PageSession>): () => Camera {
  return () => {
    let taking: Promise<Taken> | null = null
    const taken = (): Promise<Taken> => (taking ??= current().then(take))
    return {
      size: async () => (await taken()).size,
      take: async (area) => partOf(await taken(), area),
    }
  }
}

async function take(page: PageSession): Promise<Taken> {
  const { clientWidth, clientHeight } = Metrics.parse(await page.send('Page.getLayoutMetrics')).cssVisualViewport
  const shot = await page.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })
  const { data, width, height, channels } = decode(Buffer.from(Screenshot.parse(shot).data, 'base64'))
  if (data instanceof Uint16Array || (channels !== 3 && channels !== 4)) throw new Error('a picture without colours')
  const size = { width: Math.round(clientWidth), height: Math.round(clientHeight) }
  return { size, whole: { data, width, height, channels } }
}

/** The pixels of an area that is told in those of the page. */
function partOf({ size, whole }: Taken, area: Area): Pixels {
  const ratio = whole.width / size.width
  const [left, top] = [Math.round(area.x * ratio), Math.round(area.y * ratio)]
  const right = Math.min(whole.width, Math.round((area.x + area.width) * ratio))
  const bottom = Math.min(whole.height, Math.round((area.y + area.height) * ratio))
  const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)]
  const data = new Uint8Array(width * height * whole.channels)
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * whole.width + left) * whole.channels
    data.set(whole.data.subarray(from, from + width * whole.channels), y * width * whole.channels)
  }
  return { data, width, height, channels: whole.channels }
}
