/** Row types of live feeds; portable columns, as in schema.ts. */
export type FeedTables = {
  /** `body`: source, interval, attribution and where its key goes; `sealed_key`: the key (sealed-bytes.ts). */
  feed: {
    id: string
    kind: string
    name: string
    body: string
    sealed_key: string | null
    is_on: number
    notices: string
    version: number
    created_at: string
    updated_at: string
  }
  /** What came of it; `data` is what displays get, `memory` what sudden changes are told by. */
  feed_state: {
    feed_id: string
    revision: number
    state: string
    data: string | null
    checked_at: string | null
    asked_at: string | null
    next_at: string
    held_until: string | null
    failures: number
    last_error: string | null
    counted: number | null
    memory: string | null
  }
  /** The timetable of a transit feed. */
  feed_timetable: {
    feed_id: string
    body: string | null
    validators: string | null
    last_error: string | null
    next_at: string
    held_until: string | null
  }
}
