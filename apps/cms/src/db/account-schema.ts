/** Row types of who may come in, what they did and what is kept of the settings; portable columns, as in schema.ts. */
export type AccountTables = {
  user_account: {
    id: string
    username: string
    name: string
    role: string
    /** JSON list of display groups they answer for; null: all. */
    groups: string | null
    password_hash: string
    must_change_password: number
    created_at: string
  }
  user_guide: { user_id: string; put_away: number; finished_at: string | null }
  staff_session: { token_hash: string; user_id: string; created_at: string; expires_at: string }
  api_token: {
    id: string
    name: string
    scope: string
    secret_hash: string
    expires_at: string | null
    created_at: string
    last_used_at: string | null
  }
  audit_entry: {
    sequence: number
    at: string
    actor: string
    action: string
    subject: string
    detail: string
    /** Link to the entry before (features/audit/audit-chain.ts). */
    hash: string
  }
  notice: {
    id: string
    user_id: string
    at: string
    kind: string
    words: string
    path: string
    read_at: string | null
  }
  setting: { key: string; value: string }
}
