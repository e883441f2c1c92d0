import { expect, test } from 'vitest'
import { type Reloadable, windowHands } from './hands.ts'

type Image = Awaited<ReturnType<Reloadable['webContents']['capturePage']>>

function windowOf(size: { width: number; height: number }) {
  const asked: string[] = []
  const image = {
    getSize: () => size,
    resize: ({ width }: { width: number }) => ({ toJPEG: (quality: number) => Buffer.from(`${width} ${quality}`) }),
  } as unknown as Image
  const window: Reloadable = {
    webContents: {
      capturePage: () => Promise.resolve(image),
      reload: () => {
        asked.push('reload')
      },
    },
  }
  return { window, asked }
}

test('a picture of the window is made small enough, never larger than it is, and never of nothing', async () => {
  const taken = async (width: number, height: number) =>
    Buffer.from(await windowHands(windowOf({ width, height }).window).picture(1280)).toString()
  expect(await taken(3840, 2160)).toBe('1280 65')
  expect(await taken(1080, 1920)).toBe('720 65')
  expect(await taken(640, 480)).toBe('640 65')
  await expect(taken(0, 0)).rejects.toThrow('empty')
})

test('the page is loaded anew when it is asked for', async () => {
  const { window, asked } = windowOf({ width: 1, height: 1 })
  await windowHands(window).reload()
  expect(asked).toEqual(['reload'])
})
