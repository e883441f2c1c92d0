import { z } from 'zod'
import { SimulatedDisplay } from './simulated-displays.ts'

/** Bench → fleet process. */
export const FleetOrder = z.object({ url: z.string(), displays: z.array(SimulatedDisplay) })
export type FleetOrder = z.infer<typeof FleetOrder>

/** Fleet process → bench; instants in Unix milliseconds with fractions. */
export const FleetReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('connected') }),
  /** Every display of this process had its answer to this revision confirmed, at these moments. */
  z.object({ kind: z.literal('confirmed'), revision: z.number(), at: z.array(z.number()) }),
  /** Every display of this process had the snapshot of a feed with this revision, at these moments. */
  z.object({ kind: z.literal('fed'), revision: z.number(), at: z.array(z.number()) }),
])
export type FleetReport = z.infer<typeof FleetReport>

export const BareReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listening'), port: z.number() }),
  /** From the broadcast to the answers of all clients, milliseconds. */
  z.object({ kind: z.literal('answered'), lastMs: z.number() }),
])
