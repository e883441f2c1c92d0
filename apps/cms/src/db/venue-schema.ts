/** Row types of venues and of what is closed in them; portable columns, as in schema.ts. */
export type VenueTables = {
  /** `published`: what displays have, or null. */
  venue: {
    id: string
    name: string
    version: number
    asset_id: string | null
    published: string | null
    created_at: string
  }
  /** `problems`: what its import found, apart from `body`, which lists read. */
  venue_plan: { venue_id: string; number: number; body: string; problems: string }
  venue_version: {
    venue_id: string
    version: number
    plan_number: number
    edits: string
    at: string
    by_whom: string
    cause: string
  }
  way_closure: {
    id: string
    venue_id: string
    body: string
    version: number
    made_at: string
    made_by: string
    /** Opened again by somebody before its time. */
    ended_at: string | null
    ended_by: string | null
    /** The earlier of that and the end it was given, in UTC; null: nobody knows yet. */
    over_at: string | null
  }
}
