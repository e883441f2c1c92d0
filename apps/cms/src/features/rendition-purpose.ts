import { CROP_ASPECTS, type Framing, type PictureRegion } from '@akari/protocol'

type Size = { widthPx: number; heightPx: number }

/** What a display gets of a picture: the whole of it, so much that it can fill the glass, or a part that staff chose. */
export type Cut = { kind: 'whole' } | { kind: 'fill' } | { kind: 'crop'; region: PictureRegion }

/** A glass of a shape within this factor takes the crop: 16:10 takes 16:9, 5:4 takes 4:3. */
const NEAR = 1.2

/** How a picture goes onto a glass of this size. Assets makes it so, programmes look for it. */
export function cutFor(framing: Framing, size: Size): Cut {
  const shape = size.widthPx / size.heightPx
  const distance = (aspect: string): number => {
    const [width = 1, height = 1] = aspect.split(':').map(Number)
    return Math.abs(Math.log(width / height / shape))
  }
  const [nearest] = CROP_ASPECTS.filter((aspect) => framing.crops[aspect] !== undefined).sort(
    (a, b) => distance(a) - distance(b),
  )
  const region = nearest === undefined ? undefined : framing.crops[nearest]
  if (nearest !== undefined && region !== undefined && distance(nearest) <= Math.log(NEAR)) {
    return { kind: 'crop', region }
  }
  return framing.focus === null ? { kind: 'whole' } : { kind: 'fill' }
}

/** How a rendition for a display of these pixels is called: the same for the same parameters, which makes it a cache. */
export function purposeFor(size: Size, cut: Cut): string {
  const pixels = `${size.widthPx}x${size.heightPx}`
  switch (cut.kind) {
    case 'whole':
      return pixels
    case 'fill':
      return `${pixels} fill`
    case 'crop': {
      const { x, y, width, height } = cut.region
      return `${pixels} ${[x, y, width, height].map((part) => part.toFixed(4)).join(' ')}`
    }
  }
}
