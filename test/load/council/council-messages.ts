import { z } from 'zod'
import { SimulatedDisplay } from '../simulated-displays.ts'

/** What the encoder is started with. */
export const LiveFolder = z.object({ folder: z.string(), segmentBytes: z.int() })
export type LiveFolder = z.infer<typeof LiveFolder>
export const Listening = z.object({ port: z.int() })
export const Asked = z.object({ asked: z.int() })

/** What players are started with: the first segments are for getting into step and do not count. */
export const Playing = z.object({
  entries: z.array(z.object({ url: z.string(), token: SimulatedDisplay.shape.token.nullable() })),
  seconds: z.number(),
  segmentBytes: z.int(),
})
export type Playing = z.infer<typeof Playing>

/** How long each segment took from asking for it to its last byte, in ms; what failed. */
export const Played = z.object({ segmentMs: z.array(z.number()), failures: z.array(z.string()) })
export type Played = z.infer<typeof Played>
