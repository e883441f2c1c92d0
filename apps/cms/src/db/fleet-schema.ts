/** Row types of what watches over the displays; portable columns, as in schema.ts. */
export type FleetTables = {
  display_order: {
    id: string
    display_id: string
    kind: string
    asked_by: string
    asked_at: string
    expires_at: string
    state: string
    answered_at: string | null
    detail: string
  }
  display_evidence: {
    display_id: string
    picture_at: string | null
    /** Base64. */
    jpeg: string | null
    /** JSON of a PlayerLog. */
    log: string | null
  }
  /** Moments in ms since 1970; `ended`: 1 once it has not been met for a while. */
  fault_record: {
    display_id: string
    id: string
    code: string
    detail: string
    first_at: number
    last_at: number
    times: number
    ended: number
  }
  display_alarm: {
    display_id: string
    since: string
    raised_at: string
    /** When people were told last; null: at `raised_at`. */
    told_at: string | null
    /** When it was heard again, while people are not told of it yet. */
    back_at: string | null
  }
  /** Plays added up by the day on which they began; kept longer than they are. */
  play_total: {
    day: string
    display_id: string
    subject: string
    kind: string
    title: string
    asset: string | null
    whole: number
    cut: number
    lost: number
    failed: number
    shown_ms: number
    /** Of these, what ran in a zone of a layout, which is counted for itself. */
    zone_whole: number
    zone_cut: number
    zone_lost: number
    zone_failed: number
    zone_ms: number
  }
  /** What waits to be mailed; gone once a mail server took it. */
  mail: {
    id: string
    /** JSON list of addresses. */
    recipients: string
    subject: string
    body: string
    made_at: string
    failures: number
    next_at: string
    last_fault: string | null
  }
}
