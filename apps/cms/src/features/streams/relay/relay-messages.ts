import { StreamFault } from '@akari/protocol'
import type { StreamAsk } from '@akari/node-kit'
import { z } from 'zod'

/** What the thread is started with. */
export const RelayOptions = z.object({ privateHosts: z.array(z.string()), userAgent: z.string() })
export type RelayOptions = z.infer<typeof RelayOptions>

export type RelayQuestion = { id: number; entry: string; ask: StreamAsk }

const Playlist = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('master'), first: z.string().nullable() }),
  z.object({
    kind: z.literal('media'),
    targetMs: z.number(),
    next: z.object({ sequence: z.number(), parts: z.number() }),
    newest: z.string().nullable(),
    endsAtMs: z.number().nullable(),
    isOver: z.boolean(),
  }),
])

const Answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('playlist'), text: z.string(), playlist: Playlist, bytes: z.number() }),
  z.object({
    kind: z.literal('part'),
    status: z.union([z.literal(200), z.literal(206)]),
    body: z.instanceof(Uint8Array),
    contentType: z.string(),
    contentRange: z.string().nullable(),
  }),
  z.object({ kind: z.literal('gone'), detail: z.string() }),
  z.object({ kind: z.literal('refused'), fault: StreamFault, detail: z.string() }),
  z.object({ kind: z.literal('unreachable'), fault: StreamFault.exactOptional(), detail: z.string() }),
])

/** What a stream answered (stream-source.ts of node-kit), as it crosses from the thread. */
export const RelayAnswered = z.object({ id: z.number(), answer: Answer })
export type RelayAnswer = z.infer<typeof Answer>
