import type { CropAspect, PicturePoint, PictureRegion } from '@akari/protocol'

type Size = { width: number; height: number }

/** `16:9` → 1.78. */
export function ratioOf(aspect: CropAspect): number {
  const [width = 1, height = 1] = aspect.split(':').map(Number)
  return width / height
}

/**
 * The largest part of a picture that has this shape, scaled by `scale` (0–1) and centred on a point as far as the picture
 * reaches.
 */
export function regionAround(picture: Size, aspect: CropAspect, centre: PicturePoint, scale = 1): PictureRegion {
  const relative = ratioOf(aspect) / (picture.width / picture.height)
  const width = Math.min(1, relative) * scale
  const height = Math.min(1, 1 / relative) * scale
  return { ...placed(centre.x - width / 2, centre.y - height / 2, width, height), width, height }
}

/** A region moved by fractions of the picture, kept inside it. */
export function moved(region: PictureRegion, dx: number, dy: number): PictureRegion {
  const { width, height } = region
  return { ...placed(region.x + dx, region.y + dy, width, height), width, height }
}

/** How large a region is against the largest of its shape, 0–1. */
export function scaleOf(picture: Size, aspect: CropAspect, region: PictureRegion): number {
  return region.width / regionAround(picture, aspect, { x: 0.5, y: 0.5 }).width
}

/** The middle of a region. */
export function centreOf({ x, y, width, height }: PictureRegion): PicturePoint {
  return { x: x + width / 2, y: y + height / 2 }
}

/** A point moved by fractions of the picture, kept on it. */
export function nudged({ x, y }: PicturePoint, dx: number, dy: number): PicturePoint {
  return { x: clamp(x + dx, 0, 1), y: clamp(y + dy, 0, 1) }
}

function placed(x: number, y: number, width: number, height: number): PicturePoint {
  return { x: clamp(x, 0, 1 - width), y: clamp(y, 0, 1 - height) }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}
