import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lowLatencyHls } from '../support/low-latency-hls.ts'
import { madeSegments, withoutFfmpeg } from '../support/made-hls.ts'
import { pairedCouncil } from '../support/paired-council.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const LOOKS = 12
const LOOK_SECONDS = 0.2

test.skip(withoutFfmpeg !== null, withoutFfmpeg ?? '')

/** How far behind live a paired display is in the middle of some seconds, by way of the relay of its CMS; ms. */
async function behindLive(url: string): Promise<number> {
  const { page, close } = await pairedCouncil(url)
  try {
    const video = page.locator('.ak-council-stage video')
    const behind: number[] = []
    const placeOf = (): Promise<number> => video.evaluate((screen: HTMLVideoElement) => screen.currentTime)
    for (let place = await placeOf(); behind.length < LOOKS; place = await placeOf()) {
      // How far it is behind may stay the same to the millisecond, where it plays on does not.
      await expect.poll(placeOf).toBeGreaterThan(place + LOOK_SECONDS)
      behind.push(Number(await video.getAttribute('data-behind-ms')))
      await expect(page.locator('.ak-council')).toHaveAttribute('data-picture', 'moving')
    }
    return behind.toSorted((a, b) => a - b)[LOOKS / 2] ?? Number.NaN
  } finally {
    await close()
  }
}

test('a low-latency stream is played nearer to live than the same stream without, by way of relay and agent', async () => {
  test.setTimeout(180_000)
  const folder = await temporaryFolder('low-latency')
  const recipe = { video: 'testsrc2=s=320x180', audio: 'sine=f=440', seconds: 170, segmentSeconds: 0.25 }
  const stream = await lowLatencyHls(await madeSegments(join(folder.path, 'parts'), recipe))
  const low = await behindLive(`${stream.origin}/low.m3u8`)
  const askedOf = (path: RegExp) => stream.asked.filter(({ pathname }) => path.test(pathname))
  // Held back until there is news, and parts instead of segments: not merely played fast.
  expect(
    askedOf(/^\/low/).some(({ searchParams }) => searchParams.has('_HLS_msn') && searchParams.has('_HLS_part')),
  ).toBe(true)
  expect(askedOf(/^\/part\//).length).toBeGreaterThan(LOOKS)
  const plain = await behindLive(`${stream.origin}/plain.m3u8`)
  expect(low).toBeGreaterThan(0)
  expect(low).toBeLessThan(plain)
  await stream.close()
  await folder.remove()
})
