import { encode } from 'fast-png'
import { expect, test } from 'vitest'
import { chromiumCamera } from './camera.ts'
import type { PageSession } from './page-session.ts'

/** A page of 40 by 20, shown on twice as many pixels; each pixel has its own place as its colour. */
function page() {
  const [width, height] = [80, 40]
  const pixels = new Uint8Array(width * height * 3)
  for (let n = 0; n < width * height; n++) pixels.set([n % width, Math.floor(n / width), 0], n * 3)
  const asked: { method: string; params: object }[] = []
  const send: PageSession['send'] = async (method, params = {}) => {
    asked.push({ method, params })
    if (method === 'Page.getLayoutMetrics') return { cssVisualViewport: { clientWidth: 40, clientHeight: 20 } }
    return { data: Buffer.from(encode({ width, height, data: pixels, channels: 3 })).toString('base64') }
  }
  const session: PageSession = {
    targetId: 'page',
    send,
    ask: send,
    onPageEvent: () => () => {},
    onBrowserEvent: () => {},
    onLost: () => {},
  }
  return { asked, current: async () => session }
}

test('gives the pixels of an area, as many as the glass has there', async () => {
  const camera = chromiumCamera(page().current)()
  expect(await camera.size()).toEqual({ width: 40, height: 20 })
  const { width, height, data } = await camera.take({ x: 3, y: 5, width: 2, height: 1 })
  expect({ width, height }).toEqual({ width: 4, height: 2 })
  expect([data[0], data[1]]).toEqual([6, 10])
  expect([data[(4 + 3) * 3], data[(4 + 3) * 3 + 1]]).toEqual([9, 11])
})

test('one look is one picture, and never one that would move the page', async () => {
  const { asked, current } = page()
  const camera = chromiumCamera(current)()
  await camera.take({ x: 0, y: 0, width: 4, height: 20 })
  await camera.take({ x: 36, y: 0, width: 4, height: 20 })
  const shots = asked.filter(({ method }) => method === 'Page.captureScreenshot')
  expect(shots).toHaveLength(1)
  expect(shots[0]?.params).not.toHaveProperty('clip')
})

test('every look is another picture', async () => {
  const { asked, current } = page()
  const looks = chromiumCamera(current)
  await looks().size()
  await looks().size()
  expect(asked.filter(({ method }) => method === 'Page.captureScreenshot')).toHaveLength(2)
})
