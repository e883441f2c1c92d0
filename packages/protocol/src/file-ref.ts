import { z } from 'zod'
import { Sha256 } from './primitives.ts'

/** A file of the content set, named by what is in it. */
export const FileRef = z.object({
  sha256: Sha256,
  bytes: z.int().positive(),
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
})
export type FileRef = z.infer<typeof FileRef>
