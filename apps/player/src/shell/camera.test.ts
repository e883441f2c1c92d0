import type { NativeImage, Rectangle } from 'electron'
import { expect, test } from 'vitest'
import { windowCamera } from './camera.ts'

function cameraOn(size: { width: number; height: number }, ratio: number) {
  const asked: Rectangle[] = []
  const camera = windowCamera({
    getContentSize: () => [1920, 1080],
    webContents: {
      capturePage: async (area?: Rectangle) => {
        if (area !== undefined) asked.push(area)
        const data = Buffer.alloc(size.width * ratio * size.height * ratio * 4)
        return { toBitmap: () => data, getSize: () => size } as unknown as NativeImage
      },
    },
  })
  return { camera, asked }
}

test('asks for the strip it is told to take, in the page’s own pixels', async () => {
  const { camera, asked } = cameraOn({ width: 40, height: 100 }, 1)
  expect(await camera.size()).toEqual({ width: 1920, height: 1080 })
  expect(await camera.take({ x: 0, y: 0, width: 40, height: 100 })).toMatchObject({
    width: 40,
    height: 100,
    channels: 4,
  })
  expect(asked).toEqual([{ x: 0, y: 0, width: 40, height: 100 }])
})

test('gives as many pixels as the glass has, also where the size is told in those of the page', async () => {
  const { camera } = cameraOn({ width: 40, height: 100 }, 2)
  expect(await camera.take({ x: 0, y: 0, width: 40, height: 100 })).toMatchObject({ width: 80, height: 200 })
})

test('takes an empty picture for none', async () => {
  const { camera } = cameraOn({ width: 0, height: 0 }, 1)
  await expect(camera.take({ x: 0, y: 0, width: 40, height: 100 })).rejects.toThrow('empty')
})
