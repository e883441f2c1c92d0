import { z } from 'zod'

/** What the image process is asked: paths are absolute. It imports nothing that takes time to load. */
export const ImageTask = z.discriminatedUnion('task', [
  /** Decode every pixel, write the picture upright and without metadata. */
  z.object({
    task: z.literal('adopt'),
    id: z.int(),
    input: z.string(),
    mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']),
    output: z.string(),
  }),
  /**
   * Write a WebP of the input, or of a region of it (fractions of its sides), that fits into these pixels, or that is just
   * large enough to fill them; never larger than the input.
   */
  z.object({
    task: z.literal('fit'),
    id: z.int(),
    input: z.string(),
    output: z.string(),
    widthPx: z.int().positive(),
    heightPx: z.int().positive(),
    fit: z.enum(['inside', 'outside']),
    region: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
    quality: z.int().min(1).max(100),
  }),
])
export type ImageTask = z.infer<typeof ImageTask>

export const ImageAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), id: z.int(), mediaType: z.string(), width: z.int(), height: z.int() }),
  z.object({ ok: z.literal(false), id: z.int(), reason: z.enum(['tooManyPixels', 'undecodable']), detail: z.string() }),
])
export type ImageAnswer = z.infer<typeof ImageAnswer>
