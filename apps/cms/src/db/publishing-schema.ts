/** Row types of how a draft reaches the displays; portable columns, as in schema.ts. */
export type PublishingTables = {
  published_programme: {
    display_id: string
    revision: number
    published_at: string
    content_hash: string
    body: string
    /** The body without its takeovers; null where it has none. */
    scheduled: string | null
    /** Of the content without its takeovers: what publications are compared by. */
    scheduled_hash: string
    /** Ids of the feeds that its boards show (JSON); null for none. */
    feeds: string | null
  }
  /** Contents of programmes by their hash, kept as long as something names them. */
  programme_content: { hash: string; body: string; created_at: string }
  publication: {
    sequence: number
    at: string
    by_whom: string
    cause: string
    comment: string
    displays: string
    restores: number | null
    submission_id: string | null
  }
  /** What every display had after a publication. */
  publication_content: { sequence: number; display_id: string; hash: string }
  /** One row: whoever publishes holds it; the number of the last publication. */
  publish_lock: { id: number; sequence: number }
  publish_job: { id: string; state: string; body: string; told_at: string }
  submission: {
    id: string
    state: string
    submitted_by: string
    submitted_name: string
    submitted_at: string
    publish_at: string | null
    decided_by: string | null
    decided_name: string | null
    decided_at: string | null
    summary: string
  }
  submission_content: {
    submission_id: string
    display_id: string
    name: string
    hash: string
    /** What was published there when it was approved: null for nothing. */
    approved_over: string | null
  }
  submission_word: {
    submission_id: string
    number: number
    at: string
    user_id: string | null
    name: string
    deed: string
    text: string
  }
}
