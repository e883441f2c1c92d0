import { z } from 'zod'

/** What is wrong with a field of what was sent, and what to do. */
export const FieldFault = z.object({ path: z.string(), message: z.string() })
export type FieldFault = z.infer<typeof FieldFault>

/** RFC 9457 problem details. `code` is stable and names a text in the console's locale files. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  /** For bad input: which field, and what is wrong with it. */
  errors: z.array(FieldFault).optional(),
})
export type Problem = z.infer<typeof Problem>
