import { z } from 'zod'

/** What the harness asks of the host's process beside what a host does. */
export const HostQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('look') }),
  /** Puts the page's wall clock wrong by so much. */
  z.object({ kind: z.literal('clock'), shiftMs: z.number() }),
  /** Collects what nobody holds any more, then measures. */
  z.object({ kind: z.literal('memory') }),
  /** Waits until what is on the stage has this in its words or its names; at most so long. */
  z.object({ kind: z.literal('shows'), text: z.string(), limitMs: z.number() }),
])
export type HostQuestion = z.infer<typeof HostQuestion>

export const HostAsk = z.object({ id: z.int(), question: HostQuestion })

/** `answer` is null where the page gave none. `browser`: the process, null while none runs. */
export const HostMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.int(), browser: z.int().nullable(), answer: z.unknown() }),
  z.object({ kind: z.literal('started') }),
])
export type HostMessage = z.infer<typeof HostMessage>

const Bytes = z.number().nonnegative()

/** What a page holds after its garbage was collected. */
export const PageMemory = z.object({
  heapBytes: Bytes,
  rendererBytes: Bytes,
  gpuBytes: Bytes,
  nodes: z.int(),
  listeners: z.int(),
  documents: z.int(),
})
export type PageMemory = z.infer<typeof PageMemory>
