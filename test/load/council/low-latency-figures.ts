import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lowLatencyHls } from '../../support/low-latency-hls.ts'
import { madeSegments, withoutFfmpeg } from '../../support/made-hls.ts'
import { pairedCouncil } from '../../support/paired-council.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { behindLive } from './behind-live.ts'

/** Until a first picture is where it stays: those are no looks. */
const SETTLING_MS = 10_000

/** Milliseconds that a real paired screen is behind live, by way of relay and agent: a low-latency stream, and the same without. */
export async function lowLatencyFigures() {
  if (withoutFfmpeg !== null) throw new Error(withoutFfmpeg)
  const folder = await temporaryFolder('low-latency')
  const recipe = { video: 'testsrc2=s=320x180', audio: 'sine=f=440', seconds: 240, segmentSeconds: 0.25 }
  const stream = await lowLatencyHls(await madeSegments(join(folder.path, 'parts'), recipe))
  try {
    const low = await settled(`${stream.origin}/low.m3u8`)
    return { low, plain: await settled(`${stream.origin}/plain.m3u8`) }
  } finally {
    await stream.close()
    await folder.remove()
  }
}

async function settled(url: string) {
  const { page, close } = await pairedCouncil(url)
  try {
    await pause(SETTLING_MS)
    return await behindLive(page)
  } finally {
    await close()
  }
}
