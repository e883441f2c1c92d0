import { within } from '@akari/node-kit'
import { z } from 'zod'
import type { GlassHands } from '../host/serve-glass.ts'
import type { PageSession } from './page-session.ts'

const Frame = z.object({ data: z.base64(), sessionId: z.int() })
/** Legible, and small enough to be sent every few minutes. */
const JPEG_QUALITY = 65
const FRAME_WITHIN_MS = 5_000

/** What can be done with the page in Chromium. `current` rejects while no browser runs. */
export function chromiumHands(current: () => Promise<PageSession>): GlassHands {
  return {
    picture: async (mostPx) => firstFrame(await current(), mostPx),
    reload: async () => {
      const page = await current()
      await page.send('Page.reload')
    },
  }
}

/**
 * The first frame of a recording, which the browser makes small by itself. A screenshot made small would be one of a page made
 * small: whoever stands before the glass would see it.
 */
async function firstFrame(page: PageSession, mostPx: number): Promise<Uint8Array> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const hearNoMore = page.onPageEvent(({ method, params }) => {
    const told = method === 'Page.screencastFrame' ? Frame.safeParse(params) : null
    if (told?.success) resolve(told.data.data)
  })
  try {
    const size = { maxWidth: mostPx, maxHeight: mostPx }
    await page.send('Page.startScreencast', { format: 'jpeg', quality: JPEG_QUALITY, ...size })
    const frame = await within(promise, FRAME_WITHIN_MS)
    if (frame === 'late') throw new Error('no frame in time')
    return Buffer.from(frame, 'base64')
  } finally {
    hearNoMore()
    await page.send('Page.stopScreencast').catch(() => undefined) // the page is gone, and the recording with it
  }
}
