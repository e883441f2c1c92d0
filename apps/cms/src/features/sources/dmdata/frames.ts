import { z } from 'zod'

/** Frames of DMDATA.JP's WebSocket v2 (subprotocol `dmdata.v2`), as far as they are needed. */
const Start = z.object({ type: z.literal('start'), socketId: z.int().nullish() })
const Ping = z.object({ type: z.literal('ping'), pingId: z.string().max(200) })
const Pong = z.object({ type: z.literal('pong') })
const ErrorFrame = z.object({
  type: z.literal('error'),
  error: z.string(),
  code: z.union([z.int(), z.string()]).nullish(),
  /** Does the server hang up after this? */
  close: z.boolean().default(false),
})

/** A telegram. `body` is packed as `compression` and `encoding` say. */
export const DataFrame = z.object({
  type: z.literal('data'),
  id: z.string().min(1).max(300),
  classification: z.string(),
  head: z.object({ type: z.string(), author: z.string(), time: z.iso.datetime({ offset: true }), test: z.boolean() }),
  xmlReport: z
    .object({ control: z.object({ status: z.string(), dateTime: z.iso.datetime({ offset: true }).nullish() }) })
    .nullish(),
  format: z.enum(['xml', 'json', 'a/n', 'binary']).nullable(),
  compression: z.enum(['gzip', 'zip']).nullable(),
  encoding: z.enum(['base64', 'utf-8']).nullable(),
  body: z.string(),
})
export type DataFrame = z.infer<typeof DataFrame>

export const Frame = z.discriminatedUnion('type', [Start, Ping, Pong, ErrorFrame, DataFrame])
export type Frame = z.infer<typeof Frame>

/** Null for what is no frame of this protocol; it may learn new ones any day. */
export function frameOf(text: string): Frame | null {
  try {
    const frame = Frame.safeParse(JSON.parse(text))
    return frame.success ? frame.data : null
  } catch (err) {
    if (err instanceof SyntaxError) return null
    throw err
  }
}
