import { copyFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import type { PictureRegion } from '@akari/protocol'
import sharp, { type Sharp } from 'sharp'
import { ImageAnswer, ImageTask } from './image-task.ts'
import { isPlainWebp } from './plain-webp.ts'

/**
 * The entry of the image process. Pictures from outside are decoded here, in a process without secrets that may be killed,
 * never in the server: a decoder that crashes or hangs costs one upload and delays no alert.
 */
const MAX_PIXELS = 100_000_000
/** More than any display shows; WebP ends at 16 383. */
const MAX_SIDE = 7680
const SECONDS = 40

sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegFile',
    'VipsForeignLoadPngFile',
    'VipsForeignLoadWebpFile',
    'VipsForeignLoadHeifFile',
    'VipsForeignLoadNsgifFile',
  ],
})
setPriority(10)

process.on('disconnect', () => process.exit(0))
process.on('message', (message) => {
  void answer(ImageTask.parse(message)).then((told) => process.send?.(ImageAnswer.parse(told)))
})

async function answer(task: ImageTask): Promise<ImageAnswer> {
  try {
    if (await isTooLarge(task.input)) return { ok: false, id: task.id, reason: 'tooManyPixels', detail: '' }
    const { mediaType, info } = task.task === 'adopt' ? await adopt(task) : await fit(task)
    return { ok: true, id: task.id, mediaType, width: info.width, height: info.height }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, id: task.id, reason: 'undecodable', detail }
  }
}

/** Judged by the header, before anything is decoded. */
async function isTooLarge(input: string): Promise<boolean> {
  const { width, height } = await sharp(input, { limitInputPixels: false }).metadata()
  return width * height > MAX_PIXELS
}

function opened(input: string): Sharp {
  return sharp(input, { failOn: 'error', limitInputPixels: MAX_PIXELS, pages: 1 }).timeout({ seconds: SECONDS })
}

type Adopt = Extract<ImageTask, { task: 'adopt' }>
type Fit = Extract<ImageTask, { task: 'fit' }>
type Made = { mediaType: string; info: { width: number; height: number } }

async function adopt(task: Adopt): Promise<Made> {
  if (task.mediaType === 'image/webp' && (await isPlainWebp(task.input))) return keep(task)
  return encode(task)
}

async function encode(task: Adopt): Promise<Made> {
  const upright = opened(task.input)
    .autoOrient()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
  const { mediaType, encoded } = encodedLike(task.mediaType, upright)
  return { mediaType, info: await encoded.toFile(task.output) }
}

/** Nothing to strip: the bytes stay as they are, because encoding again would only cost quality. Every pixel is decoded all the same. */
async function keep(task: Adopt): Promise<Made> {
  const { width, height } = await opened(task.input).metadata()
  if (Math.max(width, height) > MAX_SIDE) return encode(task)
  await opened(task.input).stats()
  await copyFile(task.input, task.output)
  return { mediaType: task.mediaType, info: { width, height } }
}

/** The kind of file that keeps most of what the input had. */
function encodedLike(mediaType: Adopt['mediaType'], image: Sharp): { mediaType: string; encoded: Sharp } {
  switch (mediaType) {
    case 'image/jpeg':
      return { mediaType, encoded: image.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }) }
    case 'image/png':
    case 'image/gif':
      return { mediaType: 'image/png', encoded: image.png() }
    case 'image/webp':
    case 'image/avif':
      return { mediaType: 'image/webp', encoded: image.webp({ quality: 95, smartSubsample: true }) }
  }
}

/** A region in whole pixels, inside the picture and at least one wide and high. */
function pixelsOf({ x, y, width, height }: PictureRegion, size: { width: number; height: number }) {
  const left = Math.min(size.width - 1, Math.round(x * size.width))
  const top = Math.min(size.height - 1, Math.round(y * size.height))
  return {
    left,
    top,
    width: Math.max(1, Math.min(size.width - left, Math.round(width * size.width))),
    height: Math.max(1, Math.min(size.height - top, Math.round(height * size.height))),
  }
}

async function fit(task: Fit): Promise<Made> {
  const picture = opened(task.input)
  if (task.region !== null) picture.extract(pixelsOf(task.region, await picture.metadata()))
  const info = await picture
    .resize({ width: task.widthPx, height: task.heightPx, fit: task.fit, withoutEnlargement: true })
    .webp({ quality: task.quality, smartSubsample: true })
    .toFile(task.output)
  return { mediaType: 'image/webp', info }
}
