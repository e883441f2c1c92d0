/** Row types of the alert database; portable columns, as in schema.ts. */
export type AlertTables = {
  alert_channel: { channel: string; epoch: number; revision: number; book: string; envelope: string }
  alert_log: {
    channel: string
    epoch: number
    revision: number
    issued_at: string
    actor: string
    cause: string
    envelope: string
  }
  alert_acknowledgement: {
    display_id: string
    channel: string
    epoch: number
    revision: number
    received_at: string | null
    saved: number
    shown_at: string | null
    seen_at: string | null
  }
  alert_policy: { version: number; at: string; by_whom: string; note: string; policy: string }
}
