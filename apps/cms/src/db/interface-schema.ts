/** Row types of what other systems work with; portable columns, as in schema.ts. */
export type InterfaceTables = {
  kept_answer: { key: string; request: string; status: number | null; body: string | null; at: string }
  webhook: {
    id: string
    name: string
    url: string
    topics: string
    paused: number
    version: number
    /** Sequence of the last audit entry that it was told of, or that was none of its business. */
    told_through: number
    failures: number
    next_at: string
    held_until: string | null
    last_told_at: string | null
    last_fault: string | null
    created_at: string
  }
}
