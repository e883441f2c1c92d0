/** Row types of the desk, its drills, and the phrases that people confirmed; portable columns, as in schema.ts. */
export type ReadinessTables = {
  shelter: { id: string; body: string; is_open: number; version: number; updated_at: string }
  alert_proposal: {
    id: string
    message: string
    alert: string
    state: string
    proposer_id: string
    proposed_by: string
    proposed_at: string
    expires_at: string
    decided_by: string | null
    decided_at: string | null
    comment: string | null
  }
  broken_glass: {
    alert_id: string
    sent_at: string
    body: string
    acknowledged_by: string | null
    acknowledged_at: string | null
  }
  drill_plan: {
    id: string
    version: number
    draft: string
    changed_by: string
    changed_at: string
    checked_by: string | null
    checked_at: string | null
    next_at: string | null
  }
  drill_run: {
    id: string
    plan_id: string
    draft: string
    /** The scheduled time, or the id itself for a run by hand: one run for each. */
    occurrence: string
    started_by: string
    state: string
    started_at: string
    ends_at: string
    ended_at: string | null
    ended: string | null
    meant: string
    steps: string
    held_by: string
    held_until: number
  }
  drill_skip: { plan_id: string; occurrence: string; by_whom: string; at: string }
  self_test_run: {
    id: string
    slot: string
    cause: string
    display_id: string
    accepted_at: string
    epoch: number | null
    revision: number | null
    broadcast_ms: number | null
    received_ms: number | null
    shown_ms: number | null
    seen_ms: number | null
    outcome: string
    reason: string | null
  }
  phrase_confirmation: {
    id: string
    language: string
    /** Counts within the language; the highest is the newest. */
    sequence: number
    fingerprint: string
    texts: string
    phrases: number
    user_id: string | null
    actor: string
    name: string
    capacity: string
    note: string
    at: string
  }
  phrase_withdrawal: { confirmation_id: string; actor: string; reason: string; at: string }
  phrase_report: {
    id: string
    language: string
    phrase_key: string
    text: string
    note: string
    holds: number
    actor: string
    at: string
  }
  phrase_report_end: { report_id: string; ending: string; note: string; actor: string; at: string }
}
