import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { councilHls } from '../../support/council-hls.ts'
import { pairedCouncil } from '../../support/paired-council.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { behindLive } from './behind-live.ts'
import { captionPaints } from './caption-paints.ts'
import { councilScreen } from './council-screen.ts'
import { oneSecondSegments } from './one-second-segments.ts'

/**
 * Milliseconds on a real screen: how far it is behind live, and how soon a caption is painted after it was pushed to the display, and
 * after a stenographer pushed it to a real CMS, over HTTP and over the WebSocket.
 */
export async function screenFigures() {
  return { ...(await displaySide()), pushedCaptionMs: await wholeWay() }
}

async function displaySide() {
  const screen = await councilScreen()
  try {
    return { ...(await behindLive(screen.page)), captionMs: await captionPaints(screen.page, screen.speak) }
  } finally {
    await screen.close()
  }
}

async function wholeWay() {
  const folder = await temporaryFolder('council-segments')
  const segments = join(folder.path, 'segments')
  await mkdir(segments)
  await oneSecondSegments(segments)
  const stream = await councilHls({ folder: segments, segmentSeconds: 1 })
  const council = await pairedCouncil(stream.url.replace('live', 'picture'))
  try {
    const http = await captionPaints(council.page, council.post)
    return { http, socket: await captionPaints(council.page, council.send) }
  } finally {
    await council.close()
    await stream.close()
    await folder.remove()
  }
}
