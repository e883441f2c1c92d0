import { z } from 'zod'

/** One look at the glass: what the page says it shows, and how much its pixels differ from each other. */
export const GlassLook = z.object({
  /** The agent's page, the one that the host has with it, or none of ours. */
  page: z.enum(['screen', 'built-in', 'other']),
  /** `data-scene` of the glass; null when what stands there is not our page. */
  scene: z.string().nullable(),
  layer: z.string().nullable(),
  /** Of the alerts on the glass, whole or beside the programme; null: none. */
  alertRevision: z.int().nullable(),
  /** Variance of the luminance over the whole glass, 0 (one colour) to 16 256 (half black, half white). */
  variance: z.number(),
})
export type GlassLook = z.infer<typeof GlassLook>

/** Below this there is nothing to read: an even field, with the noise of scaling. A single line of text has more. */
const LEAST_VARIANCE = 8

/** Is there a picture that belongs on a glass? Without our page there is none, whatever its pixels are. */
export function isPicture(look: GlassLook | null): boolean {
  return look !== null && look.scene !== null && look.variance >= LEAST_VARIANCE
}

/** Variance of the luminance (ITU-R BT.709) of 8-bit pixels. */
export function luminanceVariance({ data, channels }: { data: ArrayLike<number>; channels: number }): number {
  let [count, sum, squares] = [0, 0, 0]
  for (let at = 0; at + 2 < data.length; at += channels) {
    const light = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0)
    count += 1
    sum += light
    squares += light * light
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2
}
